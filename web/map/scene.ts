import type { Layer } from "@deck.gl/core";
import { ScatterplotLayer } from "@deck.gl/layers";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { metres } from "../ui/quantities.ts";
import { BadgeScene, badgeKey, type PlacedBadge } from "./badge-scene.ts";
import { toRgb } from "./color.ts";
import { labelSprite, pinSprite } from "./label-drawing.ts";
import { type MapTheme, mapTheme } from "./map-theme.ts";
import { toMercatorY, WORLD_PX } from "./mercator.ts";
import { OutlineScene } from "./outline-scene.ts";
import { outlinesMinZoom } from "./outlines.ts";
import type { LayerPicture, MapPicture } from "./picture.ts";
import { northernmost } from "./result-data.ts";
import { countedLayers, type SceneLayer, type SceneView, symbolLayers } from "./scene-view.ts";
import { asAtlas, spriteLayer } from "./sprite-layer.ts";
import type { Sprite } from "./sprite-sheet.ts";
import { drawSymbolAtlas, type SymbolAtlas, symbolSizePx } from "./symbol-atlas.ts";
import { type SymbolColumns, toIconColumn, toSymbolColumns } from "./symbol-columns.ts";
import { SymbolLayer } from "./symbol-layer.ts";

export interface Scene {
  readonly layers: Layer[];
  readonly badges: readonly PlacedBadge[];
}

/** Changes exactly when the scene must be made again for a camera that moved. */
export function sceneKey(picture: MapPicture, view: SceneView): string {
  const sizes = picture.layers.map(({ definition: { symbol } }) =>
    view.zoom < symbol.minZoom ? "-" : symbolSizePx(view.zoom, symbol.minZoom),
  );
  const outlines = picture.layers.map(({ definition }) => (view.zoom < outlinesMinZoom(definition) ? 0 : 1));
  const counted = countedLayers(picture, view.zoom).length;
  const labels = picture.rings.length > 1 ? labelLevel(view.zoom) : 0;
  return `${sizes}/${outlines}/${labels}/${counted === 0 ? "" : badgeKey(counted, view)}`;
}

/** The ledgers and what is selected as deck.gl layers. Remembers what it made until its inputs change. */
export class SceneBuilder {
  #pixelRatio: number;
  #badges: BadgeScene;
  readonly #outlines = new OutlineScene();
  readonly #columns = new WeakMap<Snapshot, SymbolColumns>();
  readonly #symbolData = new Map<string, { layer: LayerPicture; data: ReturnType<typeof symbolData> }>();
  readonly #atlases = new Map<string, SymbolAtlas>();
  #labels: { key: readonly unknown[]; layers: Layer[] } | null = null;

  constructor(pixelRatio: number) {
    this.#pixelRatio = pixelRatio;
    this.#badges = new BadgeScene(pixelRatio);
  }

  /** What has been drawn for another one is drawn anew. */
  setPixelRatio(pixelRatio: number): void {
    this.#pixelRatio = pixelRatio;
    this.#badges = new BadgeScene(pixelRatio);
    this.#atlases.clear();
    this.#labels = null;
  }

  build(picture: MapPicture, view: SceneView): Scene {
    const theme = mapTheme(picture.theme);
    const withSymbols = (layer: LayerPicture): SceneLayer => ({ ...layer, symbols: this.columns(layer) });
    const single = symbolLayers(picture, view.zoom).map(withSymbols);
    const counted = countedLayers(picture, view.zoom).map(withSymbols);
    const badges = this.#badges.build(counted, single, picture, view);
    const layers = [
      ...single.flatMap((layer) => this.#outlines.build(layer, view.zoom)),
      ...this.#outlines.selected(picture),
      ...badges.layers,
      ...single.map((layer) => this.#symbolLayer(layer, view.zoom, picture.theme)),
      ...selectionRings(picture, view.zoom, theme),
      ...this.#labelLayers(picture, view.zoom, theme),
    ];
    return { layers, badges: badges.placed };
  }

  columns({ definition, snapshot }: LayerPicture): SymbolColumns {
    let columns = this.#columns.get(snapshot);
    if (!columns) {
      columns = toSymbolColumns(definition, snapshot);
      this.#columns.set(snapshot, columns);
    }
    return columns;
  }

  #symbolLayer(layer: SceneLayer, zoom: number, themeName: "light" | "dark"): Layer {
    const { definition, opacity } = layer;
    const size = symbolSizePx(zoom, definition.symbol.minZoom);
    const key = `${definition.id}/${size}/${themeName}`;
    let atlas = this.#atlases.get(key);
    if (!atlas) {
      atlas = drawSymbolAtlas(definition, size, this.#pixelRatio, mapTheme(themeName));
      this.#atlases.set(key, atlas);
    }
    return new SymbolLayer({
      id: `symbols-${definition.id}`,
      data: this.#dataOf(layer),
      iconAtlas: asAtlas(atlas.image),
      sizeScale: atlas.cellPx,
      opacity,
    });
  }

  #dataOf(layer: SceneLayer): ReturnType<typeof symbolData> {
    const id = layer.definition.id;
    const last = this.#symbolData.get(id);
    const sameRows = last?.layer.snapshot === layer.snapshot;
    if (last && sameRows && last.layer.visible === layer.visible) return last.data;
    const data = symbolData(layer, sameRows ? last.data.attributes.getPosition : null);
    this.#symbolData.set(id, { layer, data });
    return data;
  }

  #labelLayers(picture: MapPicture, zoom: number, theme: MapTheme): Layer[] {
    const key = [picture.rings, picture.marker, theme, labelLevel(zoom)];
    if (!this.#labels || key.some((item, index) => item !== this.#labels!.key[index]))
      this.#labels = { key, layers: drawLabels(picture, labelLevel(zoom), theme, this.#pixelRatio) };
    return this.#labels.layers.map((layer) => layer.clone({}));
  }
}

function symbolData(layer: SceneLayer, positions: { value: Float64Array; size: 2 } | null) {
  return {
    length: layer.symbols.count,
    attributes: {
      // The same object again: deck.gl then leaves the positions on the card.
      getPosition: positions ?? { value: layer.symbols.lonLat, size: 2 as const },
      getIcon: { value: toIconColumn(layer.symbols, layer.visible), size: 1 as const },
    },
  };
}

/** More rings would cover the symbols that they stand around. */
const MOST_BOLD_RINGS = 12;

function selectionRings(picture: MapPicture, zoom: number, theme: MapTheme): Layer[] {
  const rings = picture.selected.flatMap(({ layer: id, row }) => {
    const layer = picture.layers.find((each) => each.definition.id === id);
    if (!layer || row >= layer.snapshot.count) return [];
    const { minZoom } = layer.definition.symbol;
    const position: [number, number] = [layer.snapshot.lonLat[row * 2]!, layer.snapshot.lonLat[row * 2 + 1]!];
    return [{ position, radius: zoom < minZoom ? 9 : symbolSizePx(zoom, minZoom) / 2 + 5 }];
  });
  if (rings.length === 0) return [];
  const width = rings.length > MOST_BOLD_RINGS ? 1.5 : 3;
  return [
    { id: "selected-ring-halo", color: theme.accentHalo, width: width * 2 },
    { id: "selected-ring", color: theme.accent, width },
  ].map(
    ({ id, color, width: widthPx }) =>
      new ScatterplotLayer<(typeof rings)[number]>({
        id,
        data: rings,
        getPosition: (ring) => ring.position,
        getRadius: (ring) => ring.radius,
        radiusUnits: "pixels",
        filled: false,
        stroked: true,
        getLineColor: [...toRgb(color), 255],
        getLineWidth: widthPx,
        lineWidthUnits: "pixels",
        updateTriggers: { getLineColor: color, getLineWidth: widthPx },
      }),
  );
}

/** Labels are chosen anew at every half zoom step. */
const labelLevel = (zoom: number) => Math.floor(zoom * 2) / 2;

const LABEL_SPACE_PX = 21;

function drawLabels(picture: MapPicture, level: number, theme: MapTheme, pixelRatio: number): Layer[] {
  const sprites: Sprite[] = [];
  const places: (readonly [number, number])[] = [];
  let above = Number.NEGATIVE_INFINITY;
  for (const ring of picture.rings.toSorted((a, b) => b.radiusM - a.radiusM)) {
    const top = northernmost(ring.geometry);
    const y = top ? toMercatorY(top[1]!) * WORLD_PX * 2 ** level : above;
    // The outer ring's label wins; an inner one that would cover it waits until the map is closer.
    if (!top || y - above < LABEL_SPACE_PX) continue;
    above = y;
    sprites.push(labelSprite(metres(ring.radiusM), theme));
    places.push([top[0]!, top[1]!]);
  }
  if (picture.marker) {
    sprites.push(pinSprite(theme));
    places.push(picture.marker);
  }
  return sprites.length ? [spriteLayer("labels", places, sprites, pixelRatio)] : [];
}
