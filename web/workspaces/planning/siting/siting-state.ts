import { create } from "zustand";
import type { SitingSummary } from "#data/analyses/siting.ts";
import type { SpacingFinding, SpacingSummary } from "#data/analyses/spacing-results.ts";
import type { Proposal } from "#data/standards/proposal.ts";
import { SITING_WORDS } from "../../../messages/planning-siting.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "../../../state/follow-question.ts";
import { findLedger, useLedgers } from "../../../state/ledgers.ts";
import { toProposal } from "../../../state/proposal-draft.ts";
import { useRules } from "../../../state/rules.ts";
import { useSurface } from "../../../state/surface.ts";
import { useView } from "../../../state/view-store.ts";
import { footprintAt } from "./footprint.ts";
import { type RasterExtent, rasterExtent } from "./raster-extent.ts";

/** What is asked beside the use, and the place that a person has clicked. */
export interface SitingQuestion {
  /** Nothing is worked out while another part is open. */
  readonly isOpen: boolean;
  readonly footprintRadiusM: number;
  readonly opacity: number;
  readonly place: readonly [number, number] | null;
}

export const useSitingQuestion = create<SitingQuestion>(() => ({
  isOpen: false,
  footprintRadiusM: 0,
  opacity: 0.8,
  place: null,
}));

export interface SitingParameters extends RasterExtent {
  readonly use: Proposal["use"];
  readonly footprintRadiusM: number;
}

export const useSiting = create<Result<never, SitingSummary, SitingParameters>>(() => NOTHING_ASKED);

interface PlaceParameters {
  readonly proposal: Proposal;
  readonly limit: number;
}

/** What stands against the use at the place. */
export const usePlace = create<Result<SpacingFinding, SpacingSummary, PlaceParameters>>(() => NOTHING_ASKED);

/** The use as it would stand at a place; `null` while something asked is open. */
function proposalAt(at: readonly [number, number]): Proposal | null {
  const { planning, language } = useView.getState();
  const { footprintRadiusM } = useSitingQuestion.getState();
  const { draft } = planning;
  if (!draft) return null;
  const geometry = footprintAt(at, footprintRadiusM);
  return toProposal({ ...draft, geometry, positionErrorM: 0, claims: [] }, SITING_WORDS[language].here);
}

function sitingParameters(): SitingParameters | null {
  const { isOpen, footprintRadiusM } = useSitingQuestion.getState();
  const { bounds, zoom } = useSurface.getState();
  const use = isOpen && bounds ? proposalAt([0, 0])?.use : null;
  if (!use || !bounds) return null;
  const hasDistricts = (findLedger("districts")?.snapshot.count ?? 0) > 0;
  return { use, footprintRadiusM, ...rasterExtent(zoom, bounds, hasDistricts) };
}

function placeParameters(): PlaceParameters | null {
  const { isOpen, place } = useSitingQuestion.getState();
  const proposal = isOpen && place ? proposalAt(place) : null;
  return proposal && { proposal, limit: 60 };
}

let started = false;

/** Works the map and the place out again whenever the use, the view, a ledger or a rule changes. */
export function startSiting(): void {
  if (started) return;
  started = true;
  const also = () => useRules.getState().book.edition;
  const asks = [
    followQuestion({ name: "siting", parametersOf: sitingParameters, also, put: useSiting.setState }),
    followQuestion({ name: "spacing", parametersOf: placeParameters, also, put: usePlace.setState }),
  ];
  const ask = () => {
    for (const each of asks) each();
  };
  for (const store of [useSitingQuestion, useView, useSurface, useLedgers, useRules]) store.subscribe(ask);
  ask();
}
