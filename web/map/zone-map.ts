import { type GeoJSONSource, Map as MapLibreMap, Marker, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { PlacedBadge } from "./badge-scene.ts";
import { BaseMap } from "./base-map.ts";
import { mapStyle } from "./base-style.ts";
import { calmStart } from "./calm-start.ts";
import { addControls } from "./controls.ts";
import { createDeckOverlay, type DeckOverlay } from "./deck-overlay.ts";
import { createDrawing } from "./drawing.ts";
import { loadMapFont, MAP_FONT } from "./font.ts";
import { keepThroughLosses } from "./lost-style.ts";
import { mapTheme } from "./map-theme.ts";
import type { Camera, MapEvents, MapPicture, ZoneMap } from "./picture.ts";
import { hoverRing, listenToPointer } from "./pointer.ts";
import { RESULT_CHANGED, RESULT_DATA, RESULT_SOURCES } from "./result-data.ts";
import { HEAT_LAYERS, heatOpacity } from "./result-style.ts";
import { SceneBuilder, sceneKey } from "./scene.ts";
import type { SceneView } from "./scene-view.ts";
import { ShadeImage } from "./shade-image.ts";
import { editShape } from "./shape-editing.ts";

setWorkerUrl(workerUrl);
// Begun before anybody asks for a map: it waits for the font anyway.
void loadMapFont();

/** What the map needs before the first picture. */
export interface MapStart {
  readonly camera: Camera;
  readonly theme: "light" | "dark";
  readonly language: "zh" | "en";
  /** As {@link ZoneMap.magnify} takes it. */
  readonly magnification: number;
}

/** Beyond twice as many pixels nobody sees a difference, and software drawing pays for each. */
const MAX_PIXEL_RATIO = 2;

/** Makes the one map of the page; resolves when it takes pictures. The container must have a size. */
export async function createZoneMap(container: HTMLElement, events: MapEvents, start: MapStart): Promise<ZoneMap> {
  const pixelRatio = pixelRatioOf(start.magnification);
  const map = makeMap(container, start, pixelRatio);
  // The style alone has no text, so the font may come meanwhile; data, and with it labels, only after both.
  await Promise.all([loadMapFont(), new Promise<void>((resolve) => map.once("style.load", () => resolve()))]);
  return new LiveMap(map, container, events, start, pixelRatio);
}

const pixelRatioOf = (magnification: number): number =>
  Math.min(window.devicePixelRatio || 1, MAX_PIXEL_RATIO) * magnification;

function makeMap(container: HTMLElement, { camera, theme }: MapStart, pixelRatio: number): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style: mapStyle(mapTheme(theme)),
    center: [camera.lon, camera.lat],
    zoom: camera.zoom,
    bearing: camera.bearing,
    pitch: camera.pitch,
    minZoom: 1,
    maxZoom: 20,
    pixelRatio,
    localIdeographFontFamily: MAP_FONT,
    attributionControl: false,
    // Shift adds to a selection; turning the map by accident costs the reader north.
    boxZoom: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    canvasContextAttributes: { antialias: false },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}

class LiveMap implements ZoneMap {
  readonly #map: MapLibreMap;
  readonly #base: BaseMap;
  readonly #shades: ShadeImage;
  readonly #scene: SceneBuilder;
  readonly #overlay: DeckOverlay;
  readonly #controls: ReturnType<typeof addControls>;
  readonly #drawing: ReturnType<typeof createDrawing>;
  readonly #events: MapEvents;
  readonly #showHover: (picture: MapPicture) => void;
  #shown: MapPicture | null = null;
  #badges: readonly PlacedBadge[] = [];
  #sceneKey = "";
  #lost = new Set<"map" | "deck">();
  /** The newest of those that came while the style was away with a lost context. */
  #held: MapPicture | null = null;
  #styleIsBare = false;
  #destroyed = false;
  /** Ends what is being moved by hand; `null` when nothing is. */
  #endEditing: (() => void) | null = null;
  #letDraw: () => void;
  readonly #endKeeping: () => void;

  constructor(map: MapLibreMap, container: HTMLElement, events: MapEvents, start: MapStart, pixelRatio: number) {
    this.#map = map;
    this.#letDraw = calmStart(map);
    this.#endKeeping = keepThroughLosses(map);
    this.#events = events;
    this.#scene = new SceneBuilder(pixelRatio);
    this.#base = new BaseMap(map, start.theme);
    this.#shades = new ShadeImage(map);
    this.#controls = addControls(map, container);
    this.#controls.update(start, false);
    this.#drawing = createDrawing(map);
    this.#showHover = hoverRing(map, Marker);
    this.#overlay = createDeckOverlay(map, pixelRatio, () => this.#buildScene(), {
      onLost: () => this.#surfaceLost("deck"),
      onRestored: () => this.#surfaceBack("deck"),
    });
    listenToPointer(
      map,
      this.#scene,
      () => this.#shown && { picture: this.#shown, badges: this.#badges },
      events,
      () => this.#drawing.active || this.#endEditing !== null,
    );
    map.on("move", () => this.#refreshScene());
    map.on("moveend", () => this.#tellCamera());
    map.on("webglcontextlost", () => this.#surfaceLost("map"));
    map.on("webglcontextrestored", () => this.#mendStyle());
    map.on("style.load", () => this.#styleBack());
  }

  show(picture: MapPicture): void {
    if (this.#lost.has("map")) {
      this.#held = picture;
      return;
    }
    const last = this.#shown;
    this.#shown = picture;
    this.#base.show(picture.base, picture.theme);
    this.#shades.show(picture);
    this.#showResults(picture, last);
    if (last?.theme !== picture.theme || last.language !== picture.language || last.base !== picture.base)
      this.#controls.update(picture, this.#base.isEmpty && picture.layers.length > 0);
    if (!last || sceneChanged(picture, last)) this.#drawScene();
    if (picture.hovered !== last?.hovered) this.#showHover(picture);
    if (!last) void this.#firstPicture();
  }

  moveTo(camera: Camera): void {
    const { lon, lat, zoom, bearing, pitch } = camera;
    this.#map.jumpTo({ center: [lon, lat], zoom, bearing, pitch });
  }

  fit([west, south, east, north]: readonly [number, number, number, number], paddingPx = 48): void {
    // A panel that has just opened beside the map has made it smaller, and MapLibre notices only later.
    this.#map.resize();
    this.#map.fitBounds([west, south, east, north], { padding: paddingPx, maxZoom: 17, animate: false });
  }

  draw(mode: Parameters<ZoneMap["draw"]>[0]): ReturnType<ZoneMap["draw"]> {
    this.#endEditing?.();
    return this.#drawing.draw(mode, this.#accent);
  }

  edit(...[shape, onChange, onEnd]: Parameters<ZoneMap["edit"]>): () => void {
    this.#drawing.cancel();
    this.#endEditing?.();
    const end = editShape(this.#map, shape, this.#accent, {
      onChange,
      onEnd: () => {
        if (this.#endEditing === end) this.#endEditing = null;
        onEnd();
      },
    });
    this.#endEditing = end;
    if (!end) onEnd();
    return () => end?.();
  }

  get #accent(): string {
    return mapTheme(this.#shown?.theme ?? "light").accent;
  }

  onSketch(listener: Parameters<ZoneMap["onSketch"]>[0]): void {
    this.#drawing.onSketch(listener);
  }

  cancelDrawing(): void {
    this.#drawing.cancel();
  }

  get camera(): Camera {
    const { lng, lat } = this.#map.getCenter();
    return { lon: lng, lat, zoom: this.#map.getZoom(), bearing: this.#map.getBearing(), pitch: this.#map.getPitch() };
  }

  get bounds(): ZoneMap["bounds"] {
    return this.#view().bounds;
  }

  magnify(magnification: number): void {
    const pixelRatio = pixelRatioOf(magnification);
    this.#scene.setPixelRatio(pixelRatio);
    this.#overlay.setPixelRatio(pixelRatio);
    this.#map.setPixelRatio(pixelRatio);
    this.#drawScene();
  }

  async picture(): Promise<string> {
    await this.settled();
    return new Promise((resolve) => {
      // Without a preserved drawing buffer both canvases are readable only in the task that drew them.
      this.#map.once("render", () => {
        const ground = this.#map.getCanvas();
        const canvas = document.createElement("canvas");
        canvas.width = ground.width;
        canvas.height = ground.height;
        const context = canvas.getContext("2d")!;
        context.drawImage(ground, 0, 0);
        this.#overlay.redraw();
        const symbols = this.#overlay.canvas();
        if (symbols) context.drawImage(symbols, 0, 0, canvas.width, canvas.height);
        resolve(canvas.toDataURL("image/png"));
      });
      this.#map.triggerRepaint();
    });
  }

  async settled(): Promise<void> {
    while (!this.#destroyed && !this.#isSettled()) await nextFrame();
    await nextFrame();
    await nextFrame();
  }

  loseContext(): void {
    const canvases = [this.#map.getCanvas(), this.#overlay.canvas()];
    for (const canvas of canvases) {
      const extension = canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
      extension?.loseContext();
      // A driver brings the context back by itself; a loss by hand must also be undone by hand.
      setTimeout(() => extension?.restoreContext(), 100);
    }
  }

  destroy(): void {
    this.#destroyed = true;
    this.#drawing.cancel();
    this.#endEditing?.();
    this.#overlay.destroy();
    this.#map.remove();
    this.#endKeeping();
  }

  /** The first of all, or of a surface that has come back. */
  async #firstPicture(): Promise<void> {
    while (!this.#destroyed && !this.#isSettled()) await nextFrame();
    this.#letDraw();
    await this.settled();
    if (!this.#destroyed) this.#events.onReady();
  }

  #isSettled(): boolean {
    return this.#lost.size === 0 && this.#map.loaded() && !this.#map.isMoving() && this.#overlay.isLoaded();
  }

  #showResults(picture: MapPicture, last: MapPicture | null): void {
    for (const id of RESULT_SOURCES) {
      if (last && !RESULT_CHANGED[id](picture, last)) continue;
      this.#map.getSource<GeoJSONSource>(id)?.setData(RESULT_DATA[id](picture));
    }
    const opacity = picture.heat?.opacity;
    if (opacity === undefined || opacity === last?.heat?.opacity) return;
    this.#map.setPaintProperty(HEAT_LAYERS.fill, "fill-opacity", heatOpacity(opacity).fill);
    this.#map.setPaintProperty(HEAT_LAYERS.line, "line-opacity", heatOpacity(opacity).line);
  }

  #view(): SceneView {
    const bounds = this.#map.getBounds();
    return {
      zoom: this.#map.getZoom(),
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    };
  }

  #buildScene() {
    if (!this.#shown) return [];
    const view = this.#view();
    const scene = this.#scene.build(this.#shown, view);
    this.#sceneKey = sceneKey(this.#shown, view);
    this.#badges = scene.badges;
    return scene.layers;
  }

  #drawScene(): void {
    this.#overlay.setLayers(this.#buildScene());
  }

  #refreshScene(): void {
    if (this.#shown && sceneKey(this.#shown, this.#view()) !== this.#sceneKey) this.#drawScene();
  }

  #tellCamera(): void {
    this.#events.onCamera(this.camera, this.bounds);
  }

  #surfaceLost(surface: "map" | "deck"): void {
    if (this.#lost.size === 0) {
      this.#events.onContextLost();
      this.#letDraw();
      this.#letDraw = calmStart(this.#map);
    }
    this.#lost.add(surface);
  }

  /** MapLibre puts its style back by itself, unless the context was lost again before the style had come back from the loss before. */
  #mendStyle(): void {
    const style: unknown = this.#map.style;
    if (style) return;
    this.#styleIsBare = true;
    this.#map.setStyle(mapStyle(mapTheme(this.#shown?.theme ?? "light")));
  }

  #styleBack(): void {
    const shown = this.#shown;
    this.#base.restore(this.#styleIsBare);
    this.#shades.restore();
    if (shown && this.#styleIsBare) this.#showResults(shown, null);
    this.#styleIsBare = false;
    this.#surfaceBack("map");
    const held = this.#held;
    this.#held = null;
    if (held) this.show(held);
  }

  #surfaceBack(surface: "map" | "deck"): void {
    this.#lost.delete(surface);
    if (this.#lost.size === 0) void this.#firstPicture();
  }
}

/** Whether two pictures differ in what deck.gl draws. */
function sceneChanged(a: MapPicture, b: MapPicture): boolean {
  return (
    a.theme !== b.theme ||
    a.language !== b.language ||
    a.layers !== b.layers ||
    a.counts !== b.counts ||
    a.uncounted !== b.uncounted ||
    a.rings !== b.rings ||
    a.selected !== b.selected ||
    a.marker !== b.marker
  );
}

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
