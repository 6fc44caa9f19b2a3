import type { Geometry } from "geojson";
import { create } from "zustand";
import type { GradePlace, HazardGradeSummary, PeopleGroup } from "#data/analyses/grade-results.ts";
import type { PeopleCorrection, PeopleLayer } from "#data/analyses/hazard-people.ts";
import type { HeldSubstance } from "#data/standards/hazard-grade.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "../../../state/follow-question.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useView } from "../../../state/view-store.ts";
import { heldOf, type SubstanceLine } from "./held-substances.ts";

export type GradedSubject = { readonly kind: "source"; readonly id: string } | { readonly kind: "proposal" };
type CountedGroup = Exclude<PeopleGroup, "added">;

/** Why a place has another number than its ledger says. */
export interface Correction {
  readonly layer: PeopleLayer;
  readonly id: string;
  readonly people: number;
  readonly note: string;
}

export interface Grading {
  readonly subject: GradedSubject | null;
  /** `null`: as the ledger, or the proposal, says. */
  readonly lines: readonly SubstanceLine[] | null;
  /** The plant's boundary, drawn where no ledger knows it. */
  readonly boundary: Geometry | null;
  readonly count: readonly CountedGroup[];
  readonly corrections: readonly Correction[];
  readonly added: readonly { readonly people: number; readonly note: string }[];
}

const NOTHING_SAID = { lines: null, boundary: null, corrections: [], added: [] } as const;

/** What a person has said for the grading; it holds as long as the page. */
export const useGrading = create<Grading>(() => ({ subject: null, count: ["residents"], ...NOTHING_SAID }));

export interface GradeParameters {
  readonly hazardId?: string;
  readonly geometry?: Geometry;
  readonly substances?: readonly HeldSubstance[];
  readonly boundary?: Geometry;
  readonly count: readonly CountedGroup[];
  readonly corrections: readonly (PeopleCorrection | { readonly add: number; readonly note: string })[];
}

export const useGrade = create<Result<GradePlace, HazardGradeSummary, GradeParameters>>(() => NOTHING_ASKED);

/** Another subject begins without what was said of the one before. */
export const chooseSubject = (subject: GradedSubject | null): void => useGrading.setState({ subject, ...NOTHING_SAID });

/** The substances of the proposal in the check, as lines of the form. */
export const proposalLines = (): SubstanceLine[] =>
  (useView.getState().planning.draft?.substances ?? []).map((held) => ({ ...held, category: null }));

export function gradeParameters(): GradeParameters | null {
  const { subject, lines, boundary, count, corrections, added } = useGrading.getState();
  if (!subject) return null;
  const said = {
    count,
    ...(boundary && { boundary }),
    corrections: [
      ...corrections.map(({ note, ...correction }) => ({ ...correction, ...(note.trim() && { note: note.trim() }) })),
      ...added.map(({ people, note }) => ({ add: people, note })),
    ],
  };
  if (subject.kind === "source") {
    const substances = lines && heldOf(lines);
    if (substances?.length === 0) return null;
    return { hazardId: subject.id, ...(substances && { substances }), ...said };
  }
  const geometry = useView.getState().planning.draft?.geometry as Geometry | null | undefined;
  const substances = heldOf(lines ?? proposalLines());
  return geometry && substances.length > 0 ? { geometry, substances, ...said } : null;
}

/** A place's number as a person says it; `null`: as its ledger says. */
export function correct(layer: PeopleLayer, id: string, change: Partial<Correction> | null): void {
  useGrading.setState(({ corrections }) => {
    const known = corrections.find((each) => each.layer === layer && each.id === id);
    const others = corrections.filter((each) => each !== known);
    return { corrections: change ? [...others, { layer, id, people: 0, note: "", ...known, ...change }] : others };
  });
}

let started = false;

/** Grades again whenever something that was said, a ledger or the proposal changes. */
export function startGrading(): void {
  if (started) return;
  started = true;
  const ask = followQuestion<GradePlace, HazardGradeSummary, GradeParameters>({
    name: "hazard-grade",
    parametersOf: gradeParameters,
    put: useGrade.setState,
  });
  useGrading.subscribe(ask);
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  ask();
}
