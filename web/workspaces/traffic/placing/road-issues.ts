import type { RoadNetworkFinding } from "#data/analyses/road-network-results.ts";
import type { NetworkIssueKind } from "#data/traffic/network/route.ts";
import type { Tone } from "../../../map/picture.ts";

/** How much an issue matters: accidents cannot be placed or may be placed wrongly, it should be mended, or is only to be known. */
export type IssueWeight = Exclude<Tone, "good">;

export const ISSUE_WEIGHTS: Readonly<Record<NetworkIssueKind, IssueWeight>> = {
  "duplicate-code": "bad",
  overlap: "bad",
  "stakes-disagree": "bad",
  gap: "bad",
  "digitised-backwards": "unsure",
  branch: "unsure",
  "no-stakes": "unsure",
  nameless: "unsure",
  "dual-carriageway": "plain",
  loop: "plain",
};

/** Tells issues apart: a road may have several of a kind. */
export const issueId = ({ kind, route, fromM, toM, sections }: RoadNetworkFinding): string =>
  [kind, route.id, fromM, toM, sections[0]?.id].join("/");

export const issuesOfKind = (
  issues: readonly RoadNetworkFinding[],
  kind: NetworkIssueKind | null,
): readonly RoadNetworkFinding[] => (kind === null ? issues : issues.filter((issue) => issue.kind === kind));
