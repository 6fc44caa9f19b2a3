import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { BASE_LAYERS, BASE_SOURCES, type BaseSource, collection } from "./base-data.ts";
import { BUILDINGS_MIN_ZOOM, mapLayers } from "./base-style.ts";
import { graticule } from "./graticule.ts";
import { DARK, LIGHT, type MapTheme, mapTheme } from "./map-theme.ts";

/** What waits until the map is close enough: most sessions start far out, and a building costs a hundred bytes of JSON. */
const LATER: Readonly<Partial<Record<BaseSource, number>>> = { buildings: BUILDINGS_MIN_ZOOM - 0.5, stakes: 12 };

/** The ground: what of the snapshots is in which source. */
export class BaseMap {
  readonly #map: MapLibreMap;
  readonly #filled = new Map<BaseSource, readonly Snapshot[]>();
  #base: readonly Snapshot[] = [];
  #hasGraticule = false;
  #theme: MapTheme;

  constructor(map: MapLibreMap, theme: "light" | "dark") {
    this.#map = map;
    this.#theme = mapTheme(theme);
    addShields(map, this.#theme);
    map.on("zoom", () => this.#fill());
    map.on("moveend", () => this.#drawGraticule());
  }

  /**
   * Once the style is back after a lost context: catches up with what could not be laid on it meanwhile.
   *
   * @param isBare - whether it came back without what had been laid on it.
   */
  restore(isBare: boolean): void {
    if (isBare) {
      this.#filled.clear();
      addShields(this.#map, this.#theme);
    }
    this.#fill();
    this.#drawGraticule();
  }

  get isEmpty(): boolean {
    return this.#base.every((snapshot) => snapshot.count === 0);
  }

  show(base: readonly Snapshot[], theme: "light" | "dark"): void {
    if (this.#theme !== mapTheme(theme)) this.#switchTheme(mapTheme(theme));
    if (base === this.#base) return;
    this.#base = base;
    this.#fill();
    this.#drawGraticule();
  }

  /** Gives each source the layers that feed it, when they changed and the map is close enough to show them. */
  #fill(): void {
    const zoom = this.#map.getZoom();
    for (const id of BASE_SOURCES) {
      const source = this.#map.getSource<GeoJSONSource>(id);
      if (!source || zoom < (LATER[id] ?? 0)) continue;
      const feeding = this.#base.filter((snapshot) => BASE_LAYERS[snapshot.layer]?.[id]);
      const last = this.#filled.get(id) ?? [];
      if (feeding.length === last.length && feeding.every((snapshot, index) => snapshot === last[index])) continue;
      this.#filled.set(id, feeding);
      const features = feeding.flatMap((snapshot) => BASE_LAYERS[snapshot.layer]![id]!(snapshot));
      source.setData(collection(features));
    }
  }

  #drawGraticule(): void {
    const source = this.#map.getSource<GeoJSONSource>("graticule");
    const needed = this.isEmpty;
    // Nothing for nothing would still be cut into tiles anew, at each move and after each loss.
    if (!source || (!needed && !this.#hasGraticule)) return;
    this.#hasGraticule = needed;
    const bounds = this.#map.getBounds();
    source.setData(
      needed ? graticule([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]) : collection([]),
    );
  }

  /** Sets what differs, property by property: sources and tiles stay. */
  #switchTheme(next: MapTheme): void {
    const before = new Map(mapLayers(this.#theme).map((layer) => [layer.id, paintOf(layer)]));
    for (const layer of mapLayers(next)) {
      const old = before.get(layer.id) ?? {};
      for (const [name, value] of Object.entries(paintOf(layer))) {
        if (JSON.stringify(old[name]) === JSON.stringify(value)) continue;
        this.#map.setPaintProperty(layer.id, name as Parameters<MapLibreMap["setPaintProperty"]>[1], value as never);
      }
    }
    this.#theme = next;
    addShields(this.#map, next);
  }
}

const paintOf = (layer: LayerSpecification): Record<string, unknown> => ({ ...layer.paint });

/** The plates behind road codes, stretched by MapLibre to the text. */
function addShields(map: MapLibreMap, theme: MapTheme): void {
  const plates = { national: theme.shield.fill, motorway: theme.shield.motorway, provincial: theme.shield.provincial };
  for (const [name, fill] of Object.entries(plates)) {
    const id = `shield-${name}`;
    if (map.hasImage(id)) map.updateImage(id, drawShield(fill, theme));
    else
      map.addImage(id, drawShield(fill, theme), {
        pixelRatio: 2,
        stretchX: [[12, 20]],
        stretchY: [[12, 20]],
        content: [6, 6, 26, 26],
      });
  }
}

function drawShield(fill: string, theme: MapTheme): ImageData {
  const canvas = new OffscreenCanvas(32, 32);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  context.beginPath();
  context.roundRect(2, 2, 28, 28, 7);
  context.fillStyle = fill;
  context.strokeStyle = theme === DARK ? LIGHT.shield.text : theme.halo;
  context.lineWidth = 2;
  context.fill();
  context.stroke();
  return context.getImageData(0, 0, 32, 32);
}
