import { findAnalysis } from "#data/analyses/index.ts";
import { createZonePlane, type ZonePlane } from "#data/geodesy/zone-plane.ts";
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

/** A ground that is opened once and asked many times. */
export interface OpenGround {
  /**
   * Answers a question. The answer is what JSON makes of it, so that it can be compared with one that was kept.
   *
   * @throws AnalysisRefusal naming the field when it cannot be answered; RangeError for an analysis that does not exist.
   */
  run(ask: Ask): OpinionResult;
}

export function openGround({ zoneCenter, rules, tables }: Ground): OpenGround {
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
  return {
    run({ name, parameters }) {
      const analysis = findAnalysis(name);
      if (!analysis) throw new RangeError(`there is no analysis ${name}`);
      const result = analysis.run(parameters, { plane: planeFor(zoneCenter), rules, layer: getLayer, snapshot });
      const layers = [...new Set(analysis.layers(parameters))];
      const revisions = Object.fromEntries(layers.map((layer) => [layer, snapshot(layer).revision]));
      const ruleEdition = analysis.usesRules ? rules.edition : null;
      return asJson({ name, ...result, inputs: { revisions, ruleEdition, parameters } });
    },
  };
}

/** Answers several questions on the same ground, in their order. */
export function runAnalyses(asks: readonly Ask[], ground: Ground): OpinionResult[] {
  const { run } = openGround(ground);
  return asks.map(run);
}

/** The layers that these questions are about. */
export const layersOf = (asks: readonly Ask[]): string[] => [
  ...new Set(asks.flatMap(({ name, parameters }) => findAnalysis(name)?.layers(parameters) ?? [])),
];

const asJson = (value: OpinionResult): OpinionResult => JSON.parse(JSON.stringify(value)) as OpinionResult;
