import type { Layer } from "@deck.gl/core";
import { type Badge, badgeGrid, type CellRange, cellRange, placeBadge, toBadges } from "./badge-cells.ts";
import { badgeSprite } from "./badge-drawing.ts";
import { type CellCounts, countCells, type Grid, gridScale } from "./cell-counts.ts";
import { mapTheme } from "./map-theme.ts";
import { fromMercatorX, fromMercatorY, toMercatorX, toMercatorY } from "./mercator.ts";
import type { MapPicture } from "./picture.ts";
import type { SceneLayer, SceneView } from "./scene-view.ts";
import { spriteLayer } from "./sprite-layer.ts";

/** A badge as drawn, for hit tests. */
export interface PlacedBadge extends Badge {
  readonly lonLat: readonly [number, number];
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Badges {
  readonly layers: Layer[];
  readonly placed: readonly PlacedBadge[];
}

const NONE: Badges = { layers: [], placed: [] };

/** More single symbols than this in view are a carpet that no badge can step around. */
const MOST_SYMBOLS_AVOIDED = 5000;

/** The counts of layers too dense to draw, made again only when a count, the cells in view or the look changed. */
export class BadgeScene {
  readonly #pixelRatio: number;
  readonly #counts = new Map<string, { layer: SceneLayer; counts: CellCounts }>();
  #last: { key: readonly unknown[]; badges: Badges } | null = null;

  constructor(pixelRatio: number) {
    this.#pixelRatio = pixelRatio;
  }

  build(counted: readonly SceneLayer[], single: readonly SceneLayer[], picture: MapPicture, view: SceneView): Badges {
    if (counted.length === 0) return NONE;
    const grid = badgeGrid(view.zoom, counted.length);
    const range = rangeOf(view.bounds, grid);
    const counts = counted.map((layer) => this.#countsOf(layer, grid));
    const key = [
      picture.theme,
      picture.language,
      Object.values(range).join(),
      ...counts,
      ...single.flatMap((layer) => [layer.snapshot, layer.visible]),
    ];
    if (!this.#last || !sameItems(this.#last.key, key))
      this.#last = { key, badges: this.#draw(counted, counts, symbolsByCell(single, grid, range), range, picture) };
    const { layers, placed } = this.#last.badges;
    // deck.gl wants new instances after a lost context; with the same data they cost nothing otherwise.
    return { placed, layers: layers.map((layer) => layer.clone({})) };
  }

  #draw(
    counted: readonly SceneLayer[],
    counts: readonly CellCounts[],
    symbols: ReadonlyMap<string, number[]>,
    range: CellRange,
    picture: MapPicture,
  ): Badges {
    const { grid } = counts[0]!;
    const definitions = counted.map((layer) => layer.definition);
    const most = counts.map((each) => each.counts.reduce((largest, count) => Math.max(largest, count), 0));
    const badges = toBadges(counts, range);
    if (badges.length === 0) return NONE;
    const sprites = badges.map((badge) =>
      badgeSprite(badge, definitions, picture.language, mapTheme(picture.theme), most),
    );
    const placed = badges.map((badge, index): PlacedBadge => {
      const { widthPx, heightPx } = sprites[index]!;
      const near = symbols.get(`${badge.column},${badge.row}`);
      const [x, y] = placeBadge(badge, grid, widthPx, heightPx, near);
      return { ...badge, lonLat: [fromMercatorX(x), fromMercatorY(y)], widthPx, heightPx };
    });
    const places = placed.map((each) => each.lonLat);
    return { placed, layers: [spriteLayer("badges", places, sprites, this.#pixelRatio)] };
  }

  #countsOf(layer: SceneLayer, grid: Grid): CellCounts {
    const id = layer.definition.id;
    const last = this.#counts.get(id);
    const same =
      last?.layer.snapshot === layer.snapshot &&
      last.layer.visible === layer.visible &&
      last.counts.grid.level === grid.level &&
      last.counts.grid.cellPx === grid.cellPx;
    if (last && same) return last.counts;
    const counts = countCells(layer.symbols, layer.visible, grid);
    this.#counts.set(id, { layer, counts });
    return counts;
  }
}

/** The view's cells as text: equal texts, equal badges. */
export function badgeKey(counted: number, view: SceneView): string {
  const grid = badgeGrid(view.zoom, counted);
  return `${grid.level}/${Object.values(rangeOf(view.bounds, grid))}`;
}

/** Single symbols by cell, each also in the cells beside its own: a symbol on an edge is in the way of both. */
function symbolsByCell(layers: readonly SceneLayer[], grid: Grid, range: CellRange): Map<string, number[]> {
  const scale = gridScale(grid);
  const cells = new Map<string, number[]>();
  let seen = 0;
  for (const { symbols, visible } of layers) {
    for (let i = 0; i < symbols.count; i++) {
      if (visible && visible[symbols.rows[i]!] === 0) continue;
      const x = symbols.mercator[i * 2]!;
      const y = symbols.mercator[i * 2 + 1]!;
      const column = Math.floor(x * scale);
      const row = Math.floor(y * scale);
      if (column < range.fromColumn || column > range.toColumn || row < range.fromRow || row > range.toRow) continue;
      if (++seen > MOST_SYMBOLS_AVOIDED) return cells;
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++) {
          const key = `${column + dx},${row + dy}`;
          const there = cells.get(key);
          if (there) there.push(x, y);
          else cells.set(key, [x, y]);
        }
    }
  }
  return cells;
}

function rangeOf([west, south, east, north]: SceneView["bounds"], grid: Grid): CellRange {
  return cellRange(
    { west: toMercatorX(west), east: toMercatorX(east), north: toMercatorY(north), south: toMercatorY(south) },
    grid,
  );
}

const sameItems = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((item, index) => item === b[index]);
