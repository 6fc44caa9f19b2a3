import { describe, expect, test } from "vitest";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { formatParties, isMotor, isNonMotor, isPedestrian, type Party, parseParties } from "#data/traffic/parties.ts";
import { COMPASS } from "#data/traffic/party-words.ts";
import { numberOf, placeAtStake, zone } from "./zone.ts";

const accidents = zone.layers.accidents!;
const roadOf = ({ attributes }: FeatureDraft) => String(attributes.roadCode ?? attributes.roadName);
const stakeOf = (draft: FeatureDraft) => numberOf(draft, "kilometre") * 1000 + numberOf(draft, "metre");
const textOf = ({ attributes }: FeatureDraft) => attributes.movements as string | null;

const recorded = accidents
  .filter((draft) => textOf(draft) !== null)
  .map((draft) => ({ draft, parties: parseParties(textOf(draft)) }));

describe("movements", () => {
  test("are missing in about an eighth of the records, and short", () => {
    expect(Math.abs(1 - recorded.length / accidents.length - 0.12)).toBeLessThan(0.02);
    for (const { draft } of recorded) expect(textOf(draft)!.length).toBeLessThan(60);
  });

  test("are read whole by the notation that wrote them", () => {
    for (const { draft, parties } of recorded) {
      expect(formatParties(parties, "zh"), draft.code).toBe(textOf(draft));
      expect(textOf(draft)).not.toContain("?");
    }
  });

  test("name as many motor vehicles, non-motor vehicles and pedestrians as the record counts", () => {
    const count = (parties: readonly Party[], matches: (party: Party) => boolean) => parties.filter(matches).length;
    for (const { draft, parties } of recorded) {
      expect(count(parties, isMotor), draft.code).toBe(numberOf(draft, "vehicles"));
      expect(count(parties, isNonMotor), draft.code).toBe(numberOf(draft, "nonMotor"));
      expect(count(parties, isPedestrian), draft.code).toBe(numberOf(draft, "pedestrians"));
    }
  });

  test("agree with the form of the crash", () => {
    const opposite = (point: string) => COMPASS[(COMPASS.indexOf(point as "N") + 4) % 8];
    for (const { draft, parties } of recorded) {
      const [first, second] = parties as [Party, Party | undefined];
      if (draft.attributes.form === "rear-end") expect([second!.from, second!.to]).toEqual([first.from, first.to]);
      if (draft.attributes.form === "head-on") expect(second!.to).toBe(opposite(first.to!));
      if (draft.attributes.form === "parked") expect(second!.manoeuvre).toBe("parked");
      if (draft.attributes.form === "run-off") expect(first.manoeuvre).toBe("run-off");
      if (draft.attributes.form === "pedestrian") expect(parties.some(isPedestrian)).toBe(true);
    }
  });

  test("run along the road: the first party within half a compass point of its axis", () => {
    let [checked, along] = [0, 0];
    for (const { draft, parties } of recorded) {
      const [behind, ahead] = [-3, 3].map((byM) => placeAtStake(roadOf(draft), stakeOf(draft) + byM));
      if (!behind || !ahead) continue;
      const roadDeg = (Math.atan2(ahead[0] - behind[0], ahead[1] - behind[1]) * 180) / Math.PI;
      const wayDeg = COMPASS.indexOf(parties[0]!.to!) * 45;
      const apart = Math.abs(((((roadDeg - wayDeg) % 180) + 270) % 180) - 90);
      // A bend within the three metres may turn the axis a little.
      checked++;
      if (apart <= 22.6) along++;
    }
    expect(checked).toBeGreaterThan(4_500);
    expect(along / checked).toBeGreaterThan(0.98);
  });

  test("show the pattern of each planted spot: one course in two of the crashes of its form", () => {
    const byCode = new Map(recorded.map((each) => [each.draft.code, each]));
    for (const { accidentCodes, roadName } of zone.plantedBlackSpots) {
      const own = accidentCodes.flatMap((code) => byCode.get(code) ?? []);
      const forms = own.map(({ draft }) => draft.attributes.form);
      const most = forms.toSorted(
        (a, b) => forms.filter((each) => each === b).length - forms.filter((each) => each === a).length,
      )[0];
      const courses = own
        .filter(({ draft }) => draft.attributes.form === most)
        .map(({ parties }) => `${parties[0]!.from}-${parties[0]!.to}`);
      const same = Math.max(...courses.map((course) => courses.filter((each) => each === course).length));
      expect(same / courses.length, roadName).toBeGreaterThan(0.5);
    }
  });
});

describe("dangerous goods", () => {
  const designated = new Set(
    zone.layers
      .roads!.filter(({ attributes }) => attributes.dangerousGoodsRoute === true)
      .map(({ attributes, name }) => String(attributes.roadCode ?? name)),
  );

  test("have designated routes to the chemical park", () => {
    for (const road of ["G9990", "X903", "X916", "化工大路"]) expect(designated).toContain(road);
    expect(designated.size).toBeLessThan(30);
    expect(designated).not.toContain("G111");
  });

  test("are involved in a few dozen accidents, all on those routes, and the movements say so", () => {
    const involved = accidents.filter(({ attributes }) => attributes.dangerousGoods === true);
    expect(involved.length).toBeGreaterThan(20);
    expect(involved.length).toBeLessThan(60);
    for (const draft of involved) expect(designated).toContain(roadOf(draft));
    for (const { draft, parties } of recorded)
      expect(
        parties.some(({ kind }) => kind === "dangerous-goods-truck"),
        draft.code,
      ).toBe(draft.attributes.dangerousGoods);
  });
});

test("unsafe factors of the road are noted for accidents with deaths only, more often at planted spots", () => {
  const planted = new Set(zone.plantedBlackSpots.flatMap(({ accidentCodes }) => accidentCodes));
  const share = (drafts: readonly FeatureDraft[]) =>
    drafts.filter(({ attributes }) => attributes.roadFactor === true).length / drafts.length;
  const fatal = accidents.filter(({ attributes }) => attributes.severity === "fatal");
  for (const { attributes, code } of accidents)
    expect(attributes.roadFactor === null, code).toBe(attributes.severity !== "fatal");
  const [atSpots, elsewhere] = [true, false].map((isPlanted) =>
    share(fatal.filter(({ code }) => planted.has(code) === isPlanted)),
  );
  expect(atSpots!).toBeGreaterThan(2 * elsewhere!);
  expect(elsewhere!).toBeGreaterThan(0);
});
