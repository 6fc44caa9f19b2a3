import { useSyncExternalStore } from "react";

function subscribe(onChange: () => void): () => void {
  addEventListener("resize", onChange);
  return () => removeEventListener("resize", onChange);
}

/** Of the page, `width×height` in its pixels. */
export function useScreenSize(): { readonly widthPx: number; readonly heightPx: number } {
  const widthPx = useSyncExternalStore(subscribe, () => innerWidth);
  const heightPx = useSyncExternalStore(subscribe, () => innerHeight);
  return { widthPx, heightPx };
}
