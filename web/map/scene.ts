// The ledgers as deck.gl layers: what depends on the picture and the view, each part remembered until its inputs change.
import type { Layer } from "@deck.gl/core";
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from "@deck.gl/layers";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { type Badge, badgeGrid, type CellRange, cellRange, placeBadge, toBadges } from "./badge-cells.ts";
import { badgeSprite } from "./badge-drawing.ts";
import { type CellCounts, countCells, type Grid } from "./cell-counts.ts";
import { labelSprite, pinSprite } from "./label-drawing.ts";
import { type MapTheme, mapTheme } from "./map-theme.ts";
import { fromMercatorX, fromMercatorY, toMercatorX, toMercatorY } from "./mercator.ts";
import { type OutlinePart, type OutlineParts, outlinesMinZoom, toOutlineParts } from "./outlines.ts";
import type { LayerPicture, MapPicture } from "./picture.ts";
import { metres, northernmost } from "./result-data.ts";
import { drawSpriteSheet, type Sprite } from "./sprite-sheet.ts";
import { drawSymbolAtlas, type SymbolAtlas, symbolSizePx } from "./symbol-atlas.ts";
import { symbolClasses } from "./symbol-classes.ts";
import { type SymbolColumns, toIconColumn, toSymbolColumns } from "./symbol-columns.ts";
import { CrispIconLayer, SymbolLayer } from "./symbol-layer.ts";

/** What of the camera the scene depends on. */
export interface SceneView {
  readonly zoom: number;
  readonly bounds: readonly [number, number, number, number];
}

/** A badge as drawn, for hit tests. */
export interface PlacedBadge extends Badge {
  readonly lonLat: readonly [number, number];
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Scene {
  readonly layers: Layer[];
  readonly badges: readonly PlacedBadge[];
}

/** Layers whose symbols separate at this zoom, bottom to top. */
export const symbolLayers = (picture: MapPicture, zoom: number) =>
  picture.layers.filter((layer) => zoom >= layer.definition.symbol.minZoom);

const countedLayers = (picture: MapPicture, zoom: number) =>
  picture.layers.filter((layer) => zoom < layer.definition.symbol.minZoom && layer.snapshot.count > 0);

/** Changes exactly when the scene must be made again for a camera that moved. */
export function sceneKey(picture: MapPicture, { zoom, bounds }: SceneView): string {
  const sizes = picture.layers.map(({ definition: { symbol } }) =>
    zoom < symbol.minZoom ? "-" : symbolSizePx(zoom, symbol.minZoom),
  );
  const outlines = picture.layers.map(({ definition }) => (zoom < outlinesMinZoom(definition) ? 0 : 1));
  const counted = countedLayers(picture, zoom);
  if (counted.length === 0) return `${sizes}/${outlines}`;
  const grid = badgeGrid(zoom, counted.length);
  return `${sizes}/${outlines}/${grid.level}/${Object.values(rangeOf(bounds, grid))}`;
}

export class SceneBuilder {
  readonly #pixelRatio: number;
  readonly #columns = new WeakMap<Snapshot, SymbolColumns>();
  readonly #outlines = new WeakMap<Snapshot, OutlineParts>();
  readonly #symbolData = new Map<string, { layer: LayerPicture; data: ReturnType<typeof symbolData> }>();
  readonly #counts = new Map<string, { layer: LayerPicture; counts: CellCounts }>();
  readonly #atlases = new Map<string, SymbolAtlas>();
  #badges: { key: readonly unknown[]; layers: Layer[]; placed: PlacedBadge[] } | null = null;

  constructor(pixelRatio: number) {
    this.#pixelRatio = pixelRatio;
  }

  columns({ definition, snapshot }: LayerPicture): SymbolColumns {
    let columns = this.#columns.get(snapshot);
    if (!columns) {
      columns = toSymbolColumns(definition, snapshot);
      this.#columns.set(snapshot, columns);
    }
    return columns;
  }

  build(picture: MapPicture, view: SceneView): Scene {
    const theme = mapTheme(picture.theme);
    const badges = this.#badgeLayers(picture, view, theme);
    const layers: Layer[] = [
      ...picture.layers.flatMap((layer) => this.#outlineLayers(layer, view.zoom)),
      ...this.#selectionOutlines(picture, theme),
      ...badges.layers,
      ...symbolLayers(picture, view.zoom).map((layer) => this.#symbolLayer(layer, view.zoom, picture, theme)),
      ...this.#selectionRings(picture, view.zoom, theme),
      ...this.#labelLayers(picture, theme),
    ];
    return { layers, badges: badges.placed };
  }

  #symbolLayer(layer: LayerPicture, zoom: number, picture: MapPicture, theme: MapTheme): Layer {
    const { definition, opacity } = layer;
    const size = symbolSizePx(zoom, definition.symbol.minZoom);
    const key = `${definition.id}/${size}/${picture.theme}`;
    let atlas = this.#atlases.get(key);
    if (!atlas) {
      atlas = drawSymbolAtlas(definition, size, this.#pixelRatio, theme);
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

  #dataOf(layer: LayerPicture): ReturnType<typeof symbolData> {
    const id = layer.definition.id;
    const last = this.#symbolData.get(id);
    if (last?.layer.snapshot === layer.snapshot && last.layer.visible === layer.visible) return last.data;
    const positions = last?.layer.snapshot === layer.snapshot ? last.data.attributes.getPosition : null;
    const data = symbolData(this.columns(layer), layer, positions);
    this.#symbolData.set(id, { layer, data });
    return data;
  }

  #badgeLayers(picture: MapPicture, view: SceneView, theme: MapTheme): { layers: Layer[]; placed: PlacedBadge[] } {
    const counted = countedLayers(picture, view.zoom);
    if (counted.length === 0) return { layers: [], placed: [] };
    const grid = badgeGrid(view.zoom, counted.length);
    const counts = counted.map((layer) => this.#countsOf(layer, grid));
    const range = rangeOf(view.bounds, grid);
    const key = [picture.theme, picture.language, Object.values(range).join(), ...counts];
    if (!this.#badges || !sameItems(this.#badges.key, key))
      this.#badges = { key, ...this.#drawBadges(counted, counts, grid, range, picture.language, theme) };
    const { placed } = this.#badges;
    // deck.gl wants new instances after a lost context; with the same data they cost nothing otherwise.
    return { layers: this.#badges.layers.map((layer) => layer.clone({})), placed };
  }

  #drawBadges(
    counted: readonly LayerPicture[],
    counts: readonly CellCounts[],
    grid: Grid,
    range: CellRange,
    language: "zh" | "en",
    theme: MapTheme,
  ): { layers: Layer[]; placed: PlacedBadge[] } {
    const definitions = counted.map((layer) => layer.definition);
    const badges = toBadges(counts, range);
    const sprites = badges.map((badge) => badgeSprite(badge, definitions, language, theme));
    const placed = badges.map((badge, index): PlacedBadge => {
      const { widthPx, heightPx } = sprites[index]!;
      const [x, y] = placeBadge(badge, grid, widthPx, heightPx);
      return { ...badge, lonLat: [fromMercatorX(x), fromMercatorY(y)], widthPx, heightPx };
    });
    return {
      placed,
      layers: placed.length
        ? [
            this.#spriteLayer(
              "badges",
              placed.map((each) => each.lonLat),
              sprites,
            ),
          ]
        : [],
    };
  }

  #countsOf(layer: LayerPicture, grid: Grid): CellCounts {
    const id = layer.definition.id;
    const last = this.#counts.get(id);
    const same =
      last?.layer.snapshot === layer.snapshot &&
      last.layer.visible === layer.visible &&
      last.counts.grid.level === grid.level &&
      last.counts.grid.cellPx === grid.cellPx;
    if (last && same) return last.counts;
    const counts = countCells(this.columns(layer), layer.visible, grid);
    this.#counts.set(id, { layer, counts });
    return counts;
  }

  #outlineLayers(layer: LayerPicture, zoom: number): Layer[] {
    const { definition, snapshot, visible, opacity } = layer;
    if (!snapshot.outlines || zoom < outlinesMinZoom(definition)) return [];
    const { polygons, paths } = this.#outlinesOf(snapshot);
    const columns = this.columns(layer);
    const colors = symbolClasses(definition).map((each) => rgb(each.color));
    const colorOf = (alpha: number) => (part: OutlinePart) =>
      visible && visible[part.row] === 0
        ? HIDDEN
        : ([...colors[columns.classes[columns.ranks[part.row]!]!]!, alpha] as Rgba);
    const shared = {
      opacity,
      positionFormat: "XY" as const,
      updateTriggers: { getFillColor: visible, getColor: visible },
    };
    return [
      new SolidPolygonLayer<OutlinePart>({
        ...shared,
        id: `areas-${definition.id}`,
        data: polygons,
        getPolygon: (part: OutlinePart) => ({ positions: part.positions, holeIndices: [...part.holeIndices] }) as never,
        getFillColor: colorOf(54),
      }),
      new PathLayer<OutlinePart>({
        ...shared,
        id: `outlines-${definition.id}`,
        data: paths,
        getPath: (part) => part.positions as never,
        getColor: colorOf(230),
        getWidth: 1,
        widthUnits: "pixels",
        widthScale: polygons.length === 0 ? 5 : zoom >= 15 ? 2 : 1.5,
        antialiasing: true,
        jointRounded: true,
        capRounded: true,
      } as ConstructorParameters<typeof PathLayer<OutlinePart>>[0]),
    ];
  }

  #outlinesOf(snapshot: Snapshot): OutlineParts {
    let outlines = this.#outlines.get(snapshot);
    if (!outlines) {
      outlines = toOutlineParts(snapshot);
      this.#outlines.set(snapshot, outlines);
    }
    return outlines;
  }

  #selectionOutlines(picture: MapPicture, theme: MapTheme): Layer[] {
    const paths = picture.selected.flatMap(({ layer: id, row }) => {
      const layer = picture.layers.find((each) => each.definition.id === id);
      return layer ? this.#outlinesOf(layer.snapshot).paths.filter((part) => part.row === row) : [];
    });
    if (paths.length === 0) return [];
    return [
      { id: "selected-halo", color: theme.accentHalo, width: 7 },
      { id: "selected-line", color: theme.accent, width: 3.5 },
    ].map(
      ({ id, color, width }) =>
        new PathLayer<OutlinePart>({
          id,
          data: paths,
          positionFormat: "XY",
          getPath: (part) => part.positions as never,
          getColor: [...rgb(color), 255],
          getWidth: width,
          widthUnits: "pixels",
          antialiasing: true,
          jointRounded: true,
          updateTriggers: { getColor: color },
        } as ConstructorParameters<typeof PathLayer<OutlinePart>>[0]),
    );
  }

  #selectionRings(picture: MapPicture, zoom: number, theme: MapTheme): Layer[] {
    const rings = picture.selected.flatMap(({ layer: id, row }) => {
      const layer = picture.layers.find((each) => each.definition.id === id);
      if (!layer || row >= layer.snapshot.count) return [];
      const { minZoom } = layer.definition.symbol;
      const radius = zoom < minZoom ? 9 : symbolSizePx(zoom, minZoom) / 2 + 5;
      return [
        {
          position: [layer.snapshot.lonLat[row * 2]!, layer.snapshot.lonLat[row * 2 + 1]!] as [number, number],
          radius,
        },
      ];
    });
    if (rings.length === 0) return [];
    return [
      { id: "selected-ring-halo", color: theme.accentHalo, width: 6 },
      { id: "selected-ring", color: theme.accent, width: 3 },
    ].map(
      ({ id, color, width }) =>
        new ScatterplotLayer<(typeof rings)[number]>({
          id,
          data: rings,
          getPosition: (ring) => ring.position,
          getRadius: (ring) => ring.radius,
          radiusUnits: "pixels",
          filled: false,
          stroked: true,
          getLineColor: [...rgb(color), 255],
          getLineWidth: width,
          lineWidthUnits: "pixels",
          updateTriggers: { getLineColor: color },
        }),
    );
  }

  #labelLayers(picture: MapPicture, theme: MapTheme): Layer[] {
    const sprites: Sprite[] = [];
    const places: (readonly [number, number])[] = [];
    for (const ring of picture.rings) {
      const top = northernmost(ring.geometry);
      if (!top) continue;
      sprites.push(labelSprite(metres(ring.radiusM), theme));
      places.push([top[0]!, top[1]!]);
    }
    if (picture.marker) {
      sprites.push(pinSprite(theme));
      places.push(picture.marker);
    }
    return sprites.length ? [this.#spriteLayer("labels", places, sprites)] : [];
  }

  #spriteLayer(id: string, places: readonly (readonly [number, number])[], sprites: readonly Sprite[]): Layer {
    const sheet = drawSpriteSheet(sprites, this.#pixelRatio);
    const data = places.map((position, index) => ({ position: [...position] as [number, number], index }));
    return new CrispIconLayer<(typeof data)[number]>({
      id,
      data,
      iconAtlas: asAtlas(sheet.image),
      iconMapping: Object.fromEntries(sheet.frames.map((frame, index) => [index, frame])),
      getPosition: (each) => each.position,
      getIcon: (each) => String(each.index),
      getSize: (each) => sheet.frames[each.index]!.height / this.#pixelRatio,
    });
  }
}

function symbolData(columns: SymbolColumns, layer: LayerPicture, positions: { value: Float64Array; size: 2 } | null) {
  return {
    length: columns.count,
    attributes: {
      getPosition: positions ?? { value: columns.lonLat, size: 2 as const },
      getIcon: { value: toIconColumn(columns, layer.visible), size: 1 as const },
    },
  };
}

/** deck.gl takes any image that WebGL takes; its types name only a URL and a texture. */
const asAtlas = (image: ImageData) => image as unknown as string;

function rangeOf([west, south, east, north]: SceneView["bounds"], grid: Grid): CellRange {
  return cellRange(
    { west: toMercatorX(west), east: toMercatorX(east), north: toMercatorY(north), south: toMercatorY(south) },
    grid,
  );
}

type Rgba = [number, number, number, number];

const HIDDEN: Rgba = [0, 0, 0, 0];

const rgb = (color: string): [number, number, number] => [
  Number.parseInt(color.slice(1, 3), 16),
  Number.parseInt(color.slice(3, 5), 16),
  Number.parseInt(color.slice(5, 7), 16),
];

const sameItems = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, index) => item === b[index]);
