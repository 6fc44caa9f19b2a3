import type { Map as MapLibreMap } from "maplibre-gl";

/** What a style has beside what MapLibre documents of it. */
interface StyleParts {
  _remove(isMapGone: boolean): void;
  readonly dispatcher: { readonly workerPool: { acquire(claim: string): unknown; release(claim: string): unknown } };
}

const CLAIM = "zone-map";

/**
 * Mends what MapLibre 6.17 does with a style that goes with a lost context: it ends its workers, whose successors read their script and
 * all data anew, and it leaves the style listening for ever, a third of a megabyte each. It also asks its canvas, for each new context,
 * to be told of a refusal, and keeps asking where there is none.
 *
 * @returns a function that lets the workers go.
 */
export function keepThroughLosses(map: MapLibreMap): () => void {
  const styleOf = () => map.style as unknown as StyleParts | null;
  const pool = styleOf()!.dispatcher.workerPool;
  let leaving: StyleParts | null = null;
  pool.acquire(CLAIM);
  const canvas = map.getCanvas();
  // It listens once, and to what it has asked for already: an answer that nobody reads ends that.
  const endAsking = () => canvas.dispatchEvent(new Event("webglcontextcreationerror"));
  endAsking();
  map.on("webglcontextrestored", endAsking);
  // While it is captured MapLibre has not heard of the loss yet; afterwards the style is nobody's.
  canvas.addEventListener("webglcontextlost", () => (leaving = styleOf()), { capture: true });
  map.on("webglcontextlost", () => {
    leaving?._remove(false);
    leaving = null;
  });
  return () => pool.release(CLAIM);
}
