import type { LineString } from "geojson";
import { describe, expect, test } from "vitest";
import { outlineDistanceM } from "#data/geometry/distance.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { layerOf, misplacedAccidents, numberOf, roadOf, searchByBox, sectionsByRoad, zone } from "./zone.ts";

const { flaws, layers } = zone;
const roads = layers.roads!;
const accidents = layers.accidents!;
const named = ({ attributes }: FeatureDraft) => String(attributes.roadCode ?? attributes.roadName);
const stakeOf = (draft: FeatureDraft) => numberOf(draft, "kilometre") * 1000 + numberOf(draft, "metre");
const codesOf = (drafts: readonly FeatureDraft[], matches: (draft: FeatureDraft) => boolean) =>
  drafts.filter(matches).map(({ code }) => code);
const sorted = (codes: readonly string[]) => codes.toSorted();

describe("roads", () => {
  const endsOf = ({ geometry }: FeatureDraft) => {
    const { coordinates } = geometry as LineString;
    return { first: String(coordinates[0]), last: String(coordinates.at(-1)) };
  };
  /** Neighbouring sections as the ledger lists them. */
  const joints = roads.slice(1).flatMap((next, i) => {
    const before = roads[i]!;
    return roadOf(before) === roadOf(next) ? [{ before, next }] : [];
  });

  test("two sections are drawn against their stakes: their neighbours end where they begin", () => {
    expect(flaws.roadsBackwards).toHaveLength(2);
    const joined = joints.filter(({ before, next }) => endsOf(before).last !== endsOf(next).first);
    const wrong = new Set([...flaws.roadsBackwards, ...flaws.roadsBeforeGap]);
    for (const { before, next } of joined) expect([before, next].some(({ code }) => wrong.has(code))).toBe(true);
    for (const code of flaws.roadsBackwards) {
      const at = joints.find(({ next }) => next.code === code)!;
      expect(endsOf(at.before).last).toBe(endsOf(at.next).last);
    }
  });

  test("one section ends more than 100 m before the next, and no accident lies in the gap", () => {
    expect(flaws.roadsBeforeGap).toHaveLength(1);
    const { before, next } = joints.find(({ before }) => flaws.roadsBeforeGap.includes(before.code))!;
    const section = sectionsByRoad.get(roadOf(before))!.find(({ fromM }) => fromM === numberOf(before, "startStakeM"))!;
    const [from, to] = [section.toM, numberOf(next, "startStakeM")];
    expect(to - from).toBeGreaterThan(100);
    expect(
      codesOf(accidents, (draft) => named(draft) === roadOf(before) && stakeOf(draft) > from && stakeOf(draft) < to),
    ).toEqual([]);
  });

  test("one section between others has no stake", () => {
    expect(codesOf(roads, ({ attributes }) => attributes.startStakeM === null)).toEqual(flaws.roadsWithoutStake);
    expect(
      joints.filter(
        ({ before, next }) =>
          flaws.roadsWithoutStake.includes(before.code) || flaws.roadsWithoutStake.includes(next.code),
      ),
    ).toHaveLength(2);
  });

  test("none of them has a planted black spot", () => {
    const all = [...flaws.roadsBackwards, ...flaws.roadsBeforeGap, ...flaws.roadsWithoutStake];
    const spoilt = new Set(roads.filter(({ code }) => all.includes(code)).map(roadOf));
    for (const { roadCode, roadName } of zone.plantedBlackSpots) expect(spoilt).not.toContain(roadCode ?? roadName);
  });
});

describe("accidents", () => {
  test("three lie after the zone's day", () => {
    expect(flaws.accidentsInFuture).toHaveLength(3);
    expect(
      codesOf(accidents, ({ attributes }) => String(attributes.happenedAt ?? "").slice(0, 10) > zone.today),
    ).toEqual(sorted(flaws.accidentsInFuture));
  });

  test("ten contradict themselves: five with deaths and nobody dead, five with damage only and people hurt", () => {
    const lacksDead = codesOf(
      accidents,
      ({ attributes }) => attributes.severity === "fatal" && attributes.deaths === 0,
    );
    const hasHurt = codesOf(
      accidents,
      ({ attributes }) => attributes.severity === "damage" && attributes.injuries !== 0,
    );
    expect([lacksDead.length, hasHurt.length]).toEqual([5, 5]);
    expect(sorted([...lacksDead, ...hasHurt])).toEqual(sorted(flaws.accidentsContradictory));
  });

  test("five lie hundreds of metres from every road, two of them name none", () => {
    expect(flaws.accidentsOffRoad).toHaveLength(5);
    const findRoads = searchByBox(layerOf("roads"));
    const off = layerOf("accidents").filter(({ outline }) =>
      findRoads(outline, 400).every((road) => outlineDistanceM(outline, road.outline, 400) > 400),
    );
    expect(off.map(({ draft }) => draft.code)).toEqual(sorted(flaws.accidentsOffRoad));
    expect(off.filter(({ draft }) => draft.attributes.roadName === null)).toHaveLength(2);
  });

  test("four have a stake beyond the end of their road", () => {
    expect(flaws.accidentsBeyondEnd).toHaveLength(4);
    const beyond = codesOf(accidents, (draft) => {
      const end = sectionsByRoad.get(named(draft))?.at(-1)?.toM;
      return end !== undefined && stakeOf(draft) > end + 1_000;
    });
    expect(beyond).toEqual(sorted(flaws.accidentsBeyondEnd));
  });

  test("four name a road that the ledger does not have", () => {
    expect(flaws.accidentsOnUnknownRoad).toHaveLength(4);
    const unknown = codesOf(
      accidents,
      (draft) => draft.attributes.roadName !== null && !sectionsByRoad.has(named(draft)),
    );
    expect(unknown).toEqual(sorted(flaws.accidentsOnUnknownRoad));
  });

  test("those that name no road lie in the fields, or about as near to one road as to another beside it", () => {
    const nameless = codesOf(accidents, ({ attributes }) => attributes.roadName === null);
    const between = new Set(flaws.accidentsBetweenRoads);
    expect(between.size).toBeGreaterThanOrEqual(6);
    expect(nameless.filter((code) => !flaws.accidentsOffRoad.includes(code))).toEqual(sorted([...between]));
    const findRoads = searchByBox(layerOf("roads"));
    for (const { draft, outline } of layerOf("accidents").filter((each) => between.has(each.draft.code))) {
      const away = new Map<string, number>();
      for (const road of findRoads(outline, 60)) {
        const offM = outlineDistanceM(outline, road.outline, 60);
        away.set(roadOf(road.draft), Math.min(offM, away.get(roadOf(road.draft)) ?? 60));
      }
      const [nearest, second] = [...away.values()].sort((a, b) => a - b);
      expect(second! - nearest!, draft.code).toBeLessThan(6);
      expect(second!, draft.code).toBeLessThan(30);
    }
  });

  test("none is of a planted spot, and each has one flaw", () => {
    const all = [
      ...misplacedAccidents,
      ...flaws.accidentsInFuture,
      ...flaws.accidentsContradictory,
      ...flaws.accidentsWithoutTime,
    ];
    expect(new Set(all).size).toBe(all.length);
    const planted = new Set(zone.plantedBlackSpots.flatMap(({ accidentCodes }) => accidentCodes));
    const placed = all.filter((code) => !flaws.accidentsWithoutTime.includes(code));
    expect(placed.filter((code) => planted.has(code))).toEqual([]);
  });
});
