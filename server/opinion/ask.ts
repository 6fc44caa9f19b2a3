import { findAnalysis } from "#data/analyses/index.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import type { Ask } from "./opinion.ts";

/** More pairs than any place has: nothing is cut off from what is signed. */
const MOST_FINDINGS = 100_000;

/** The question that every opinion begins with, with every finding that it has. */
export function spacingAsk(proposal: Proposal): Ask {
  const analysis = findAnalysis("spacing");
  if (!analysis) throw new RangeError("there is no analysis spacing");
  return { name: "spacing", parameters: analysis.parameters.parse({ proposal, limit: MOST_FINDINGS }) };
}
