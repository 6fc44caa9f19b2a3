import { describe, expect, test } from "vitest";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { numberOf, zone } from "./zone.ts";

const register = zone.layers["black-spots"]!;
const accidents = zone.layers.accidents!;
const byCode = new Map(accidents.map((draft) => [draft.code, draft]));
const roadOf = ({ attributes }: FeatureDraft) => String(attributes.roadCode ?? attributes.roadName);
const stakeOf = (draft: FeatureDraft) => numberOf(draft, "kilometre") * 1000 + numberOf(draft, "metre");
const dayOf = ({ attributes }: FeatureDraft) => String(attributes.happenedAt).slice(0, 10);
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The planted spot that an entry stands for. */
const plantedAt = (entry: FeatureDraft) =>
  zone.plantedBlackSpots.find(
    (spot) => (spot.roadCode ?? spot.roadName) === roadOf(entry) && spot.fromStakeM === entry.attributes.fromStakeM,
  );

const inState = (...states: string[]) => register.filter(({ attributes }) => states.includes(String(attributes.state)));

test("the register has every state, and half of the planted spots", () => {
  expect(new Set(register.map(({ attributes }) => attributes.state))).toEqual(
    new Set(["candidate", "confirmed", "listed", "treating", "closed", "evaluated"]),
  );
  expect(register.filter(plantedAt)).toHaveLength(7);
});

describe("an entry", () => {
  const steps = ["periodFrom", "periodTo", "listedOn", "treatedOn", "closedOn", "evaluatedOn"];

  test.each(
    register.map((entry) => [entry.code, entry] as const),
  )("%s has the dates of its state, in order", (_, entry) => {
    const { attributes } = entry;
    const dates = steps.map((step) => attributes[step]).filter((day) => day !== null);
    expect(dates).toEqual([...dates].sort());
    expect(String(dates.at(-1)) < zone.today).toBe(true);
    const has = (...fields: string[]) => fields.map((field) => attributes[field] !== null);
    const state = String(attributes.state);
    const isListed = !["candidate", "confirmed"].includes(state);
    expect(has("level", "listedOn", "dueOn", "documentNumber")).toEqual(Array(4).fill(isListed));
    expect(has("treatedOn", "closedOn")).toEqual(Array(2).fill(["closed", "evaluated"].includes(state)));
    expect(has("evaluatedOn")).toEqual([state === "evaluated"]);
    expect(has("treatment")).toEqual([["treating", "closed", "evaluated"].includes(state)]);
  });

  test("is a point with a radius at a junction, and a line between its stakes elsewhere", () => {
    for (const { geometry, attributes, code } of register)
      expect(attributes.radiusM === null, code).toBe(geometry.type === "LineString");
    for (const entry of register.filter(({ geometry }) => geometry.type === "Point")) {
      const { center, fromStakeM, toStakeM } = plantedAt(entry)!;
      expect(entry.geometry).toEqual({ type: "Point", coordinates: center });
      expect(numberOf(entry, "radiusM")).toBeGreaterThanOrEqual((toStakeM - fromStakeM) / 2);
      expect(numberOf(entry, "radiusM")).toBeLessThan((toStakeM - fromStakeM) / 2 + 10);
    }
  });

  test("counts the accidents between its stakes in its period, where the ledger has them", () => {
    const ofLedger = register.filter(({ attributes }) => String(attributes.periodFrom) >= "2023-11-01");
    expect(ofLedger).toHaveLength(8);
    const untimed = new Set(zone.flaws.accidentsWithoutTime);
    for (const entry of ofLedger) {
      const { fromStakeM, toStakeM, periodFrom, periodTo } = entry.attributes;
      const here = accidents.filter(
        (draft) =>
          roadOf(draft) === roadOf(entry) && stakeOf(draft) >= Number(fromStakeM) && stakeOf(draft) <= Number(toStakeM),
      );
      const own = here.filter((draft) => dayOf(draft) >= String(periodFrom) && dayOf(draft) <= String(periodTo));
      const blanked = here.filter(({ code }) => untimed.has(code)).length;
      expect(numberOf(entry, "accidents") - own.length).toBeGreaterThanOrEqual(0);
      expect(numberOf(entry, "accidents") - own.length).toBeLessThanOrEqual(blanked);
    }
  });
});

test("one entry is overdue: its year is over and the works are not finished", () => {
  const open = inState("listed", "treating");
  expect(open.filter(({ attributes }) => String(attributes.dueOn) < zone.today)).toHaveLength(1);
});

describe("planted spots that were treated", () => {
  const treated = inState("closed", "evaluated").filter(plantedAt);
  const perDay = (entry: FeatureDraft) => {
    const days = plantedAt(entry)!.accidentCodes.map((code) => dayOf(byCode.get(code)!));
    const on = String(entry.attributes.treatedOn);
    const before = days.filter((day) => day < on).length / daysBetween("2023-11-01", on);
    const after = days.filter((day) => day > on && day !== "null").length / daysBetween(on, "2026-11-01");
    return { before, after };
  };

  test("are three: two with a fifth of the accidents that they had, one treated in vain", () => {
    const left = treated.map((entry) => {
      const { before, after } = perDay(entry);
      return after / before;
    });
    expect(left).toHaveLength(3);
    expect(left.filter((share) => share < 0.2)).toHaveLength(2);
    expect(left.filter((share) => share > 0.75 && share < 1.25)).toHaveLength(1);
  });

  test("did not push their accidents into the next 500 m", () => {
    for (const entry of treated) {
      const on = String(entry.attributes.treatedOn);
      const [from, to] = [numberOf(entry, "fromStakeM"), numberOf(entry, "toStakeM")];
      const beside = accidents.filter((draft) => {
        const stakeM = stakeOf(draft);
        const isBeside = (stakeM >= from - 500 && stakeM < from) || (stakeM > to && stakeM <= to + 500);
        return roadOf(draft) === roadOf(entry) && isBeside && draft.attributes.happenedAt !== null;
      });
      const after = beside.filter((draft) => dayOf(draft) > on).length;
      // About as many days on either side; three standard deviations of a Poisson count.
      expect(after, entry.code).toBeLessThan(beside.length / 2 + 1.5 * Math.sqrt(beside.length) + 1);
    }
  });
});
