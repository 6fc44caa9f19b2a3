import type { CampaignFinding, Standing, StandingKind } from "#data/analyses/campaign-results.ts";
import type { CampaignWords } from "../../../messages/screen-campaign.ts";

/** How grave a standing is, the gravest first; what cannot be judged comes before what is simply not due. */
const ORDER: readonly StandingKind[] = [
  "late",
  "cannot-tell",
  "running",
  "countdown",
  "done-late",
  "done",
  "direction",
  "no-data",
];

/** A frequency that is reached in its period is as good as done; one that is not yet comes with those that are due. */
const rankOf = ({ standing }: CampaignFinding): number =>
  standing.kind === "running" && standing.reached === "yes" ? ORDER.indexOf("done") : ORDER.indexOf(standing.kind);

const daysOf = (standing: Standing): number => {
  if ("daysOver" in standing) return -(standing.daysOver ?? 0);
  return "daysLeft" in standing && standing.daysLeft !== null ? standing.daysLeft : Number.POSITIVE_INFINITY;
};

/** Those that can be measured: the latest first, then those that are due soonest. */
export const measuredByGravity = (findings: readonly CampaignFinding[]): CampaignFinding[] =>
  findings
    .filter(({ measured }) => measured !== null)
    .toSorted((a, b) => rankOf(a) - rankOf(b) || daysOf(a.standing) - daysOf(b.standing));

/** How a target stands, in a word or two. */
export function standingText(standing: Standing, words: CampaignWords): string {
  switch (standing.kind) {
    case "late":
      return words.late(standing.daysOver);
    case "cannot-tell":
      return words.cannotTell;
    case "countdown":
      return words.daysLeft(standing.daysLeft);
    case "done":
      return standing.inTime ? words.done : words.doneDayUnknown;
    case "done-late":
      return standing.daysOver === null ? words.doneLate : words.doneLateBy(standing.daysOver);
    case "running":
      return standing.reached === "yes"
        ? words.reachedNow
        : standing.reached === "unknown"
          ? words.cannotTell
          : words.notYet(standing.daysLeft);
    case "direction":
      return words.noNumber;
    case "no-data":
      return words.noData;
  }
}

/** What a standing means for whoever looks up at it. */
export function standingTone(standing: Standing): "good" | "unsure" | "bad" | "plain" {
  if (standing.kind === "late") return "bad";
  if (standing.kind === "done" || (standing.kind === "running" && standing.reached === "yes")) return "good";
  if (standing.kind === "direction" || standing.kind === "no-data") return "plain";
  return "unsure";
}
