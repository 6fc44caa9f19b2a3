import type { Geometry, MultiPolygon, Polygon } from "geojson";
import { create } from "zustand";
import type { LandUseAdviceSummary, LandUseFinding } from "#data/analyses/grade-results.ts";
import { type DevelopmentUse, DevelopmentUseSchema, HSE_ZONES, type HseZone } from "#data/standards/hse.ts";
import { followQuestion, NOTHING_ASKED, type Result } from "../../../state/follow-question.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useView } from "../../../state/view-store.ts";
import { proposalArea } from "./proposal-area.ts";
import { circle, type ZoneAreas } from "./zone-rings.ts";

/** A hazard with its zones: by radii around a place, or as a file has them. */
export type HazardZones = { readonly key: string; readonly name: string } & (
  | {
      readonly kind: "radii";
      readonly center: readonly [number, number];
      readonly radiiM: Readonly<Record<HseZone, number | null>>;
    }
  | { readonly kind: "file"; readonly zones: ZoneAreas }
);

/** A use while its sizes are typed. */
export interface UseDraft {
  readonly key: string;
  readonly type: DevelopmentUse["type"];
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface AdviceCase {
  readonly hazards: readonly HazardZones[];
  /** `null`: the present proposal. */
  readonly development: Geometry | null;
  readonly uses: readonly UseDraft[];
}

/** What a person has put in; it holds as long as the page. */
export const useAdviceCase = create<AdviceCase>(() => ({ hazards: [], development: null, uses: [] }));

export interface AdviceParameters {
  readonly development: Polygon | MultiPolygon;
  readonly uses: readonly { readonly use: DevelopmentUse }[];
  readonly hazards: readonly ({ readonly name: string } & ZoneAreas)[];
}

export const useAdvice = create<Result<LandUseFinding, LandUseAdviceSummary, AdviceParameters>>(() => NOTHING_ASKED);

/** Radii that are given grow from the inside out. */
export const areNested = (radiiM: Readonly<Record<HseZone, number | null>>): boolean => {
  const given = HSE_ZONES.flatMap((zone) => radiiM[zone] ?? []);
  return given.length > 0 && given.every((radius, i) => i === 0 || radius > given[i - 1]!);
};

export function zonesOf(hazard: HazardZones): ZoneAreas | null {
  if (hazard.kind === "file") return hazard.zones;
  const { center, radiiM } = hazard;
  if (!areNested(radiiM)) return null;
  return Object.fromEntries(
    HSE_ZONES.flatMap((zone) => (radiiM[zone] === null ? [] : [[zone, circle(center, radiiM[zone])]])),
  );
}

export const developmentOf = (given: Geometry | null): Polygon | MultiPolygon | null =>
  given?.type === "Polygon" || given?.type === "MultiPolygon" ? given : proposalArea(useView.getState().planning.draft);

function adviceParameters(): AdviceParameters | null {
  const { hazards, development: drawn, uses } = useAdviceCase.getState();
  const development = developmentOf(drawn);
  const known = uses.flatMap(({ type, facts }) => {
    const use = DevelopmentUseSchema.safeParse({ type, ...facts }).data;
    return use ? [{ use }] : [];
  });
  const zoned = hazards.flatMap((hazard) => {
    const zones = zonesOf(hazard);
    return zones ? [{ name: hazard.name.trim() || hazard.key, ...zones }] : [];
  });
  // Half of what was put in would give an advice on something else.
  const isWhole = known.length === uses.length && zoned.length === hazards.length;
  return development && isWhole && known.length > 0 && zoned.length > 0
    ? { development, uses: known, hazards: zoned }
    : null;
}

let started = false;

export function startAdvice(): void {
  if (started) return;
  started = true;
  const ask = followQuestion<LandUseFinding, LandUseAdviceSummary, AdviceParameters>({
    name: "land-use-advice",
    parametersOf: adviceParameters,
    put: useAdvice.setState,
  });
  useAdviceCase.subscribe(ask);
  useView.subscribe(ask);
  useLedgers.subscribe(ask);
  ask();
}
