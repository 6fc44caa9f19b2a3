import { createContext, useContext, useSyncExternalStore } from "react";

/** How much of the page's width is not the screen's, pixels. */
export const ReservedWidthPx = createContext(0);

function subscribe(onChange: () => void): () => void {
  addEventListener("resize", onChange);
  return () => removeEventListener("resize", onChange);
}

/** Of the screen, `width×height` in the page's pixels. */
export function useScreenSize(): { readonly widthPx: number; readonly heightPx: number } {
  const reservedPx = useContext(ReservedWidthPx);
  const widthPx = useSyncExternalStore(subscribe, () => innerWidth);
  const heightPx = useSyncExternalStore(subscribe, () => innerHeight);
  return { widthPx: widthPx - reservedPx, heightPx };
}
