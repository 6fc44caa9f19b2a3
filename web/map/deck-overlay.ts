import type { Deck, Layer } from "@deck.gl/core";
import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Map as MapLibreMap } from "maplibre-gl";

export interface DeckOverlay {
  /** Takes new layer instances; deck.gl compares them with the last ones by id. */
  setLayers(layers: Layer[]): void;
  /** Whether every layer's data and images are on the card. */
  isLoaded(): boolean;
  /** Draws now, so that the canvas can be read in the same task. */
  redraw(): void;
  canvas(): HTMLCanvasElement | null;
  destroy(): void;
}

/**
 * deck.gl on a canvas of its own above the map's. deck.gl 9.4 never restores a lost context, so a lost one is thrown away and built
 * anew from `makeLayers`, with growing pauses while the driver is busy.
 */
export function createDeckOverlay(
  map: MapLibreMap,
  pixelRatio: number,
  makeLayers: () => Layer[],
  events: { onLost(): void; onRestored(): void },
): DeckOverlay {
  let destroyed = false;
  let losses = 0;
  let pause: ReturnType<typeof setTimeout> | null = null;
  let layers: Layer[] = [];
  let overlay = create();

  function create(): MapLibreOverlay {
    layers = makeLayers();
    const created: MapLibreOverlay = new MapLibreOverlay({
      layers,
      useDevicePixels: pixelRatio,
      // Neither smoothing of what is smooth already nor a copy of every frame: in software each costs a third.
      deviceProps: { type: "webgl", webgl: { antialias: false, preserveDrawingBuffer: false } },
      // Picking is done on the columns (pick.ts): deck.gl's own would draw the scene again.
      layerFilter: ({ isPicking }) => !isPicking,
      onDeviceInitialized: (device) => {
        const canvas = device.getDefaultCanvasContext().canvas as HTMLCanvasElement;
        canvas.addEventListener("webglcontextlost", () => replaceLater(created), { once: true });
      },
    });
    map.addControl(created, "top-left");
    return created;
  }

  function replaceLater(lost: MapLibreOverlay): void {
    if (destroyed || lost !== overlay) return;
    events.onLost();
    pause = setTimeout(
      () => {
        remove(lost);
        overlay = create();
        events.onRestored();
      },
      Math.min(250 * 2 ** losses++, 30_000),
    );
  }

  function remove(old: MapLibreOverlay): void {
    try {
      map.removeControl(old);
    } catch (error) {
      // Its GL objects went with the context; the canvas must go all the same.
      console.warn("deck.gl could not be removed cleanly", error);
    }
  }

  return {
    setLayers(next) {
      layers = next;
      overlay.setProps({ layers });
    },
    isLoaded: () => pauseOver() && deckOf(overlay)?.isInitialized === true && layers.every((layer) => layer.isLoaded),
    redraw: () => deckOf(overlay)?.redraw("picture"),
    canvas: () => overlay.getCanvas(),
    destroy() {
      destroyed = true;
      if (pause) clearTimeout(pause);
      remove(overlay);
    },
  };

  function pauseOver(): boolean {
    return !deckOf(overlay)?.getCanvas()?.getContext("webgl2")?.isContextLost();
  }
}

/** The overlay has no public way to ask whether it has drawn, or to draw now. */
const deckOf = (overlay: MapLibreOverlay): Deck | undefined => (overlay as unknown as { _deck?: Deck })._deck;
