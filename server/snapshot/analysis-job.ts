import { gunzipSync } from "node:zlib";
import { AnalysisRefusal } from "#data/analyses/define.ts";
import { ANALYSES } from "#data/analyses/index.ts";
import { createZonePlane, type ZonePlane } from "#data/geodesy/zone-plane.ts";
import { getLayer } from "#data/layers/index.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { RuleBook } from "#data/standards/rule.ts";
import { composeRuleBook, type RuleSource } from "#data/standards/rule-book.ts";

/** A snapshot that the worker needs; without `packed` when it has that revision already. */
export interface DeliveredSnapshot {
  readonly layer: string;
  readonly revision: number;
  readonly packed?: Uint8Array;
}

export interface AnalysisJob {
  readonly name: string;
  /** As the analysis' schema gave them back. */
  readonly parameters: unknown;
  readonly zoneCenter: readonly [number, number];
  readonly snapshots: readonly DeliveredSnapshot[];
  readonly rules: RuleSource;
}

export type AnalysisOutcome =
  | { readonly findings: readonly unknown[]; readonly summary: unknown; readonly ruleEdition: string | null }
  | { readonly refusal: { readonly field: string; readonly reason: string; readonly allowed: string | null } };

/** Opened once per revision and used until the next one arrives. */
const opened = new Map<string, Snapshot>();
const planes = new Map<string, ZonePlane>();

function planeFor(center: readonly [number, number]): ZonePlane {
  const key = center.join();
  let plane = planes.get(key);
  if (!plane) {
    plane = createZonePlane(center);
    planes.set(key, plane);
  }
  return plane;
}

/** Composed once per source: it does not change between two runs. */
let book: { readonly key: string; readonly book: RuleBook } | null = null;

function bookOf(source: RuleSource): RuleBook {
  const key = JSON.stringify(source);
  if (book?.key !== key) book = { key, book: composeRuleBook(source) };
  return book.book;
}

/** Runs one analysis on the snapshots that came with it or before it. */
export function runAnalysis({ name, parameters, zoneCenter, snapshots, rules }: AnalysisJob): AnalysisOutcome {
  for (const { layer, packed } of snapshots) if (packed) opened.set(layer, openSnapshot(gunzipSync(packed), planeFor));
  const analysis = ANALYSES.find((each) => each.name === name);
  if (!analysis) throw new RangeError(`no analysis ${name}`);
  const named = new Set(snapshots.map(({ layer }) => layer));
  try {
    const book = bookOf(rules);
    const result = analysis.run(parameters, {
      plane: planeFor(zoneCenter),
      rules: book,
      layer: getLayer,
      snapshot(layer) {
        const snapshot = named.has(layer) ? opened.get(layer) : undefined;
        if (!snapshot) throw new RangeError(`${name} did not name ${layer} among its layers`);
        return snapshot;
      },
    });
    return { ...result, ruleEdition: analysis.usesRules ? book.edition : null };
  } catch (error) {
    if (!(error instanceof AnalysisRefusal)) throw error;
    const { field, reason, allowed } = error;
    return { refusal: { field, reason, allowed } };
  }
}
