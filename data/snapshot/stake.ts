import { findByBox } from "./index.ts";
import type { Snapshot } from "./snapshot.ts";

/** A place on a road with its stake. */
export interface StakePlace {
  /** Row of the road section in the snapshot. */
  readonly row: number;
  /** Metres from the road's zero. */
  readonly stakeM: number;
  /** On the road's axis, WGS84. */
  readonly position: readonly [number, number];
}

/** Stakes at the ends of neighbouring sections are one place. */
const SAME_PLACE_M = 1;

/**
 * Where a stake stands. The stake of a section's first vertex is its `startStakeM`, and stakes grow along the line by its
 * length on the plane; sections without a start have none.
 *
 * @param roads - a snapshot of `roads`.
 * @param road - road number or name, whatever its case and width (`Ｇ111`, `g111`).
 * @param stakeM - metres from the road's zero.
 * @returns every section that has it (roads of the same name in several places), in the order of the rows; empty when none does.
 */
export function findStake(roads: Snapshot, road: string, stakeM: number): StakePlace[] {
  const places: (StakePlace & { readonly xy: readonly [number, number] })[] = [];
  for (const row of findRoad(roads, road)) {
    const start = startOf(roads, row);
    if (start === null || stakeM < start - SAME_PLACE_M) continue;
    const xy = placeAlong(linesOf(roads, row), stakeM - start);
    if (!xy || places.some((other) => Math.hypot(other.xy[0] - xy[0], other.xy[1] - xy[1]) <= SAME_PLACE_M)) continue;
    places.push({ row, stakeM, xy, position: roads.plane.toLonLat(...xy) });
  }
  return places.map(({ xy: _, ...place }) => place);
}

/** A road beside a place, with the stake of its nearest point. */
export interface NearbyStake extends StakePlace {
  readonly road: { readonly code: string | null; readonly name: string };
  /** From the place to the road's axis, plane metres. */
  readonly offsetM: number;
}

/**
 * The stakes of the roads around a place, nearest road first.
 *
 * @param at - `[longitude, latitude]`.
 * @param withinM - how far a road may lie, plane metres.
 */
export function findStakesNear(roads: Snapshot, at: readonly [number, number], withinM: number): NearbyStake[] {
  const [x, y] = roads.plane.toPlane(...at);
  return findByBox(roads, [x - withinM, y - withinM, x + withinM, y + withinM])
    .flatMap((row) => {
      const start = startOf(roads, row);
      if (start === null) return [];
      const nearest = nearestAlong(linesOf(roads, row), x, y);
      if (nearest.offsetM > withinM) return [];
      return {
        row,
        road: { code: roadCodeOf(roads, row), name: roads.names.get(row) ?? "" },
        stakeM: start + nearest.alongM,
        offsetM: nearest.offsetM,
        position: roads.plane.toLonLat(...nearest.xy),
      };
    })
    .sort((a, b) => a.offsetM - b.offsetM);
}

/** `K812+300`; a fraction of a metre is rounded. */
export function formatStake(stakeM: number): string {
  const metres = Math.round(stakeM);
  return `K${Math.floor(metres / 1000)}+${String(metres % 1000).padStart(3, "0")}`;
}

const STAKE = /^(?:(k)\s*)?(\d{1,5}(?:\.\d+)?)(?:\s*(km|公里|千米))?(?:\s*(\+)?\s*(\d{1,3}(?:\.\d+)?)\s*(m|米)?)?$/;

/**
 * Reads `K812+300`, `K812`, `812.3km`, `812公里300米`. A bare number is no stake.
 *
 * @returns metres, or `null`.
 */
export function parseStake(text: string): number | null {
  const found = STAKE.exec(text.normalize("NFKC").trim().toLowerCase());
  if (!found) return null;
  const [, k, kilometres, unit, plus, metres] = found;
  if (!k && !unit && !plus) return null;
  if (metres !== undefined && !plus && !unit) return null;
  return Number(kilometres) * 1000 + Number(metres ?? 0);
}

const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

function findRoad(roads: Snapshot, road: string): number[] {
  const wanted = fold(road);
  const rows: number[] = [];
  for (let row = 0; row < roads.count; row++)
    if (fold(roadCodeOf(roads, row) ?? "") === wanted || fold(roads.names.get(row) ?? "") === wanted) rows.push(row);
  return rows;
}

function roadCodeOf(roads: Snapshot, row: number): string | null {
  const column = roads.columns.roadCode;
  return column?.type === "text" ? column.get(row) : null;
}

function startOf(roads: Snapshot, row: number): number | null {
  const column = roads.columns.startStakeM;
  const start = column?.type === "number" ? column.numbers[row]! : Number.NaN;
  return Number.isNaN(start) ? null : start;
}

function linesOf({ outlines }: Snapshot, row: number): Float64Array[] {
  const lines: Float64Array[] = [];
  if (outlines?.kind[row] !== 1) return lines;
  for (let part = outlines.featureStart[row]!; part < outlines.featureStart[row + 1]!; part++)
    lines.push(outlines.xy.subarray(outlines.partStart[part]! * 2, outlines.partStart[part + 1]! * 2));
  return lines;
}

/** @returns `null` beyond the end of the last line. */
function placeAlong(lines: readonly Float64Array[], alongM: number): [number, number] | null {
  let left = Math.max(0, alongM);
  for (const [index, line] of lines.entries()) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [ax, ay, bx, by] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
      const length = Math.hypot(bx - ax, by - ay);
      if (left <= length) {
        const share = length === 0 ? 0 : left / length;
        return [ax + (bx - ax) * share, ay + (by - ay) * share];
      }
      left -= length;
    }
    if (index === lines.length - 1 && left <= SAME_PLACE_M) return [line[line.length - 2]!, line[line.length - 1]!];
  }
  return null;
}

function nearestAlong(lines: readonly Float64Array[], x: number, y: number) {
  let nearest = { offsetM: Number.POSITIVE_INFINITY, alongM: 0, xy: [x, y] as [number, number] };
  let before = 0;
  for (const line of lines)
    for (let i = 0; i + 3 < line.length; i += 2) {
      const [ax, ay, bx, by] = [line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!];
      const length = Math.hypot(bx - ax, by - ay);
      const dot = (x - ax) * (bx - ax) + (y - ay) * (by - ay);
      const share = length === 0 ? 0 : Math.max(0, Math.min(1, dot / length ** 2));
      const xy: [number, number] = [ax + (bx - ax) * share, ay + (by - ay) * share];
      const offsetM = Math.hypot(x - xy[0], y - xy[1]);
      if (offsetM < nearest.offsetM) nearest = { offsetM, alongM: before + length * share, xy };
      before += length;
    }
  return nearest;
}
