import type { Geometry, Position } from "geojson";

type Polygon = Position[][];

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/**
 * Cuts the next denser band out of a band. Bands nest; drawn one over the other, translucent colours would mix and no longer
 * match the legend.
 *
 * @param band - all places at or above its density.
 * @param denser - the next band, wholly within `band`, or `null` for the densest.
 */
export function withoutDenser(band: Geometry, denser: Geometry | null): Geometry {
  const outer = toPolygons(band);
  if (!denser) return { type: "MultiPolygon", coordinates: outer };
  const inner = toPolygons(denser);
  // A hole of the denser band is a place of this band again: an island, unless this band has its own hole there.
  const pieces: { polygon: Polygon; box: Box }[] = outer.map((polygon) => ({
    polygon: [...polygon],
    box: boxOf(polygon[0]!),
  }));
  const islands: { ring: Position[]; box: Box }[] = inner.flatMap((polygon) =>
    polygon.slice(1).map((ring) => ({ ring, box: boxOf(ring) })),
  );
  for (const polygon of inner) {
    const ring = polygon[0]!;
    const home = pieces.find(({ polygon: [shell], box }) => covers(box, ring[0]!) && contains(shell!, ring[0]!));
    home?.polygon.push(ring);
  }
  const result = pieces.map((piece) => piece.polygon);
  for (const island of islands) result.push(takeIsland(island.ring, island.box, result, pieces.length));
  return { type: "MultiPolygon", coordinates: result };
}

/** Holes of the outer band that lie in an island move to it. */
function takeIsland(ring: Position[], box: Box, result: Polygon[], pieces: number): Polygon {
  const island: Polygon = [ring];
  for (let i = 0; i < pieces; i++) {
    const [shell, ...holes] = result[i]!;
    const inside = holes.filter((hole) => hole !== ring && covers(box, hole[0]!) && contains(ring, hole[0]!));
    if (inside.length === 0) continue;
    island.push(...inside);
    result[i] = [shell!, ...holes.filter((hole) => !inside.includes(hole))];
  }
  return island;
}

function toPolygons(geometry: Geometry): Polygon[] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
}

function boxOf(ring: readonly Position[]): Box {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of ring as [number, number][]) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return { minX, minY, maxX, maxY };
}

const covers = (box: Box, [x, y]: Position) => x! >= box.minX && x! <= box.maxX && y! >= box.minY && y! <= box.maxY;

/** Even-odd test of a position against one ring. */
function contains(ring: readonly Position[], [x, y]: Position): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i] as [number, number];
    const [xj, yj] = ring[j] as [number, number];
    if (yi > y! !== yj > y! && x! < ((xj - xi) * (y! - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}
