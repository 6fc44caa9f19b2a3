import { gunzipSync, gzipSync } from "node:zlib";
import type { Geometry } from "geojson";
import { AnalysisRefusal } from "#data/analyses/define.ts";
import { getLayer } from "#data/layers/index.ts";
import { decodeSnapshot, encodeSnapshot } from "#data/snapshot/arrow.ts";
import type { SnapshotTable } from "#data/snapshot/table.ts";
import type { RuleBook } from "#data/standards/rule.ts";
import { composeRuleBook, type RuleSource } from "#data/standards/rule-book.ts";
import { takeNearby } from "./nearby.ts";
import type { Ask, OpinionResult } from "./opinion.ts";
import { openGround } from "./run-analyses.ts";

/** What to find out; plain data, since it crosses into a worker thread. */
export interface JudgeJob {
  readonly asks: readonly Ask[];
  readonly geometry: Geometry;
  readonly zoneCenter: readonly [number, number];
  readonly rules: RuleSource;
  /** Gzipped tables of every layer that the questions are about. */
  readonly packed: Readonly<Record<string, Uint8Array>>;
}

/** What an opinion is made of. */
export interface Judged {
  readonly results: readonly OpinionResult[];
  readonly book: RuleBook;
  /** Features of each layer that was read. */
  readonly counts: Readonly<Record<string, number>>;
  /** The gzipped tables that give the same answers again: of what stands near enough to matter. */
  readonly nearby: Readonly<Record<string, Uint8Array>>;
}

export type JudgeOutcome =
  | Judged
  | {
      /** `ask`: which of the questions. */
      readonly refusal: {
        readonly ask: number;
        readonly field: string;
        readonly reason: string;
        readonly allowed: string | null;
      };
    };

/** Answers the questions, and takes what has to travel with the answers. */
export function judge({ asks, geometry, zoneCenter, rules: source, packed }: JudgeJob): JudgeOutcome {
  const rules = composeRuleBook(source);
  const tables = new Map(Object.entries(packed).map(([layer, bytes]) => [layer, decodeSnapshot(gunzipSync(bytes))]));
  const ground = { zoneCenter, rules, tables };
  const { run } = openGround(ground);
  const results: OpinionResult[] = [];
  for (const [ask, question] of asks.entries()) {
    try {
      results.push(run(question));
    } catch (error) {
      if (!(error instanceof AnalysisRefusal)) throw error;
      const { field, reason, allowed } = error;
      return { refusal: { ask, field, reason, allowed } };
    }
  }
  return {
    results,
    book: rules,
    counts: Object.fromEntries([...tables].map(([layer, { count }]) => [layer, count])),
    nearby: packAll(takeNearby(ground, geometry, asks, results)),
  };
}

const packAll = (tables: ReadonlyMap<string, SnapshotTable>): Record<string, Uint8Array> =>
  Object.fromEntries(
    [...tables].map(([layer, table]) => [layer, gzipSync(encodeSnapshot(table, getLayer(layer)), { level: 9 })]),
  );
