import { describe, expect, test } from "vitest";
import { RuleFileProblem } from "#data/standards/read-rules.ts";
import { DEFAULT_RULE_SET, findRuleSet, RULE_SETS } from "#data/traffic/rule-sets/index.ts";
import { readRuleSets } from "#data/traffic/rule-sets/read-rule-sets.ts";

const shipped = (id: string) => structuredClone(findRuleSet(id)!);

describe("the rule sets that are offered", () => {
  test("have the numbers of standards.md, section 6.1", () => {
    const told = RULE_SETS.map(({ id, settings: { unit, periodYears, criteria, most } }) => {
      const size =
        unit.kind === "window" ? [unit.lengthM, unit.streetLengthM ?? unit.lengthM] : [unit.radiusM, unit.centre];
      const counts = criteria.map(({ crashes, atLeast, minDeaths = 0, regular }) =>
        [atLeast, crashes, minDeaths > 0 ? `≥${minDeaths}` : "", regular ? "regular" : ""].filter(Boolean).join(" "),
      );
      return [id, ...size, periodYears, counts.join(" | "), most].join(", ");
    });
    expect(told).toEqual([
      "proposed-500, 500, 500, 3, 3 fatal | 10 casualty, ",
      "mps-2019, 500, 500, 3, , ",
      "mps-2019-segment, 2000, 2000, 3, , ",
      "mps-legacy, 500, 500, 1, 3 fatal, ",
      "mps-legacy-segment, 2000, 2000, 1, 3 fatal, ",
      "city-2008, 500, 500, 3, 1 fatal ≥3 | 2 fatal ≥3 | 3 fatal regular | 5 injury-or-damage regular, ",
      "city-2008-county, 500, 500, 3, 5 any regular, ",
      "molit-kr-spot, 150, junctions, 3, 3 fatal | 10 casualty, ",
      "molit-kr-segment, 1000, 600, 3, 3 fatal | 10 casualty, ",
      "molit-kr-all, 50, accidents, 3, 5 any, 30",
      "koroad, 150, accidents, 1, 3 any, 3",
    ]);
  });

  test("say that ours is ours, and which have numbers that were not found", () => {
    expect(RULE_SETS.filter(({ confidence }) => confidence === "proposed").map(({ id }) => id)).toEqual([
      DEFAULT_RULE_SET,
    ]);
    const without = RULE_SETS.filter(({ settings }) => settings.criteria.length === 0);
    expect(without.map(({ id, confidence }) => `${id} ${confidence}`)).toEqual([
      "mps-2019 uncertain",
      "mps-2019-segment uncertain",
    ]);
  });

  test("say what the ledger cannot tell", () => {
    const needs = RULE_SETS.flatMap(({ id, settings }) =>
      settings.criteria.flatMap((each) => (each.needs ? [`${id} ${each.id} ${each.needs}`] : [])),
    );
    expect(needs).toEqual([
      "city-2008 three-deaths-road-factor road-factor",
      "molit-kr-spot serious serious-injury",
      "molit-kr-segment serious serious-injury",
    ]);
  });
});

describe("a file that cannot be trusted is refused by name and field", () => {
  const refusal = (file: string, raw: unknown): string => {
    try {
      readRuleSets({ [file]: raw });
    } catch (error) {
      if (error instanceof RuleFileProblem) return error.message;
      throw error;
    }
    return "read";
  };
  const city = () => shipped("city-2008") as unknown as Record<string, unknown> & { settings: Record<string, unknown> };

  test.each<[string, string, (raw: ReturnType<typeof city>) => unknown]>([
    ["no source", "source:", ({ source: _, ...raw }) => raw],
    ["a field that is not known", 'Unrecognized key: "windowM"', (raw) => ({ ...raw, windowM: 500 })],
    [
      "a count of nothing",
      "criterion 2 (three-deaths-twice): settings.criteria.1.atLeast",
      (raw) => {
        (raw.settings.criteria as { atLeast: number }[])[1]!.atLeast = 0;
        return raw;
      },
    ],
    [
      "a share over all",
      "settings.patternMinShare",
      (raw) => ({ ...raw, settings: { ...raw.settings, patternMinShare: 1.2 } }),
    ],
    ["a confidence that is not known", "confidence:", (raw) => ({ ...raw, confidence: "sure" })],
    [
      "steps longer than the window",
      "settings.unit.stepM: steps longer",
      (raw) => ({
        ...raw,
        settings: { ...raw.settings, unit: { kind: "window", lengthM: 500, stepM: 600 } },
      }),
    ],
    [
      "a criterion twice",
      "settings.criteria: has fatal twice",
      (raw) => {
        const fatal = { id: "fatal", crashes: "fatal", atLeast: 3 };
        return { ...raw, settings: { ...raw.settings, criteria: [fatal, fatal] } };
      },
    ],
    [
      "deaths among crashes that killed nobody",
      "settings.criteria: odd asks for deaths",
      (raw) => ({
        ...raw,
        settings: { ...raw.settings, criteria: [{ id: "odd", crashes: "injury", minDeaths: 3, atLeast: 1 }] },
      }),
    ],
    ["nothing at all", "city-2008.json", () => null],
  ])("%s", (_, message, spoil) => {
    expect(refusal("city-2008.json", spoil(city()))).toContain(message);
    expect(refusal("city-2008.json", spoil(city()))).toMatch(/^city-2008\.json: /);
  });

  test("a file under another name", () => {
    expect(refusal("city.json", city())).toBe("city.json: id: is city-2008, so the file is named city-2008.json");
  });

  test("and one that is as it should be is read", () => {
    expect(refusal("city-2008.json", city())).toBe("read");
  });
});
