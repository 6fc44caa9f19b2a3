import type { Geometry, Position } from "geojson";
import { findByBox } from "#data/snapshot/index.ts";
import { projectTable } from "#data/snapshot/open.ts";
import type { SnapshotTable } from "#data/snapshot/table.ts";
import { takeRows } from "#data/snapshot/take-rows.ts";
import { findDifferences } from "./differences.ts";
import type { Ask, OpinionResult } from "./opinion.ts";
import { type Ground, runAnalyses } from "./run-analyses.ts";

/** Beyond the reach of any rule: what a neighbour itself hangs on, such as the plant around it, lies within it as a rule. */
const MARGIN_M = 500;
/** For analyses that do not say how far they reach. */
const USUAL_REACH_M = 1_000;

/**
 * The tables with only the features around a proposal, as few as give the very same answers: the questions are asked again on them,
 * and where an answer hangs on something farther away the circle is drawn wider.
 */
export function takeNearby(
  ground: Ground,
  geometry: Geometry,
  asks: readonly Ask[],
  answers: readonly OpinionResult[],
): ReadonlyMap<string, SnapshotTable> {
  const reachM = Math.max(...answers.map(({ summary }) => reachOf(summary)));
  for (let withinM = reachM + MARGIN_M; ; withinM *= 2) {
    const tables = within(ground.tables, geometry, withinM);
    const isWhole = [...tables].every(([layer, { count }]) => count === ground.tables.get(layer)!.count);
    if (isWhole || isSame(answers, asks, { ...ground, tables })) return tables;
  }
}

const isSame = (answers: readonly OpinionResult[], asks: readonly Ask[], ground: Ground): boolean =>
  findDifferences(answers, runAnalyses(asks, ground)).length === 0;

function within(tables: Ground["tables"], geometry: Geometry, withinM: number): ReadonlyMap<string, SnapshotTable> {
  const positions = positionsOf((geometry as { coordinates: Nested }).coordinates);
  return new Map(
    [...tables].map(([layer, table]) => {
      const snapshot = projectTable(table);
      const xy = snapshot.plane.projectAll(Float64Array.from(positions.flatMap(([lon, lat]) => [lon!, lat!])));
      const [xs, ys] = [0, 1].map((axis) => xy.filter((_, i) => i % 2 === axis));
      const rows = findByBox(snapshot, [
        least(xs!) - withinM,
        least(ys!) - withinM,
        greatest(xs!) + withinM,
        greatest(ys!) + withinM,
      ]);
      return [
        layer,
        takeRows(
          table,
          rows.sort((a, b) => a - b),
        ),
      ];
    }),
  );
}

const least = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const greatest = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

type Nested = Position | Nested[];

const positionsOf = (nested: Nested): Position[] =>
  typeof nested[0] === "number" ? [nested as Position] : (nested as Nested[]).flatMap(positionsOf);

/** Where a proposal is: the middle of a zone whose place nobody has stated. */
export function firstPositionOf(geometry: Geometry): readonly [number, number] {
  const [longitude = 0, latitude = 0] = positionsOf((geometry as { coordinates: Nested }).coordinates)[0] ?? [];
  return [longitude, latitude];
}

/** Analyses with a reach state it as `reachM`. */
function reachOf(summary: unknown): number {
  const reachM = (summary as { reachM?: unknown } | null)?.reachM;
  return typeof reachM === "number" && Number.isFinite(reachM) ? reachM : USUAL_REACH_M;
}
