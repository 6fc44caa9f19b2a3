import type { CampaignFinding, CampaignSummary } from "#data/analyses/campaign-results.ts";

/** The numbers of the campaign, in the order of the panel; each target is counted in one of them. */
export const TOTALS = ["late", "cannotTell", "running", "countdown", "done", "doneLate", "noData"] as const;
export type Total = (typeof TOTALS)[number];

/** What a frequency has reached in its period counts as done, not as running. */
export const totalsOf = ({ standings, reachedNow }: CampaignSummary["total"]): Readonly<Record<Total, number>> => ({
  late: standings.late,
  cannotTell: standings["cannot-tell"],
  running: standings.running - reachedNow,
  countdown: standings.countdown,
  done: standings.done + reachedNow,
  doneLate: standings["done-late"],
  noData: standings["no-data"] + standings.direction,
});

/** Whether a target is one of those that {@link totalsOf} counts. */
export function isInTotal({ standing }: CampaignFinding, total: Total): boolean {
  const hasReached = standing.kind === "running" && standing.reached === "yes";
  switch (total) {
    case "late":
      return standing.kind === "late";
    case "cannotTell":
      return standing.kind === "cannot-tell";
    case "running":
      return standing.kind === "running" && !hasReached;
    case "countdown":
      return standing.kind === "countdown";
    case "done":
      return standing.kind === "done" || hasReached;
    case "doneLate":
      return standing.kind === "done-late";
    case "noData":
      return standing.kind === "no-data" || standing.kind === "direction";
  }
}
