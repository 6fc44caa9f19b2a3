import type { RouterHistory } from "@tanstack/react-router";
import { parseView, type View } from "./view.ts";
import { formatView, parseSearch } from "./view-codec.ts";
import { useView } from "./view-store.ts";

/** Browsers refuse an address that changes with every frame of a slider. */
const WRITE_AFTER_MS = 250;

export const searchCodec = {
  parseSearch: (search: string): View => parseSearch(search),
  stringifySearch: (search: unknown): string => {
    const text = formatView(parseView(search));
    return text === "" ? "" : `?${text}`;
  },
};

/** Keeps address and view the same: a change of the view is written, and going back is read. Call once. */
export function startAddress(history: RouterHistory): void {
  // There the scene makes the view, and the address only says which.
  if (location.pathname.startsWith("/screen")) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written = formatView(useView.getState());
  const write = () => {
    clearTimeout(timer);
    const text = formatView(useView.getState());
    if (text === written) return;
    written = text;
    history.replace(location.pathname + (text === "" ? "" : `?${text}`));
  };
  useView.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_AFTER_MS);
  });
  // Somebody who reloads right after a change means the changed view.
  window.addEventListener("pagehide", write);
  history.subscribe(({ action, location: { search } }) => {
    if (action.type === "REPLACE") return;
    const view = parseSearch(search);
    written = formatView(view);
    useView.setState(view);
  });
}

/** The address of exactly this view, also while the last change has not been written yet. */
export function linkOf(view: View): string {
  const text = formatView(view);
  return location.origin + location.pathname + (text === "" ? "" : `?${text}`);
}
