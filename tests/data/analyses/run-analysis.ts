import type { z } from "zod";
import { type AnalysisDefinition, AnalysisRefusal, type AnalysisResult } from "#data/analyses/define.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { getLayer } from "#data/layers/index.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { makeSnapshot, ZONE } from "../../support/make-snapshot.ts";
import { LIBRARY_BOOK } from "../../support/rule-book.ts";

/** Runs an analysis as the server does: parameters parsed, only the layers that it named at hand; a ledger not given is empty. */
export function runAnalysis<Parameters extends z.ZodType, Finding, Summary>(
  analysis: AnalysisDefinition<Parameters, Finding, Summary>,
  parameters: unknown,
  snapshots: readonly Snapshot[],
): AnalysisResult<Finding, Summary> {
  const parsed = analysis.parameters.parse(parameters);
  const named = analysis.layers(parsed);
  return analysis.run(parsed, {
    plane: createZonePlane(ZONE),
    snapshot: (layer) => {
      if (!named.includes(layer)) throw new RangeError(`${analysis.name} reads ${layer} and did not name it`);
      return snapshots.find((each) => each.layer === layer) ?? makeSnapshot(layer, []);
    },
    layer: getLayer,
    rules: LIBRARY_BOOK,
  });
}

/** The field and the range for which parameters are refused by the schema; empty when they are accepted. */
export function schemaRefusals(analysis: AnalysisDefinition, parameters: unknown): string[] {
  const parsed = analysis.parameters.safeParse(parameters);
  return (parsed.error?.issues ?? []).map((issue) => {
    const { path, code, minimum, maximum } = issue as typeof issue & { minimum?: number; maximum?: number };
    const range = minimum !== undefined ? ` > ${minimum}` : maximum !== undefined ? ` ≤ ${maximum}` : "";
    return `${path.join(".")} ${code}${range}`;
  });
}

/** The field and what is allowed, of the refusal that a call throws. Anything else that it throws goes through. */
export function refusalOf(call: () => unknown): { field: string; allowed: string | null } {
  try {
    call();
  } catch (error) {
    if (error instanceof AnalysisRefusal) return { field: error.field, allowed: error.allowed };
    throw error;
  }
  throw new Error("not refused");
}
