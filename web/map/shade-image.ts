import type { CanvasSource, Map as MapLibreMap } from "maplibre-gl";
import { mapTheme } from "./map-theme.ts";
import type { MapPicture, ShadePicture } from "./picture.ts";
import { shadePixels, toColor } from "./shade-pixels.ts";

const ID = "shades";
/** Under everything that analyses draw, over the ground. */
const BELOW = "heat-fill";
/** Width of the patterns on the screen, pixels. */
const PATTERN_PX = 12;

/** A raster of judged places, laid over the ground by its corners. */
export class ShadeImage {
  readonly #map: MapLibreMap;
  readonly #canvas = document.createElement("canvas");
  #shown: ShadePicture | null = null;
  #theme: MapPicture["theme"] = "light";
  #periodCells = 0;

  constructor(map: MapLibreMap) {
    this.#map = map;
    map.on("zoomend", () => this.#draw(false));
  }

  show({ shades, theme }: Pick<MapPicture, "shades" | "theme">): void {
    if (shades === this.#shown && theme === this.#theme) return;
    const isSame = shades?.cells === this.#shown?.cells && theme === this.#theme;
    this.#shown = shades;
    this.#theme = theme;
    if (!isSame) this.#draw(true);
    if (!this.#map.getLayer(ID)) return;
    this.#map.setLayoutProperty(ID, "visibility", shades ? "visible" : "none");
    if (shades) this.#map.setPaintProperty(ID, "raster-opacity", shades.opacity);
  }

  /** Once the style is back after a lost context: lays the raster on it anew. */
  restore(): void {
    this.#draw(true);
  }

  #draw(isNew: boolean): void {
    const shades = this.#shown;
    // Without that layer the style is away with a lost context.
    if (!shades || !this.#map.getLayer(BELOW)) return;
    const periodCells = this.#periodOf(shades);
    if (!isNew && periodCells === this.#periodCells) return;
    this.#periodCells = periodCells;
    const { columns, rows, corners } = shades;
    const { accent, tones } = mapTheme(this.#theme);
    const colors = {
      plain: toColor(accent),
      good: toColor(tones.good),
      unsure: toColor(tones.unsure),
      bad: toColor(tones.bad),
    };
    this.#canvas.width = columns;
    this.#canvas.height = rows;
    const pixels = shadePixels(shades, colors, periodCells);
    this.#canvas.getContext("2d")!.putImageData(new ImageData(pixels, columns, rows), 0, 0);
    const source = this.#map.getSource<CanvasSource>(ID);
    if (!source) {
      this.#add(shades);
      return;
    }
    source.setCoordinates(corners.map(([lon, lat]) => [lon, lat]) as CanvasSource["coordinates"]);
    // Takes the canvas over once, without drawing every frame from now on.
    source.play();
    source.pause();
    this.#map.triggerRepaint();
  }

  #add({ corners, opacity }: ShadePicture): void {
    const coordinates = corners.map(([lon, lat]) => [lon, lat]) as CanvasSource["coordinates"];
    this.#map.addSource(ID, { type: "canvas", canvas: this.#canvas, animate: false, coordinates });
    this.#map.addLayer(
      { id: ID, type: "raster", source: ID, paint: { "raster-opacity": opacity, "raster-fade-duration": 0 } },
      BELOW,
    );
  }

  /** In steps, so that a little zooming draws nothing anew. */
  #periodOf({ columns, corners }: ShadePicture): number {
    const [west, east] = [corners[0]!, corners[1]!].map(([lon, lat]) => this.#map.project([lon, lat]).x);
    const cellsPerPx = columns / Math.max(1, east! - west!);
    return Math.max(1, 2 ** Math.round(Math.log2(PATTERN_PX * cellsPerPx)));
  }
}
