import type { Map as MapLibreMap } from "maplibre-gl";

/** Long enough for several sources to arrive, short enough to see the map come. */
const FRAME_MS = 250;

/**
 * Until the first picture is complete every source that arrives draws the whole map again, a tenth of a second each without a graphics
 * card. This spaces those frames out.
 *
 * @returns a function that lets the map draw whenever it wants; a frame that it waits for is drawn at once.
 */
export function calmStart(map: MapLibreMap): () => void {
  const repaint = map.triggerRepaint.bind(map);
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  map.triggerRepaint = () => {
    timer ??= setTimeout(
      () => {
        timer = null;
        last = performance.now();
        repaint();
      },
      Math.max(0, last + FRAME_MS - performance.now()),
    );
  };
  return () => {
    map.triggerRepaint = repaint;
    if (timer === null) return;
    clearTimeout(timer);
    timer = null;
    repaint();
  };
}
