import { describe, expect, test } from "vitest";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import type { FeatureAnswer, FeatureHistory } from "../../../../web/api.ts";
import { PLACING_WORDS } from "../../../../web/messages/traffic-placing.ts";
import { settleChanges, takeBackOf } from "../../../../web/workspaces/traffic/placing/settle-changes.ts";
import { settledChoice } from "../../../../web/workspaces/traffic/placing/settled-choice.ts";
import { ZONE } from "../../../support/make-snapshot.ts";
import { roadsOf, section } from "../../../support/plane-roads.ts";

const STATED = { roadCode: "X999", roadName: "旧砖厂线", kilometre: 4, metre: 840 };
const CONFIRMED = { roadCode: "G111", roadName: null, kilometre: 812, metre: 840, placing: "confirmed" };

const accident = (properties: object): FeatureAnswer =>
  ({ type: "Feature", id: "a", geometry: { type: "Point", coordinates: [0, 0] }, properties }) as never;

const changed = (
  by: string,
  fields: Record<string, readonly [unknown, unknown]>,
): FeatureHistory["changes"][number] => ({
  at: "2026-11-26T08:00:00Z",
  by,
  action: "changed",
  revision: 2,
  importId: null,
  reason: null,
  fields: Object.entries(fields).map(([field, [from, to]]) => ({ field, from, to })) as never,
});

const said = (changes: ReturnType<typeof settleChanges>) =>
  Object.fromEntries(changes.map(({ field, from, to }) => [field.id, [from, to]]));

const SETTLING = changed("张警官", {
  roadCode: ["X999", "G111"],
  roadName: ["旧砖厂线", null],
  kilometre: [4, 812],
  placing: [null, "confirmed"],
});

describe("what a settled accident changes in its record", () => {
  test("only what differs: a metre that was right stays out of the history", () => {
    const { placing: _, ...place } = CONFIRMED;
    expect(said(settleChanges(accident(STATED), place))).toEqual({
      roadCode: ["X999", "G111"],
      roadName: ["旧砖厂线", null],
      kilometre: [4, 812],
      placing: [null, "confirmed"],
    });
  });

  test("off the roads, what the record said of its road stays", () => {
    expect(said(settleChanges(accident(STATED), "off-road"))).toEqual({ placing: [null, "off-road"] });
  });
});

describe("taking it back", () => {
  test("brings back what the settling changed, also after other fields were edited", () => {
    const later = changed("李警官", { deaths: [0, 1] });
    const back = takeBackOf(accident(CONFIRMED), { changes: [later, SETTLING] });
    expect(back?.kind).toBe("possible");
    expect(back?.kind === "possible" && said(back.changes as never)).toEqual({
      roadCode: ["G111", "X999"],
      roadName: [null, "旧砖厂线"],
      kilometre: [812, 4],
      placing: ["confirmed", null],
    });
  });

  test("is refused where the road was changed again since, and where it came settled", () => {
    const elsewhere = accident({ ...CONFIRMED, kilometre: 813 });
    expect(takeBackOf(elsewhere, { changes: [SETTLING] })).toEqual({ kind: "changed-since" });
    expect(takeBackOf(accident(CONFIRMED), { changes: [changed("导入", { deaths: [0, 1] })] })).toEqual({
      kind: "came-settled",
    });
  });

  test("is not offered where nobody settled it", () => {
    expect(takeBackOf(accident(STATED), { changes: [SETTLING] })).toBeNull();
  });

  test("of two settlings only the last is undone", () => {
    const again = changed("王警官", { placing: ["confirmed", "off-road"] });
    const back = takeBackOf(accident({ ...CONFIRMED, placing: "off-road" }), { changes: [again, SETTLING] });
    expect(back?.kind === "possible" && said(back.changes as never)).toEqual({ placing: ["off-road", "confirmed"] });
  });
});

describe("a choice followed to its place", () => {
  const words = PLACING_WORDS.zh;
  const network = routeNetworkOf(
    roadsOf(
      section("G111", 812_000, [
        [0, 0],
        [2000, 0],
      ]),
      section(
        null,
        0,
        [
          [0, 60],
          [2000, 60],
        ],
        { name: "建设路" },
      ),
      section(
        null,
        0,
        [
          [0, 4000],
          [2000, 4000],
        ],
        { name: "建设路" },
      ),
    ),
  );
  const plane = createZonePlane(ZONE);
  const at = plane.toLonLat(500, 30);
  const follow = (...[choice, typed = ""]: [Parameters<typeof settledChoice>[0], string?]) =>
    settledChoice(choice, typed, network, at, words);

  test("a candidate says what will be written and how far that is", () => {
    const chosen = follow({ kind: "candidate", route: "G111", stakeM: 812_500.4 });
    expect(chosen).toMatchObject({ kind: "ready", settled: { roadCode: "G111", kilometre: 812, metre: 500 } });
    if (chosen.kind !== "ready" || !chosen.place) throw new Error("not followed");
    expect([chosen.place.label, Math.round(chosen.place.offsetM)]).toEqual(["G111 K812+500", 30]);
    expect(plane.toPlane(...chosen.place.position)[1]).toBeCloseTo(0, 3);
  });

  test("a typed stake is followed while it is typed, and says what is missing", () => {
    const typed = (text: string) => follow({ kind: "typed" }, text);
    expect(typed(" ")).toEqual({ kind: "open" });
    expect(typed("G111")).toEqual({ kind: "wrong", why: words.typedWrong["no-stake"] });
    expect(typed("S5 K1+000")).toEqual({ kind: "wrong", why: "道路台账里没有“S5”" });
    expect(typed("G111 K900+000")).toEqual({ kind: "wrong", why: "超出起止桩号：G111 从 K812+000 到 K814+000" });
    expect(typed("建设路 K0+100")).toMatchObject({ kind: "ready", place: { label: "建设路 K0+100" } });
  });

  test("a far namesake, which the placing would not take, is refused before it is written", () => {
    const far = network.routes.findIndex(({ id }) => id === "建设路~2");
    expect(far).toBeGreaterThan(0);
    expect(follow({ kind: "candidate", route: "建设路~2", stakeM: 500 })).toEqual({
      kind: "wrong",
      why: words.elsewhere("建设路 K0+500"),
    });
  });

  test("off the roads needs no place, and no choice is none", () => {
    expect(follow({ kind: "off-road" })).toEqual({ kind: "ready", settled: "off-road", place: null });
    expect(follow(null)).toEqual({ kind: "open" });
  });
});
