import type { Geometry } from "geojson";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { linesOf } from "#data/geometry/lines-of.ts";
import { type Datum, findDatum } from "./datum.ts";
import { datumCandidates, kindOf } from "./datum-candidates.ts";
import { type DatumReference, distanceToMapM, FARTHEST_M } from "./datum-reference.ts";
import type { DeclaredCrs } from "./formats/delivery.ts";
import { plainGeometry } from "./plain-geometry.ts";
import { isNoPosition } from "./sentinels.ts";
import { signTest } from "./sign-test.ts";

export { createReference, type DatumReference, openReference } from "./datum-reference.ts";

export interface DatumCandidate {
  readonly datum: string;
  /** Median distance to the nearest building or road, metres, where it is below 150 m; `null` where nothing could be measured. */
  readonly fitM: number | null;
  /** Share of the places within 30 m of a building or road, 0..1. */
  readonly onMap: number;
  /** Share in the zone, 0..1. */
  readonly inZone: number;
  /** The numbers can be of this datum. */
  readonly plausible: boolean;
}

export type DatumVerdict = "fits" | "another-fits-better" | "contradiction" | "cannot-tell";

/** Why, with the numbers of the sentence; the page has a sentence for each. Shares are 0..1. */
export type DatumReason =
  | { readonly code: "on-map"; readonly share: number; readonly byChance: number }
  | { readonly code: "another-on-map"; readonly share: number; readonly statedShare: number }
  | { readonly code: "another-in-zone"; readonly share: number; readonly statedShare: number }
  | { readonly code: "numbers-outside-datum"; readonly share: number }
  | { readonly code: "elsewhere"; readonly distanceKm: number }
  | { readonly code: "no-clear-difference"; readonly share: number; readonly byChance: number }
  | { readonly code: "too-few-places"; readonly places: number; readonly needed: number }
  | { readonly code: "no-reference" }
  | { readonly code: "declared-unknown" };

/** Does the delivery fit what is on the map? */
export interface DatumEvidence {
  readonly stated: string;
  /** Places that were looked at. */
  readonly sampled: number;
  readonly reference: { readonly layers: string[]; readonly features: number } | null;
  /** Best first. */
  readonly candidates: readonly DatumCandidate[];
  readonly verdict: DatumVerdict;
  readonly suggested: string | null;
  readonly why: readonly DatumReason[];
}

const MOST_SAMPLED = 500;
/** Of which many may be the same place. */
const MOST_READ = 5_000;
/** Fewer places fall on the map, or beside it, by chance. */
const LEAST_PLACES = 15;
/** Of a reference: fewer features leave no place near any. */
const LEAST_FEATURES = 50;

/** A place this near to a building or a road is on it, as addresses and gates are. */
const ON_MAP_M = 30;
/** By less than this one datum puts a place no nearer than another. */
const SAME_M = 1;
/** One datum fits better when it puts so much more of the places on the map … */
const LEAST_MARGIN = 0.15;
/** … and does so for so many more than the other way round as chance does once in two thousand files. */
const CHANCE = 5e-4;
/** Within a file some rows are always wrong. */
const MOST = 0.8;
const HALF = 0.5;

/** As far as the shifts in question; what lies so far beside the truth is on the map only by chance. */
const BESIDE_M = 400;

interface Weighed {
  readonly candidate: DatumCandidate;
  readonly datum: Datum;
  /** Metres to the map for each place; `null` until asked for. */
  readonly distances: Float64Array | null;
}

/**
 * Compares delivered places with what is on the map, under the stated datum and under every other that is usual there. Nothing is
 * decided here: a person is shown the evidence.
 *
 * @param sample - as delivered; at most 500 different places of it are looked at.
 * @param stated - a datum that `findDatum` knows.
 * @param declared - what the file itself says, where a person has not overruled it.
 */
export function weighDatum(
  sample: readonly Geometry[],
  stated: string,
  declared: DeclaredCrs | null,
  reference: DatumReference | null,
): DatumEvidence {
  const places = placesOf(sample);
  const datum = findDatum(stated);
  const candidates = reference ? datumCandidates(datum.id, declared?.id ?? null, reference.zone.center) : [datum];
  const weighed = withoutTwins(candidates, places).map((each) => weigh(each, places, reference));
  const said = weighed.find(({ candidate }) => candidate.datum === datum.id)!;
  const judged = decide(said, weighed, places, reference);
  const unknown: DatumReason[] = declared && declared.id === null ? [{ code: "declared-unknown" }] : [];
  return {
    stated: datum.id,
    sampled: places.length,
    reference:
      reference && reference.features > 0
        ? { layers: reference.snapshots.map(({ layer }) => layer), features: reference.features }
        : null,
    candidates: weighed.map(({ candidate }) => candidate).sort(byFit),
    ...judged,
    why: [...judged.why, ...unknown],
  };
}

type Place = readonly [number, number];

/** One vertex of each geometry; the same place twice tells nothing new. */
function placesOf(sample: readonly Geometry[]): Place[] {
  const different = new Map<string, Place>();
  for (const delivered of thinned(sample, MOST_READ)) {
    const plain = plainGeometry(delivered);
    if ("reason" in plain) continue;
    const [x, y] = linesOf(plain.geometry)[0]![0]!;
    if (!isNoPosition(x!, y!)) different.set(`${x} ${y}`, [x!, y!]);
  }
  return thinned([...different.values()], MOST_SAMPLED);
}

/** At most so many, from the whole length. */
function thinned<T>(all: readonly T[], most: number): T[] {
  const step = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(all.length, most) }, (_, i) => all[Math.floor(i * step)]!);
}

/** Two names of one projection (a zone of 3 and one of 6 degrees on one meridian) count once, the stated one first. */
function withoutTwins(candidates: readonly Datum[], places: readonly Place[]): Datum[] {
  const few = places.slice(0, 3);
  const seen = new Set<string>();
  return candidates.filter((datum) => {
    const key = few.flatMap((place) => datum.toWgs84([...place]).map((degrees) => degrees.toFixed(8))).join(" ");
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function weigh(datum: Datum, places: readonly Place[], reference: DatumReference | null): Weighed {
  const moved = places.map((place) => datum.toWgs84([...place]));
  const plausible = share(places, (place, i) => canBeOf(datum, place, moved[i]!)) >= HALF;
  const zone = reference?.zone;
  const inZone = zone && plausible ? share(moved, (at) => isIn(zone, at)) : 0;
  const isMeasured = reference !== null && reference.features >= LEAST_FEATURES && inZone >= HALF;
  const distances = isMeasured ? distancesOf(reference, moved) : null;
  return {
    datum,
    distances,
    candidate: {
      datum: datum.id,
      fitM: distances && fitOf(distances),
      onMap: distances ? onMap(distances) : 0,
      inZone,
      plausible,
    },
  };
}

const share = <T>(of: readonly T[], holds: (each: T, index: number) => boolean): number =>
  of.length === 0 ? 0 : of.filter(holds).length / of.length;

/** Beyond this from its meridian a zone is not used. */
const FARTHEST_FROM_MERIDIAN = 6;

/** A projection gives back what is its own; what it has wrapped around the earth it does not. */
const WRAPPED_M = 1;

function canBeOf({ unit, meridian, fromWgs84 }: Datum, [x, y]: Place, [lon, lat]: Place): boolean {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return false;
  if (unit === "degrees") return true;
  const [backX, backY] = fromWgs84([lon, lat]);
  if (!(Math.abs(backX - x) < WRAPPED_M && Math.abs(backY - y) < WRAPPED_M)) return false;
  // Metres that are degrees: no zone reaches the equator so near to its origin.
  const isDegrees = Math.abs(x) <= 180 && Math.abs(y) <= 180;
  return !isDegrees && (meridian === undefined || Math.abs(lon - meridian) <= FARTHEST_FROM_MERIDIAN);
}

const isIn = ({ center, radiusM }: DatumReference["zone"], [lon, lat]: Place): boolean =>
  Math.abs(lon - center[0]) < 20 && geodesicDistanceM(...center, lon, lat) <= radiusM;

const distancesOf = (reference: DatumReference, places: readonly Place[]): Float64Array =>
  Float64Array.from(places, ([lon, lat]) => distanceToMapM(reference, lon, lat));

const onMap = (distances: Float64Array): number =>
  distances.reduce((sum, distance) => sum + (distance <= ON_MAP_M ? 1 : 0), 0) / distances.length;

function fitOf(distances: Float64Array): number | null {
  const median = distances.toSorted()[distances.length >> 1];
  return median === undefined || median >= FARTHEST_M ? null : Math.round(median * 10) / 10;
}

const byFit = (a: DatumCandidate, b: DatumCandidate): number =>
  Number(b.plausible) - Number(a.plausible) ||
  b.onMap - a.onMap ||
  (a.fitM ?? FARTHEST_M) - (b.fitM ?? FARTHEST_M) ||
  b.inZone - a.inZone;

type Decision = Pick<DatumEvidence, "verdict" | "suggested" | "why">;

function decide(
  said: Weighed,
  all: readonly Weighed[],
  places: readonly Place[],
  reference: DatumReference | null,
): Decision {
  const cannotTell = (why: DatumReason): Decision => ({ verdict: "cannot-tell", suggested: null, why: [why] });
  if (places.length === 0) return cannotTell({ code: "too-few-places", places: 0, needed: LEAST_PLACES });
  const others = all.filter((each) => each !== said).sort((a, b) => byFit(a.candidate, b.candidate));
  const elsewhere = others.find(({ candidate }) => candidate.inZone >= MOST);
  const suggested = elsewhere?.datum.id ?? null;
  if (!said.candidate.plausible) {
    const outside = share(places, (place) => !canBeOf(said.datum, place, said.datum.toWgs84([...place])));
    return { verdict: "contradiction", suggested, why: [{ code: "numbers-outside-datum", share: outside }] };
  }
  if (!reference) return cannotTell({ code: "no-reference" });
  if (said.candidate.inZone < HALF) {
    if (!elsewhere) return cannotTell({ code: "elsewhere", distanceKm: middleDistanceKm(said, places, reference) });
    const isOtherKind = kindOf(elsewhere.datum) !== kindOf(said.datum);
    const shares = { share: elsewhere.candidate.inZone, statedShare: said.candidate.inZone };
    return {
      verdict: isOtherKind ? "contradiction" : "another-fits-better",
      suggested,
      why: [{ code: "another-in-zone", ...shares }],
    };
  }
  if (!said.distances) return cannotTell({ code: "no-reference" });
  if (places.length < LEAST_PLACES)
    return cannotTell({ code: "too-few-places", places: places.length, needed: LEAST_PLACES });
  return decideOnMap(said, said.distances, others, places, reference);
}

function decideOnMap(
  said: Weighed,
  distances: Float64Array,
  others: readonly Weighed[],
  places: readonly Place[],
  reference: DatumReference,
): Decision {
  const statedShare = said.candidate.onMap;
  const better = others.find((each) => each.distances && isClearlyNearer(each.distances, distances));
  if (better) {
    const why: DatumReason = { code: "another-on-map", share: better.candidate.onMap, statedShare };
    return { verdict: "another-fits-better", suggested: better.datum.id, why: [why] };
  }
  const beside = [0, 90, 180, 270].map((azimuth) =>
    distancesOf(
      reference,
      places.map((place) => geodesicDestination(...said.datum.toWgs84([...place]), azimuth, BESIDE_M)),
    ),
  );
  const byChance = beside.reduce((sum, each) => sum + onMap(each), 0) / beside.length;
  return beside.every((each) => isClearlyNearer(distances, each))
    ? { verdict: "fits", suggested: null, why: [{ code: "on-map", share: statedShare, byChance }] }
    : {
        verdict: "cannot-tell",
        suggested: null,
        why: [{ code: "no-clear-difference", share: statedShare, byChance }],
      };
}

/**
 * Whether places lie nearer to the map in the first way than in the second, by a margin that matters and by more than chance: more
 * of them come to lie on it, or more of them come nearer. Gates and firms are told by the second, hydrants beside roads by the first.
 */
function isClearlyNearer(first: Float64Array, second: Float64Array): boolean {
  if (onMap(first) - onMap(second) < LEAST_MARGIN) return false;
  let [nearer, farther, gained, lost] = [0, 0, 0, 0];
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i]!, second[i]!];
    if (b - a > SAME_M) nearer++;
    else if (a - b > SAME_M) farther++;
    if (a <= ON_MAP_M && b > ON_MAP_M) gained++;
    else if (b <= ON_MAP_M && a > ON_MAP_M) lost++;
  }
  return signTest(nearer, farther) < CHANCE || signTest(gained, lost) < CHANCE;
}

function middleDistanceKm({ datum }: Weighed, places: readonly Place[], { zone }: DatumReference): number {
  const distances = places.map((place) => geodesicDistanceM(...zone.center, ...datum.toWgs84([...place])) / 1000);
  return Math.round(distances.sort((a, b) => a - b)[distances.length >> 1]! * 10) / 10;
}
