import { ANALYSES } from "#data/analyses/index.ts";
import type { ZonePlane } from "#data/geodesy/zone-plane.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { getLayer } from "#data/layers/index.ts";
import { projectTable } from "#data/snapshot/open.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { SnapshotTable } from "#data/snapshot/table.ts";
import type { RuleBook } from "#data/standards/rule.ts";
import type { Ask, OpinionResult } from "./opinion.ts";

/** Everything that analyses read. */
export interface Ground {
  readonly zoneCenter: readonly [number, number];
  readonly rules: RuleBook;
  readonly tables: ReadonlyMap<string, SnapshotTable>;
}

/**
 * Answers several questions on the same ground. The answers are what JSON makes of them, so that they can be compared with answers
 * that were kept.
 *
 * @throws AnalysisRefusal naming the field of the first that cannot be answered; RangeError for an analysis that does not exist.
 */
export function runAnalyses(asks: readonly Ask[], { zoneCenter, rules, tables }: Ground): OpinionResult[] {
  const planes = new Map<string, ZonePlane>();
  const planeFor = (center: readonly [number, number]) => {
    const plane = planes.get(center.join()) ?? createZonePlane(center);
    planes.set(center.join(), plane);
    return plane;
  };
  const opened = new Map<string, Snapshot>();
  const snapshot = (layer: string) => {
    const table = tables.get(layer);
    if (!table) throw new RangeError(`there is no snapshot of ${layer}`);
    const known = opened.get(layer) ?? projectTable(table, planeFor);
    opened.set(layer, known);
    return known;
  };
  return asks.map(({ name, parameters }) => {
    const analysis = ANALYSES.find((each) => each.name === name);
    if (!analysis) throw new RangeError(`there is no analysis ${name}`);
    const result = analysis.run(parameters, { plane: planeFor(zoneCenter), rules, layer: getLayer, snapshot });
    const layers = [...new Set(analysis.layers(parameters))];
    const revisions = Object.fromEntries(layers.map((layer) => [layer, snapshot(layer).revision]));
    const ruleEdition = analysis.usesRules ? rules.edition : null;
    return asJson({ name, ...result, inputs: { revisions, ruleEdition, parameters } });
  });
}

/** The layers that these questions are about. */
export const layersOf = (asks: readonly Ask[]): string[] => [
  ...new Set(
    asks.flatMap(({ name, parameters }) => ANALYSES.find((each) => each.name === name)?.layers(parameters) ?? []),
  ),
];

const asJson = (value: OpinionResult): OpinionResult => JSON.parse(JSON.stringify(value)) as OpinionResult;
