import { AnalysisRefusal } from "#data/analyses/define.ts";
import { findAnalysis } from "#data/analyses/index.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { getLayer } from "#data/layers/index.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { composeRuleBook } from "#data/standards/rule-book.ts";
import type { Outcome, Question, Reply } from "./protocol.ts";

/** The analyses of `data/`, beside the page: the same code that the server runs, on the same tables. */

const snapshots = new Map<string, Snapshot>();
let plane = createZonePlane([0, 0]);
let rules = composeRuleBook({ decisions: [], local: [], day: localDayOf(new Date()) });

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  switch (data.kind) {
    case "zone":
      plane = createZonePlane(data.center);
      return;
    case "snapshot":
      snapshots.set(data.layer, openSnapshot(data.bytes));
      return;
    case "rules":
      rules = composeRuleBook(data.source);
      return;
    case "run":
      reply(data.ticket, data.name, data.parameters);
  }
});

function reply(ticket: number, name: string, parameters: unknown): void {
  let answer: Reply;
  try {
    answer = { ticket, outcome: run(name, parameters) };
  } catch (error) {
    answer = { ticket, crash: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  self.postMessage(answer);
}

function run(name: string, given: unknown): Outcome {
  const started = performance.now();
  const analysis = findAnalysis(name);
  if (!analysis) throw new RangeError(`no analysis ${name}`);
  const parsed = analysis.parameters.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { refusal: { field: issue?.path.join(".") ?? "", reason: issue?.message ?? "", allowed: null } };
  }
  const revisions: Record<string, number> = {};
  try {
    const result = analysis.run(parsed.data, {
      plane,
      rules,
      layer: getLayer,
      snapshot(layer) {
        const snapshot = snapshots.get(layer);
        if (!snapshot) throw new RangeError(`${layer} has not been delivered yet`);
        revisions[layer] = snapshot.revision;
        return snapshot;
      },
    });
    return {
      ...result,
      revisions,
      ruleEdition: analysis.usesRules ? rules.edition : null,
      tookMs: performance.now() - started,
    };
  } catch (error) {
    if (!(error instanceof AnalysisRefusal)) throw error;
    const { field, reason, allowed } = error;
    return { refusal: { field, reason, allowed } };
  }
}
