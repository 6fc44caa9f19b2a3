import { describe, expect, test } from "vitest";
import { BY_CHANCE } from "#data/demo/index.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { groupBy, layerOf, misplacedAccidents, numberOf, placeAtStake, sectionsByRoad, zone } from "./zone.ts";

const accidents = zone.layers.accidents!;
const roadOf = ({ attributes }: FeatureDraft) => String(attributes.roadCode ?? attributes.roadName);
const stakeOf = (draft: FeatureDraft) => numberOf(draft, "kilometre") * 1000 + numberOf(draft, "metre");
const isCasualty = (draft: FeatureDraft) => draft.attributes.severity !== "damage";
const isFatal = (draft: FeatureDraft) => draft.attributes.severity === "fatal";
const count = (drafts: readonly FeatureDraft[], matches: (draft: FeatureDraft) => boolean) =>
  drafts.filter(matches).length;

test("there are 6,000, each a few metres from its stake on its road, but for those misplaced on purpose", () => {
  expect(accidents).toHaveLength(6_000);
  for (const { draft, outline } of layerOf("accidents")) {
    if (misplacedAccidents.has(draft.code)) continue;
    const place = placeAtStake(roadOf(draft), stakeOf(draft));
    expect(place, draft.name).not.toBeNull();
    const [x, y] = outline.parts[0]!;
    expect(Math.hypot(x! - place![0], y! - place![1]), draft.name).toBeLessThan(8.5);
  }
});

test("deaths and injuries agree with the severity, but for those that contradict themselves on purpose", () => {
  const contradictory = new Set(zone.flaws.accidentsContradictory);
  for (const draft of accidents.filter(({ code }) => !contradictory.has(code))) {
    expect(numberOf(draft, "deaths") > 0, draft.code).toBe(isFatal(draft));
    if (draft.attributes.severity === "injury") expect(numberOf(draft, "injuries")).toBeGreaterThan(0);
    if (draft.attributes.severity === "damage") expect(numberOf(draft, "injuries")).toBe(0);
  }
});

describe("times", () => {
  const future = new Set(zone.flaws.accidentsInFuture);
  const timed = accidents.filter(({ attributes, code }) => attributes.happenedAt !== null && !future.has(code));
  const hourOf = ({ attributes }: FeatureDraft) => Number(String(attributes.happenedAt).slice(11, 13));
  const monthOf = ({ attributes }: FeatureDraft) => Number(String(attributes.happenedAt).slice(5, 7));
  const within = (...hours: number[]) => count(timed, (draft) => hours.includes(hourOf(draft)));

  test("cover the three years of whole months before the zone's day", () => {
    const days = timed.map(({ attributes }) => String(attributes.happenedAt).slice(0, 10)).sort();
    expect(days[0]! >= "2023-11-01").toBe(true);
    expect(days.at(-1)! <= "2026-10-31").toBe(true);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(36);
  });

  test("peak when people drive to work and home, and are few before dawn", () => {
    expect(within(7, 8, 17, 18)).toBeGreaterThan(1.3 * within(11, 12, 13, 14));
    expect(within(1, 2, 3, 4)).toBeLessThan(0.3 * within(11, 12, 13, 14));
  });

  test("bring ice in winter, rain in summer and dust in spring", () => {
    const share = (months: number[], matches: (draft: FeatureDraft) => boolean) => {
      const then = timed.filter((draft) => months.includes(monthOf(draft)));
      return count(then, matches) / then.length;
    };
    const icy = ({ attributes }: FeatureDraft) => attributes.surface === "ice" || attributes.surface === "snow";
    expect(share([12, 1, 2], icy)).toBeGreaterThan(0.2);
    expect(share([6, 7, 8], icy)).toBe(0);
    expect(share([6, 7, 8], ({ attributes }) => attributes.weather === "rain")).toBeGreaterThan(0.15);
    expect(share([3, 4, 5], ({ attributes }) => attributes.weather === "wind")).toBeGreaterThan(0.15);
    expect(count(timed, (draft) => monthOf(draft) === 10)).toBeGreaterThan(
      count(timed, (draft) => monthOf(draft) === 6),
    );
  });

  test("are dark at night and light by day", () => {
    for (const draft of timed) {
      const light = String(draft.attributes.light);
      if (hourOf(draft) >= 22 || hourOf(draft) <= 2) expect(light).toMatch(/^night/);
      if (hourOf(draft) >= 9 && hourOf(draft) <= 14) expect(light).toBe("day");
    }
  });
});

describe("black spots", () => {
  const spots = zone.plantedBlackSpots;
  const byRoad = groupBy(accidents, roadOf);
  const byCode = new Map(accidents.map((draft) => [draft.code, draft]));

  test("are fourteen, at the places the fixture names, one around G111 K812+300", () => {
    expect(spots).toHaveLength(14);
    for (const { roadCode, roadName, fromStakeM, toStakeM, accidentCodes } of spots) {
      expect(toStakeM - fromStakeM).toBeLessThanOrEqual(500);
      expect(sectionsByRoad.has(roadCode ?? roadName)).toBe(true);
      for (const code of accidentCodes) {
        const draft = byCode.get(code)!;
        expect(roadOf(draft)).toBe(roadCode ?? roadName);
        expect(stakeOf(draft)).toBeGreaterThanOrEqual(fromStakeM);
        expect(stakeOf(draft)).toBeLessThanOrEqual(toStakeM);
      }
    }
    expect(
      spots.some((spot) => spot.roadCode === "G111" && spot.fromStakeM <= 812_300 && spot.toStakeM >= 812_300),
    ).toBe(true);
  });

  // standards.md 6.1, `city-2008`: three accidents with deaths, or five with injuries, that follow a pattern.
  test("each holds what a Chinese city's rule asks: three fatal accidents, five with casualties, one form in half of all", () => {
    for (const { accidentCodes, roadName } of spots) {
      const own = accidentCodes.map((code) => byCode.get(code)!);
      expect(count(own, isFatal), roadName).toBeGreaterThanOrEqual(3);
      expect(count(own, isCasualty), roadName).toBeGreaterThanOrEqual(16);
      const forms = [...groupBy(own, ({ attributes }) => String(attributes.form)).values()].map((same) => same.length);
      expect(Math.max(...forms) / own.length, roadName).toBeGreaterThanOrEqual(0.5);
    }
  });

  /** Every 500 m of every road that begins at an accident: no stretch holds more than one of these. */
  function* stretches() {
    for (const [road, drafts] of byRoad)
      for (const fromM of drafts.map(stakeOf)) {
        const toM = fromM + BY_CHANCE.stretchM;
        const inside = drafts.filter((draft) => stakeOf(draft) >= fromM && stakeOf(draft) <= toM);
        const spot = spots.find(
          (each) => (each.roadCode ?? each.roadName) === road && each.fromStakeM <= toM && each.toStakeM >= fromM,
        );
        yield { fatal: count(inside, isFatal), casualty: count(inside, isCasualty), spot };
      }
  }

  test("stand out: no other 500 m of any road holds more than chance is allowed", () => {
    let [fatal, casualty] = [0, 0];
    for (const stretch of stretches()) {
      if (stretch.spot) continue;
      fatal = Math.max(fatal, stretch.fatal);
      casualty = Math.max(casualty, stretch.casualty);
    }
    expect(fatal).toBe(BY_CHANCE.fatal);
    expect(casualty).toBe(BY_CHANCE.casualty);
  });

  test("are exactly what a screening for three fatal or ten casualty accidents in 500 m finds", () => {
    const found = new Set<unknown>();
    for (const { fatal, casualty, spot } of stretches())
      if (fatal >= 3 || casualty >= 10) found.add(spot ?? "elsewhere");
    expect(found).toEqual(new Set<unknown>(spots));
  });

  test("have a register with true counts, and entries that the accidents do not bear out", () => {
    const register = zone.layers["black-spots"]!;
    expect(register).toHaveLength(10);
    const borneOut = register.filter((entry) => {
      const own = accidents.filter(
        (draft) =>
          roadOf(draft) === String(entry.attributes.roadCode ?? entry.attributes.roadName) &&
          stakeOf(draft) >= numberOf(entry, "fromStakeM") &&
          stakeOf(draft) <= numberOf(entry, "toStakeM"),
      );
      return count(own, isFatal) >= 3;
    });
    expect(borneOut).toHaveLength(7);
  });
});
