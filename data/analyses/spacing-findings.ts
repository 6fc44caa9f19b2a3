import type { AnalysisInputs } from "./define.ts";
import type { CheckedPair } from "./measure-pair.ts";
import type { SpacingFinding, SpacingObject } from "./spacing-results.ts";
import type { HazardThing, TargetThing } from "./spacing-things.ts";

/** @param proposalName - for the side that is in no ledger. */
export function toFinding(
  hazard: HazardThing,
  target: TargetThing,
  { distanceM, line, outcomes }: CheckedPair,
  inputs: AnalysisInputs,
  proposalName = "",
): SpacingFinding {
  return {
    hazard: objectOf(hazard, inputs, proposalName),
    target: objectOf(target, inputs, proposalName),
    verdict: outcomes[0]!.verdict,
    distanceM,
    line,
    rules: outcomes,
    people: target.people,
  };
}

function objectOf(
  { layer, row }: HazardThing | TargetThing,
  inputs: AnalysisInputs,
  proposalName: string,
): SpacingObject {
  if (layer === null) return { layer: null, id: null, code: "", name: proposalName };
  const { ids, codes, names } = inputs.snapshot(layer);
  return { layer, id: ids.get(row), code: codes.get(row) ?? "", name: names.get(row) ?? "" };
}
