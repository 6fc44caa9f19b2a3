import { useEffect, useMemo } from "react";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import type { AreaPicture, DistanceLine } from "../../../map/picture.ts";
import { clearJudgedPicture, useJudgedPicture } from "../../../state/judged-picture.ts";
import type { ProposalDraft } from "../../../state/proposal-draft.ts";
import { useView } from "../../../state/view-store.ts";
import { TONES } from "../verdict-mark.tsx";
import { usePicked } from "./picked.ts";
import { useChecked } from "./use-checked.ts";
import { useVariants } from "./variants.ts";

/** Lines to the worst few: more would hide what they lead to. */
const MOST_LINES = 24;

/** Puts the proposal, its other variants and the distances that decide on the map. */
export function useCheckPicture(): void {
  const draft = useView((view) => view.planning.draft);
  const { answer } = useChecked();
  const picked = usePicked((state) => state.key);
  const list = useVariants((variants) => variants.list);
  const current = useVariants((variants) => variants.current);
  const findings = answer?.findings;
  const verdict = answer?.summary.verdict;
  const areas = useMemo((): AreaPicture[] => {
    const others = list.flatMap(({ id, draft: other, checked }) =>
      id === current || !other.geometry ? [] : [areaOf(other, checked ? TONES[checked.verdict] : "plain", true)],
    );
    return draft?.geometry ? [...others, areaOf(draft, verdict ? TONES[verdict] : "plain", false)] : others;
  }, [draft, verdict, list, current]);
  const lines = useMemo(() => linesOf(findings ?? [], picked), [findings, picked]);
  useEffect(() => useJudgedPicture.setState({ areas, lines }), [areas, lines]);
  useEffect(() => clearJudgedPicture, []);
}

const areaOf = ({ geometry, name }: ProposalDraft, tone: AreaPicture["tone"], muted: boolean): AreaPicture => ({
  geometry: geometry as AreaPicture["geometry"],
  tone,
  muted,
  ...(name !== "" && { label: name }),
});

/** The identity of a pair in a list. */
export const keyOf = ({ hazard, target }: SpacingFinding): string =>
  [hazard.layer, hazard.id, target.layer, target.id].join();

/** What decides and what a person has picked; a line of no length shows nothing. */
export function linesOf(findings: readonly SpacingFinding[], picked: string | null): DistanceLine[] {
  const worst = findings.filter(({ verdict }) => verdict !== "clear").slice(0, MOST_LINES);
  const more = findings.filter((finding) => keyOf(finding) === picked && !worst.includes(finding));
  return [...worst, ...more]
    .filter(({ distanceM }) => distanceM > 0)
    .map(({ line: [from, to], distanceM, verdict }) => ({ from, to, distanceM, tone: TONES[verdict] }));
}
