import type { Geometry } from "geojson";
import { containsPoint } from "../geometry/contains.ts";
import { isWithin } from "../geometry/distance.ts";
import { outlineFromGeoJson } from "../geometry/from-geojson.ts";
import { type Outline, pointOutline } from "../geometry/outlines.ts";
import { type Snapshot, UNKNOWN_CODE } from "../snapshot/snapshot.ts";
import { RESIDENTS_WITHIN_M } from "../standards/hazard-grade.ts";
import { nearbyRows } from "./buffer-rows.ts";
import type { AnalysisInputs } from "./define.ts";
import type { GradePlace, PeopleGroup, PlaceReason } from "./grade-results.ts";
import { rowIdentity, rowOutline, rowPosition } from "./rows.ts";

/** The ledgers that know of people, with the attribute that counts them and the one that says of what kind the place is. */
export const PEOPLE_LAYERS = {
  houses: { people: "people", kind: "use" },
  "protection-targets": { people: "people", kind: "kind" },
  enterprises: { people: "employees", kind: "sector" },
} as const;
export type PeopleLayer = keyof typeof PEOPLE_LAYERS;
export const PEOPLE_LAYER_IDS = Object.keys(PEOPLE_LAYERS) as [PeopleLayer, ...PeopleLayer[]];

/**
 * Protection targets where people live. The census counts students of colleges where they study (第七次全国人口普查), pupils of schools
 * where their parents live.
 */
const RESIDENTIAL_KINDS: ReadonlySet<string | null> = new Set(["residential", "village", "elderly-care", "college"]);

/** The hazard whose surroundings are asked for. */
export interface GradedHazard {
  readonly geometry: Geometry;
  readonly enterpriseName: string | null;
  readonly creditCode: string | null;
}

/** A person's number for a place. */
export interface PeopleCorrection {
  readonly layer: PeopleLayer;
  readonly id: string;
  readonly people: number;
  readonly note?: string | undefined;
}

/** A place near the hazard before anybody said whose people count. */
export interface SurveyedPlace {
  readonly place: GradePlace;
  readonly outline: Outline;
  readonly isOwn: boolean;
  readonly isCorrected: boolean;
  /** Protection targets whose outline holds this house; none for other places. */
  readonly inside: readonly SurveyedPlace[];
}

/**
 * Places with people at most 500 m from the hazard's outline, nearest first.
 *
 * People of a place that reaches beyond 500 m are taken as a whole, since nobody knows how they are spread.
 */
export function surveyPlaces(
  hazard: GradedHazard,
  inputs: AnalysisInputs,
  corrections: readonly PeopleCorrection[],
): SurveyedPlace[] {
  const corrected = new Map(corrections.map((each) => [`${each.layer} ${each.id}`, each]));
  const targets = surveyLayer("protection-targets", hazard, inputs, corrected);
  const { plane } = inputs.snapshot("protection-targets");
  const houses = surveyLayer("houses", hazard, inputs, corrected).map((house) => {
    const [x, y] = plane.toPlane(...house.place.position!);
    return { ...house, inside: targets.filter(({ outline }) => containsPoint(outline, x, y)) };
  });
  return [...houses, ...targets, ...surveyLayer("enterprises", hazard, inputs, corrected)].sort(
    (a, b) => a.place.distanceM! - b.place.distanceM!,
  );
}

/**
 * Whose people count, place by place.
 *
 * A place with a correction counts with it, whatever its group. A house inside the outline of a counted place whose number is known is not
 * counted again.
 */
export const judgePlaces = (places: readonly SurveyedPlace[], count: readonly PeopleGroup[]): GradePlace[] =>
  places.map((each) => {
    const why = reasonFor(each, count);
    const holder = why === "inside-another" ? holderOf(each, count)!.place : null;
    return {
      ...each.place,
      counted: why === "corrected" || why === "group-counted",
      why,
      within: holder && { layer: holder.layer!, id: holder.id! },
    };
  });

function reasonFor(each: SurveyedPlace, count: readonly PeopleGroup[]): PlaceReason {
  if (each.isCorrected) return "corrected";
  if (each.isOwn) return "own";
  if (holderOf(each, count)) return "inside-another";
  if (!count.includes(each.place.group)) return "group-not-counted";
  return each.place.people === null ? "people-unknown" : "group-counted";
}

const holderOf = ({ inside }: SurveyedPlace, count: readonly PeopleGroup[]): SurveyedPlace | undefined =>
  inside.find(({ place, isCorrected }) => (isCorrected || count.includes(place.group)) && (place.people ?? 0) > 0);

function surveyLayer(
  layer: PeopleLayer,
  hazard: GradedHazard,
  inputs: AnalysisInputs,
  corrections: ReadonlyMap<string, PeopleCorrection>,
): SurveyedPlace[] {
  const snapshot = inputs.snapshot(layer);
  const boundary = outlineFromGeoJson(hazard.geometry, snapshot.plane);
  const origin = { layer: null, row: -1, id: null, name: "", geometry: hazard.geometry };
  const { nearest } = nearbyRows([origin], snapshot, null, [RESIDENTS_WITHIN_M]);
  return nearest.rows.flatMap((row, i): SurveyedPlace[] => {
    if (nearest.rings[i] !== 0) return [];
    const outline = rowOutline(snapshot, row);
    const identity = rowIdentity(snapshot, row);
    const kind = codeOf(snapshot, PEOPLE_LAYERS[layer].kind, row);
    const ledgerPeople = numberOf(snapshot, PEOPLE_LAYERS[layer].people, row);
    const correction = corrections.get(`${layer} ${identity.id}`);
    const place: GradePlace = {
      layer,
      ...identity,
      kind,
      group: groupOf(layer, kind),
      people: correction?.people ?? ledgerPeople,
      ledgerPeople,
      note: correction?.note ?? null,
      distanceM: nearest.distancesM[i]!,
      partly: reachesBeyond(outline, boundary),
      counted: false,
      why: "group-not-counted",
      within: null,
      position: rowPosition(snapshot, row),
    };
    const isOwn = layer === "enterprises" && isOwnEnterprise(hazard, boundary, snapshot, row);
    return [{ place, outline, isOwn, isCorrected: correction !== undefined, inside: [] }];
  });
}

function groupOf(layer: PeopleLayer, kind: string | null): PeopleGroup {
  if (layer === "enterprises") return "workers";
  // A place of unknown kind is taken for one where people live: the level must not come out too low.
  if (layer === "houses" || kind === null || RESIDENTIAL_KINDS.has(kind)) return "residents";
  return "institutions";
}

function isOwnEnterprise(hazard: GradedHazard, boundary: Outline, snapshot: Snapshot, row: number): boolean {
  const code = snapshot.columns.creditCode;
  const creditCode = code?.type === "text" ? code.get(row) : null;
  if (hazard.creditCode !== null && creditCode === hazard.creditCode) return true;
  if (hazard.enterpriseName !== null && snapshot.names.get(row) === hazard.enterpriseName) return true;
  return containsPoint(boundary, snapshot.xy[row * 2]!, snapshot.xy[row * 2 + 1]!);
}

function reachesBeyond(outline: Outline, boundary: Outline): boolean {
  for (const part of outline.parts)
    for (let i = 0; i < part.length; i += 2)
      if (!isWithin(boundary, pointOutline(part[i]!, part[i + 1]!), RESIDENTS_WITHIN_M + CLOSE_M)) return true;
  return false;
}

/** A corner at 500 m does not reach beyond it. */
const CLOSE_M = 0.01;

function codeOf(snapshot: Snapshot, attribute: string, row: number): string | null {
  const column = snapshot.columns[attribute];
  if (column?.type !== "code") return null;
  const index = column.indices[row]!;
  return index === UNKNOWN_CODE ? null : column.values[index]!;
}

function numberOf(snapshot: Snapshot, attribute: string, row: number): number | null {
  const column = snapshot.columns[attribute];
  if (column?.type !== "number" || Number.isNaN(column.numbers[row])) return null;
  return column.numbers[row]!;
}
