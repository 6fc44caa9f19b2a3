import type { Crashes } from "../crashes.ts";
import { mergeWindows } from "./merge-windows.ts";
import { longestMisses, type NearMiss, nearMissesOf } from "./near-miss.ts";
import type { RollingPeriod } from "./rolling-period.ts";
import type { Circles, Scene } from "./scene.ts";
import { circleSpot, rowsOf, type SiteSpot, screenByRule, sharesNone } from "./screen.ts";

/** A place that one more crash would make a black spot. */
export interface WatchedSite {
  readonly spot: SiteSpot;
  readonly rows: Uint32Array;
  /** At most one for each criterion, in no order. */
  readonly misses: readonly NearMiss[];
}

/**
 * Places that one more crash would make a black spot and that share no crash with one: junctions or circles, stretches, and stretches
 * that only together with their junctions' crashes come near and share none with a place found before.
 *
 * The crash may happen on any day from the end of the period to the last day of a miss; the period moves on with it.
 */
export function watchByRule(scene: Scene, crashes: Crashes, period: RollingPeriod): WatchedSite[] {
  const { judge, circles, windows } = scene;
  const taken = rowsOf(screenByRule(scene));
  const found: WatchedSite[] = [];
  const keep = (sites: readonly WatchedSite[]) => {
    found.push(...sites);
    for (const row of rowsOf(sites)) taken.add(row);
  };
  if (circles) keep(watchedCircles(scene, circles, taken, crashes, period));
  if (!windows) return found;
  for (const pieces of [windows.pieces, windows.withJunctions ?? []]) {
    const stretches = pieces.flatMap((piece) =>
      mergeWindows(piece, { lengthM: windows.lengthOf(piece.route), leastM: windows.leastM }, judge, (set) => {
        const { running, rows, first, last } = set;
        const misses = nearMissesOf(judge, running, rows, [first, last], crashes.timeMs, period);
        return misses.length > 0 && sharesNone(set, taken) ? misses : null;
      }),
    );
    keep(
      stretches.map(({ route, fromM, toM, rows, kept }) => ({
        spot: { kind: "segment", route, fromM, toM },
        rows,
        misses: longestMisses(kept.flat()),
      })),
    );
  }
  return found;
}

/** The circle that stays near longest stands for those that share crashes with it; what these are near to is told of it too. */
function watchedCircles(
  { judge }: Scene,
  circles: Circles,
  taken: ReadonlySet<number>,
  crashes: Crashes,
  period: RollingPeriod,
): WatchedSite[] {
  const near: { centre: number; rows: Uint32Array; misses: NearMiss[]; lastDayMs: number }[] = [];
  for (let centre = 0; centre < circles.count; centre++) {
    const rows = circles.rowsIn(centre);
    const running = judge.countAll(rows);
    const misses = nearMissesOf(judge, running, rows, [0, rows.length - 1], crashes.timeMs, period);
    if (misses.length === 0 || rows.some((row) => taken.has(row))) continue;
    near.push({ centre, rows, misses, lastDayMs: Math.max(...misses.map((miss) => miss.lastDayMs)) });
  }
  near.sort((a, b) => b.lastDayMs - a.lastDayMs || b.rows.length - a.rows.length || a.centre - b.centre);
  const chosen: { centre: number; rows: Uint32Array; misses: NearMiss[] }[] = [];
  const heldBy = new Map<number, number>();
  for (const { centre, rows, misses } of near) {
    const held = rows.find((row) => heldBy.has(row));
    if (held !== undefined) {
      chosen[heldBy.get(held)!]!.misses.push(...misses);
      continue;
    }
    for (const row of rows) heldBy.set(row, chosen.length);
    chosen.push({ centre, rows, misses: [...misses] });
  }
  return chosen.map(({ centre, rows, misses }) => ({
    spot: circleSpot(circles, centre),
    rows,
    misses: longestMisses(misses),
  }));
}
