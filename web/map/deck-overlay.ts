import type { Deck, Layer } from "@deck.gl/core";
import { MapLibreOverlay } from "@deck.gl/maplibre";
import type { Map as MapLibreMap } from "maplibre-gl";
import { createRevivalPause } from "./revival-pause.ts";

export interface DeckOverlay {
  /** Takes new layer instances; deck.gl compares them with the last ones by id. */
  setLayers(layers: Layer[]): void;
  /** Whether every layer's data and images are on the card. */
  isLoaded(): boolean;
  /** Draws now, so that the canvas can be read in the same task. */
  redraw(): void;
  canvas(): HTMLCanvasElement | null;
  /** Draws so many pixels to one of the page's from now on. */
  setPixelRatio(pixelRatio: number): void;
  destroy(): void;
}

/**
 * deck.gl on a canvas of its own above the map's. deck.gl 9.4 never restores a lost context, so a lost one is thrown away and built
 * anew from `makeLayers`, with growing pauses while none comes to draw.
 */
export function createDeckOverlay(
  map: MapLibreMap,
  pixelRatio: number,
  makeLayers: () => Layer[],
  events: { onLost(): void; onRestored(): void },
): DeckOverlay {
  let destroyed = false;
  let ratio = pixelRatio;
  const pauseMs = createRevivalPause();
  let hasDrawn = false;
  let pause: ReturnType<typeof setTimeout> | null = null;
  let layers: Layer[] = [];
  let surface: { destroy(): void } | null = null;
  let overlay = create();

  function create(): MapLibreOverlay {
    layers = makeLayers();
    hasDrawn = false;
    let hasDevice = false;
    const created: MapLibreOverlay = new TidyOverlay({
      layers,
      useDevicePixels: ratio,
      // Neither smoothing of what is smooth already nor a copy of every frame: in software each costs a third.
      deviceProps: { type: "webgl", webgl: { antialias: false, preserveDrawingBuffer: false } },
      // Picking is done on the columns (pick.ts): deck.gl's own would draw the scene again.
      layerFilter: ({ isPicking }) => !isPicking,
      onDeviceInitialized: (device) => {
        hasDevice = true;
        surface = device.getDefaultCanvasContext();
        const canvas = device.getDefaultCanvasContext().canvas as HTMLCanvasElement;
        canvas.addEventListener("webglcontextlost", () => replaceLater(created), { once: true });
      },
      onAfterRender: ({ gl }) => {
        hasDrawn ||= !gl.isContextLost();
      },
      onError: (error) => {
        console.error("deck.gl", error.message);
        // A driver that has just been reset may refuse a new context as well.
        if (!hasDevice) replaceLater(created);
      },
    });
    map.addControl(created, "top-left");
    return created;
  }

  function replaceLater(lost: MapLibreOverlay): void {
    if (destroyed || lost !== overlay) return;
    events.onLost();
    pause = setTimeout(() => {
      remove(lost);
      overlay = create();
      events.onRestored();
    }, pauseMs(hasDrawn));
  }

  function remove(old: MapLibreOverlay): void {
    try {
      map.removeControl(old);
    } catch (error) {
      // Its GL objects went with the context; the canvas must go all the same.
      console.warn("deck.gl could not be removed cleanly", error);
    }
    // deck.gl leaves this to whoever made it: its canvas would be held for ever by what watches the screen's resolution.
    surface?.destroy();
    surface = null;
  }

  return {
    setLayers(next) {
      layers = next;
      overlay.setProps({ layers });
    },
    isLoaded: () => pauseOver() && deckOf(overlay)?.isInitialized === true && layers.every((layer) => layer.isLoaded),
    redraw: () => deckOf(overlay)?.redraw("picture"),
    canvas: () => overlay.getCanvas(),
    setPixelRatio(next) {
      ratio = next;
      overlay.setProps({ useDevicePixels: next });
    },
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

/** MapLibre leaves it to each control to take its element off the page, and deck.gl's forgets to. */
class TidyOverlay extends MapLibreOverlay {
  #element: HTMLDivElement | null = null;

  override onAdd(map: MapLibreMap): HTMLDivElement {
    this.#element = super.onAdd(map);
    return this.#element;
  }

  override onRemove(map: MapLibreMap): void {
    this.#element?.remove();
    super.onRemove(map);
  }
}

/** The overlay has no public way to ask whether it has drawn, or to draw now. */
const deckOf = (overlay: MapLibreOverlay): Deck | undefined => (overlay as unknown as { _deck?: Deck })._deck;
