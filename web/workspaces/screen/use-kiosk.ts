import { useEffect } from "react";
import "./kiosk.css";

/** Whoever hangs a screen up still finds the pointer; once nobody moves it, it is in nobody's picture. */
const POINTER_RESTS_AFTER_MS = 5_000;

/** With Ctrl these open a dialog of the browser or change the size of everything. */
const DIALOG_KEYS = new Set(["p", "s", "o", "f", "g", "d", "+", "-", "=", "0"]);

/**
 * Makes the page a picture that nothing can be done to: no menu, selection, scrolling, zooming or dialog, and no pointer.
 *
 * @param isKiosk - the screen has logged in; otherwise a person may sit before it, and only a pointer that rests is hidden.
 */
export function useKiosk(isKiosk: boolean): void {
  useEffect(() => {
    const { dataset } = document.documentElement;
    dataset.screen = isKiosk ? "kiosk" : "open";
    return () => {
      delete dataset.screen;
    };
  }, [isKiosk]);
  useEffect(() => (isKiosk ? holdStill() : hideRestingPointer()), [isKiosk]);
}

function holdStill(): () => void {
  const { dataset } = document.documentElement;
  dataset.pointer = "none";
  const prevent = (event: Event) => event.preventDefault();
  const preventDialog = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && DIALOG_KEYS.has(event.key.toLowerCase())) event.preventDefault();
  };
  const gone = new AbortController();
  const { signal } = gone;
  for (const kind of ["contextmenu", "selectstart", "dragstart"]) addEventListener(kind, prevent, { signal });
  // Only listeners that say so may keep the browser from scrolling and zooming.
  for (const kind of ["wheel", "touchmove"]) addEventListener(kind, prevent, { signal, passive: false });
  addEventListener("keydown", preventDialog, { signal });
  return () => {
    gone.abort();
    delete dataset.pointer;
  };
}

function hideRestingPointer(): () => void {
  const { dataset } = document.documentElement;
  const hide = () => {
    dataset.pointer = "none";
  };
  let timer = setTimeout(hide, POINTER_RESTS_AFTER_MS);
  const show = () => {
    delete dataset.pointer;
    clearTimeout(timer);
    timer = setTimeout(hide, POINTER_RESTS_AFTER_MS);
  };
  addEventListener("pointermove", show);
  addEventListener("pointerdown", show);
  return () => {
    clearTimeout(timer);
    removeEventListener("pointermove", show);
    removeEventListener("pointerdown", show);
    delete dataset.pointer;
  };
}
