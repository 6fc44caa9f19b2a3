import { describe, expect, test } from "vitest";
import { crashesOf } from "#data/traffic/crashes.ts";
import { findRuleSet } from "#data/traffic/rule-sets/index.ts";
import type { RuleSettings } from "#data/traffic/rule-sets/rule-set.ts";
import { chooseCircles } from "#data/traffic/screening/circles.ts";
import { createJudge } from "#data/traffic/screening/judge.ts";
import { makeSnapshot, point, type Row } from "../../../support/make-snapshot.ts";

type Attributes = NonNullable<Row["attributes"]>;

/** Accidents judged as one place. */
function judged(ruleSet: string, list: readonly Attributes[], over: Partial<RuleSettings> = {}) {
  const snapshot = makeSnapshot(
    "accidents",
    list.map((attributes) => ({ geometry: point(122.26, 43.62), attributes })),
  );
  const judge = createJudge(crashesOf(snapshot), { ...findRuleSet(ruleSet)!.settings, ...over });
  return judge.judgeAll([...list.keys()]);
}

const times = (count: number, attributes: Attributes): Attributes[] => Array.from({ length: count }, () => attributes);
const outcomes = (ruleSet: string, list: readonly Attributes[]) =>
  Object.fromEntries(judged(ruleSet, list).criteria.map(({ id, outcome }) => [id, outcome]));

describe("city-2008", () => {
  const three = { severity: "fatal", deaths: 3, injuries: 0 };

  test("one accident that killed three and unsafe road factors make a black spot; without a word on these, a suspicion", () => {
    expect(outcomes("city-2008", [{ ...three, roadFactor: true }])["three-deaths-road-factor"]).toBe("met");
    expect(outcomes("city-2008", [three])["three-deaths-road-factor"]).toBe("suspected");
    expect(outcomes("city-2008", [{ ...three, roadFactor: false }])["three-deaths-road-factor"]).toBe("not-met");
    expect(outcomes("city-2008", [{ ...three, deaths: 2, roadFactor: true }])["three-deaths-road-factor"]).toBe(
      "not-met",
    );
    expect(judged("city-2008", [three])).toMatchObject({ outcome: "suspected", strength: 1 });
  });

  test("a fatal accident whose dead nobody counted may have killed three: a suspicion, never nothing", () => {
    const uncounted = { severity: "fatal", roadFactor: true };
    expect(outcomes("city-2008", [uncounted])["three-deaths-road-factor"]).toBe("suspected");
    expect(outcomes("city-2008", [uncounted, { ...three, roadFactor: false }])["three-deaths-twice"]).toBe("suspected");
    expect(outcomes("city-2008", [{ severity: "injury", injuries: 4 }])["three-deaths-road-factor"]).toBe("not-met");
    const once = { id: "a", crashes: "fatal", minDeaths: 1, atLeast: 1, regular: false } as const;
    expect(judged("city-2008", [uncounted], { criteria: [once] }).outcome).toBe("met");
  });

  test("two that killed three each make one, whatever the road", () => {
    const clean = { ...three, roadFactor: false };
    expect(outcomes("city-2008", [clean, clean])["three-deaths-twice"]).toBe("met");
  });

  test("three fatal ones do where half of them share a form, a band of hours or a cause, and not where none is shared", () => {
    const fatal = (form: string, hour: string, cause: string): Attributes => ({
      severity: "fatal",
      deaths: 1,
      form,
      cause,
      happenedAt: `2024-05-17T${hour}:10`,
    });
    const scattered = [fatal("angle", "02", "超速"), fatal("head-on", "09", "逆行"), fatal("rollover", "16", "疲劳")];
    expect(outcomes("city-2008", scattered)["regular-fatal"]).toBe("not-met");
    for (const [by, value, second] of [
      ["form", "angle", fatal("angle", "09", "逆行")],
      ["hours", "23-02", fatal("head-on", "23", "逆行")],
      ["cause", "超速", fatal("head-on", "09", "超速")],
    ] as const) {
      const verdict = judged("city-2008", [scattered[0]!, second, scattered[2]!]);
      const regular = verdict.criteria.find(({ id }) => id === "regular-fatal")!;
      expect(regular).toMatchObject({ outcome: "met", pattern: { by, value, crashes: 2, of: 3 } });
    }
  });

  test("five with injuries or damage need a pattern too, and fatal ones do not count among them", () => {
    const injury = { severity: "injury", injuries: 1, form: "rear-end" };
    expect(outcomes("city-2008", times(5, injury))["regular-injury-damage"]).toBe("met");
    expect(
      outcomes("city-2008", [...times(4, injury), { severity: "fatal", deaths: 1 }])["regular-injury-damage"],
    ).toBe("not-met");
    expect(outcomes("city-2008-county", [...times(4, injury), { form: "rear-end" }])).toEqual({ "regular-any": "met" });
  });

  test("forms that say nothing are no pattern", () => {
    expect(outcomes("city-2008-county", times(5, { severity: "damage", form: "other" }))).toEqual({
      "regular-any": "not-met",
    });
  });
});

describe("molit-kr", () => {
  test("three fatal make a black spot; ten that hurt somebody, who knows how badly, a suspicion", () => {
    const fatal = { severity: "fatal", deaths: 1 };
    const injury = { severity: "injury", injuries: 1 };
    expect(judged("molit-kr-spot", times(3, fatal)).outcome).toBe("met");
    expect(judged("molit-kr-spot", [...times(2, fatal), ...times(7, injury)]).outcome).toBe("not-met");
    expect(judged("molit-kr-spot", [...times(2, fatal), ...times(8, injury)]).outcome).toBe("suspected");
  });
});

test("strength is how many times over the best condition of the surest outcome is met", () => {
  const injury = { severity: "injury", injuries: 1 };
  expect(judged("proposed-500", times(25, injury))).toMatchObject({ outcome: "met", strength: 2.5 });
  const fatal = { severity: "fatal", deaths: 1 };
  expect(judged("proposed-500", [...times(9, fatal), ...times(3, injury)])).toMatchObject({ strength: 3 });
  expect(judged("proposed-500", times(9, injury))).toMatchObject({ outcome: "not-met", strength: 0 });
});

describe("a ledger that knows only days", () => {
  const fatal = (happenedAt: string): Attributes => ({ severity: "fatal", deaths: 1, happenedAt });
  const onDays = (hour: string) => Array.from({ length: 20 }, (_, i) => fatal(`2024-05-${10 + i}T${hour}`));
  const patternOf = (list: readonly Attributes[]) =>
    judged("city-2008", list).criteria.find(({ id }) => id === "regular-fatal")!.pattern;

  test("makes no pattern of hours out of the minute on which it puts all of them", () => {
    expect(patternOf(onDays("00:00"))).toBeNull();
    expect(patternOf(onDays("08:00"))).toBeNull();
    expect(patternOf([...onDays("00:00"), fatal("2024-06-01T13:20"), fatal("2024-06-02T14:40")])).toBeNull();
    expect(
      patternOf(onDays("00:00").map(({ happenedAt }, i) => fatal(`${happenedAt}`.replace("00:00", `02:${10 + i}`)))),
    ).toMatchObject({
      by: "hours",
      crashes: 20,
      of: 20,
    });
  });
});

describe("of circles that share crashes", () => {
  const judge = createJudge(
    crashesOf(
      makeSnapshot(
        "accidents",
        times(20, {}).map((attributes) => ({ geometry: point(122.26, 43.62), attributes })),
      ),
    ),
    {
      ...findRuleSet("koroad")!.settings,
    },
  );
  const choose = (...circles: number[][]) =>
    chooseCircles(circles.length, (centre) => Uint32Array.from(circles[centre]!), judge).map(
      ({ centre, rows, merged }) => [centre, [...rows], merged] as const,
    );

  test("the strongest takes its crashes, and one that is too weak without them is merged into it", () => {
    expect(choose([0, 1, 2], [1, 2, 3, 4], [9, 10])).toEqual([[1, [1, 2, 3, 4], 2]]);
  });

  test("one that is strong enough without them stands", () => {
    expect(choose([0, 1, 2, 3], [3, 4, 5, 6])).toEqual([
      [0, [0, 1, 2, 3], 1],
      [1, [4, 5, 6], 1],
    ]);
  });
});
