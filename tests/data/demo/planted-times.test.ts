import { describe, expect, test } from "vitest";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { numberOf, zone } from "./zone.ts";

const accidents = zone.layers.accidents!;
const planted = new Set(zone.plantedBlackSpots.flatMap(({ accidentCodes }) => accidentCodes));
const stakeOf = (draft: FeatureDraft) => numberOf(draft, "kilometre") * 1000 + numberOf(draft, "metre");
const shareOf = (drafts: readonly FeatureDraft[], matches: (draft: FeatureDraft) => boolean) =>
  drafts.filter(matches).length / drafts.length;

describe("stretches of adverse weather", () => {
  const stretches = zone.plantedAdverseStretches;
  const inStretch = ({ roadCode, fromStakeM, toStakeM }: (typeof stretches)[number]) =>
    accidents.filter(
      (draft) => draft.attributes.roadCode === roadCode && stakeOf(draft) >= fromStakeM && stakeOf(draft) <= toStakeM,
    );

  test("are three, 2 km long, with at least twenty accidents each", () => {
    expect(stretches.map(({ weather }) => weather).sort()).toEqual(["fog", "fog", "snow"]);
    for (const stretch of stretches) {
      expect(stretch.toStakeM - stretch.fromStakeM).toBe(2_000);
      expect(inStretch(stretch).length, stretch.roadName).toBeGreaterThanOrEqual(20);
    }
  });

  test("have five times the share of their weather that all accidents have", () => {
    for (const stretch of stretches) {
      const inWeather = ({ attributes }: FeatureDraft) => attributes.weather === stretch.weather;
      const own = inStretch(stretch);
      expect(shareOf(own, inWeather), stretch.roadName).toBeGreaterThan(5 * shareOf(accidents, inWeather));
      const codes = new Set(own.filter(inWeather).map(({ code }) => code));
      for (const code of stretch.accidentCodes) expect(codes, code).toContain(code);
    }
  });

  test("hold no accident of a planted black spot", () => {
    for (const stretch of stretches) expect(inStretch(stretch).filter(({ code }) => planted.has(code))).toEqual([]);
  });
});

test("rhythms of roads: their share of the accidents falls into their hours and days, a third of it elsewhere", () => {
  const cellOf = ({ attributes }: FeatureDraft) => {
    const at = String(attributes.happenedAt);
    return { weekday: new Date(`${at.slice(0, 10)}T00:00:00Z`).getUTCDay() || 7, hour: Number(at.slice(11, 13)) };
  };
  expect(zone.plantedRhythms).toHaveLength(2);
  const timed = accidents.filter(({ attributes, code }) => attributes.happenedAt !== null && !planted.has(code));
  for (const { roadCode, weekdays, hours, share } of zone.plantedRhythms) {
    const isThen = (draft: FeatureDraft) => {
      const { weekday, hour } = cellOf(draft);
      return weekdays.includes(weekday) && hours.includes(hour);
    };
    const isOwn = ({ attributes }: FeatureDraft) => attributes.roadCode === roadCode;
    expect(shareOf(timed.filter(isOwn), isThen), roadCode).toBeGreaterThan(share * 0.85);
    expect(
      shareOf(
        timed.filter((draft) => !isOwn(draft)),
        isThen,
      ),
      roadCode,
    ).toBeLessThan(share / 3);
  }
});
