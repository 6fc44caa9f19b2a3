import KDBush from "kdbush";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import type { MatchCandidate } from "./draft.ts";
import { foldFirm, likeness, nearness } from "./same-thing.ts";

/** A feature of the layer, as far as a row without a code could be about it. */
export interface KnownFeature {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Middle of its box. */
  readonly lon: number;
  readonly lat: number;
}

export interface Match {
  /** What the row is about; null: nothing sure. */
  readonly sure: KnownFeature | null;
  /** What a person has to choose from, best first; empty: the row is about something new. */
  readonly doubtful: readonly MatchCandidate[];
}

/** Beyond this a place says nothing for two things being one. */
const REACH_M = 250;
/** One metre of latitude is at most so many degrees. */
const DEGREES_PER_M = 1 / 110_000;
/** Shares of the name's likeness and of the nearness in a score. */
const OF_NAME = 0.6;
const OF_PLACE = 0.4;
/** Two things without a name at one place: likely one, never surely. */
const OF_PLACE_ALONE = 0.8;
const SURE = 0.9;
const DOUBTFUL = 0.6;
/** A sure match is this much better than the next. */
const LEAD = 0.15;
const MOST_CANDIDATES = 5;

/**
 * Finds what rows without a code are about, by name and place. Something of the same name elsewhere is doubtful at best, and
 * so is something of another name at the same place.
 */
export function createMatcher(known: readonly KnownFeature[]): (name: string, at: readonly [number, number]) => Match {
  const index = known.length === 0 ? null : new KDBush(known.length);
  for (const { lon, lat } of known) index?.add(lon, lat);
  index?.finish();
  const folded = known.map(({ name }) => foldFirm(name));
  const byName = new Map<string, number[]>();
  folded.forEach((name, at) => {
    if (name === "") return;
    const same = byName.get(name);
    if (same) same.push(at);
    else byName.set(name, [at]);
  });
  const around = (lon: number, lat: number): number[] => {
    const north = REACH_M * DEGREES_PER_M;
    const east = north / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
    return index?.range(lon - east, lat - north, lon + east, lat + north) ?? [];
  };
  return (name, [lon, lat]) => {
    const wanted = foldFirm(name);
    const score = (at: number, distanceM: number): number => {
      if (wanted === "" && folded[at] === "") return OF_PLACE_ALONE * nearness(distanceM);
      const alike = likeness(wanted, folded[at]!);
      return alike === 0 ? 0 : OF_NAME * alike + OF_PLACE * nearness(distanceM);
    };
    const candidates = [...new Set([...around(lon, lat), ...(byName.get(wanted) ?? [])])]
      .map((at) => {
        const feature = known[at]!;
        const distanceM = geodesicDistanceM(lon, lat, feature.lon, feature.lat);
        return { feature, distanceM, score: score(at, distanceM) };
      })
      .filter((each) => each.score >= DOUBTFUL)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_CANDIDATES);
    const [best, next] = candidates;
    if (best && best.score >= SURE && best.score - (next?.score ?? 0) >= LEAD)
      return { sure: best.feature, doubtful: [] };
    return {
      sure: null,
      doubtful: candidates.map(({ feature: { id, code, name: title }, ...scored }) => ({
        id,
        code,
        name: title,
        ...scored,
      })),
    };
  };
}
