import { describe, expect, test } from "vitest";
import { weatherSegments } from "#data/analyses/weather-segments.ts";
import { createRandom, type Random } from "#data/demo/random.ts";
import { fisherTest } from "#data/traffic/statistics/fisher.ts";
import { idOf, makeSnapshot, type Row } from "../../support/make-snapshot.ts";
import { accidentOn, roadRows, type SceneRoad } from "../../support/road-scene.ts";
import { zone } from "../demo/zone.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";

const G111: SceneRoad = { code: "G111", start: [-20_000, 0], lengthM: 40_000, class: "national" };
const ROADS = makeSnapshot("roads", roadRows(G111));

const run = (accidents: readonly Row[], parameters: object = {}) =>
  runAnalysis(weatherSegments, parameters, [makeSnapshot("accidents", accidents), ROADS]);

/** Ten crashes a kilometre; one in so many of them in fog, as chance has it. */
function scattered(random: Random, share: number): Row[] {
  return Array.from({ length: 400 }, () =>
    accidentOn(G111, random.between(0, 39_990), { weather: random.chance(share) ? "fog" : "clear" }),
  );
}

describe("adverse-weather segments", () => {
  test("finds the stretch where fog has most of the crashes, with the exact chance of it", () => {
    const clear = Array.from({ length: 300 }, (_, i) =>
      accidentOn(G111, i * 60, { weather: i % 50 === 0 ? "fog" : "clear" }),
    );
    const foggy = Array.from({ length: 12 }, (_, i) =>
      accidentOn(G111, 30_100 + i * 100, { weather: i < 9 ? "fog" : "clear" }),
    );
    const { findings, summary } = run([...clear, ...foggy], { kinds: ["fog"], stepM: 2_000 });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: "fog",
      inKind: 9,
      known: 12,
      unknown: 0,
      share: 0.75,
      elsewhereInKind: 6,
      elsewhereKnown: 300,
      ratio: 37.5,
    });
    expect(findings[0]!.place.label).toBe("G111 K30+000 – K32+000");
    expect(findings[0]!.accidentIds).toHaveLength(9);
    const table = { hereWith: 9, hereWithout: 3, elsewhereWith: 6, elsewhereWithout: 294 };
    expect(findings[0]!.pValue).toBeCloseTo(fisherTest(table).atLeast, 12);
    expect(summary).toMatchObject({ measure: "share-of-crashes", found: 1 });
  });

  test("a stretch between two places is found as one, and pays for the windows that were tried", () => {
    const clear = Array.from({ length: 300 }, (_, i) =>
      accidentOn(G111, i * 60, { weather: i % 50 === 0 ? "fog" : "clear" }),
    );
    const foggy = Array.from({ length: 12 }, (_, i) => accidentOn(G111, 31_000 + i * 120, { weather: "fog" }));
    const { findings } = run([...clear, ...foggy], { kinds: ["fog"] });
    expect(findings).toHaveLength(1);
    expect(findings[0]!.inKind).toBe(12);
    const table = { hereWith: 12, hereWithout: 0, elsewhereWith: 6, elsewhereWithout: 294 };
    expect(findings[0]!.pValue).toBeGreaterThan(1.9 * fisherTest(table).atLeast);
  });

  test("ice on the road counts as well as snow in the air, and what nobody recorded is left out of the shares", () => {
    const plain = Array.from({ length: 100 }, (_, i) =>
      accidentOn(G111, i * 150, { weather: "clear", surface: "dry" }),
    );
    const icy = Array.from({ length: 16 }, (_, i) =>
      accidentOn(
        G111,
        30_050 + i * 100,
        i < 6 ? { weather: "snow" } : i < 12 ? { surface: "ice" } : { weather: null, surface: null },
      ),
    );
    const finding = run([...plain, ...icy], { kinds: ["snow-ice"], stepM: 2_000 }).findings[0]!;
    expect(finding).toMatchObject({ inKind: 12, known: 12, unknown: 4, elsewhereInKind: 0, ratio: null });
  });

  test("says when the ledger has too few", () => {
    const { findings, summary } = run([
      ...Array.from({ length: 4 }, (_, i) => accidentOn(G111, 1_000 + i, { weather: "fog" })),
      ...Array.from({ length: 20 }, (_, i) => accidentOn(G111, i * 2_000, { weather: "clear" })),
    ]);
    expect(findings).toEqual([]);
    expect(summary.kinds.find(({ kind }) => kind === "fog")).toMatchObject({ inKind: 4, answer: "too-few" });
    expect(summary.placesTested).toBe(0);
    expect(summary.placesTooFew).toBe(20);
    expect(run([]).summary).toMatchObject({ from: null, found: 0, placesTested: 0 });
  });

  test("where weather falls by chance, it is wrong in no more than one ledger of twenty", () => {
    const ledgers = 60;
    let alarms = 0;
    for (let seed = 0; seed < ledgers; seed++)
      if (run(scattered(createRandom(seed, "fog"), 0.12)).summary.found > 0) alarms++;
    // Three of sixty are expected at most; eight or more come once in a hundred times.
    expect(alarms).toBeLessThan(8);
  });

  test("refuses steps that leave road between windows untried", () => {
    expect(refusalOf(() => run([], { windowM: 1_000, stepM: 1_500 }))).toEqual({
      field: "stepM",
      allowed: "100 to 1000",
    });
  });
});

describe("the demonstration zone", () => {
  const { layers, today, plantedAdverseStretches } = zone;
  const { findings, summary } = runAnalysis(weatherSegments, { today }, [
    makeSnapshot("accidents", layers.accidents!),
    makeSnapshot("roads", layers.roads!),
  ]);
  const codes = new Map(layers.accidents!.map(({ code }, n) => [idOf(n), code]));

  test.each(plantedAdverseStretches)("has its stretch of $weather on $roadCode", ({
    roadCode,
    weather,
    fromStakeM,
    toStakeM,
    accidentCodes,
  }) => {
    const kind = weather === "fog" ? "fog" : "snow-ice";
    const found = findings.find((finding) => finding.kind === kind && finding.place.route?.code === roadCode);
    expect(found?.place.fromM).toBeLessThan(toStakeM);
    expect(found?.place.toM).toBeGreaterThan(fromStakeM);
    const listed = new Set(found!.accidentIds.map((id) => codes.get(id)));
    expect(accidentCodes.filter((code) => listed.has(code)).length).toBeGreaterThan(accidentCodes.length / 2);
  });

  test("has hardly any elsewhere", () => {
    const isPlanted = (finding: (typeof findings)[number]) =>
      plantedAdverseStretches.some(
        ({ roadCode, fromStakeM, toStakeM }) =>
          finding.place.route?.code === roadCode && finding.place.fromM! < toStakeM && finding.place.toM! > fromStakeM,
      );
    expect(findings.filter((finding) => !isPlanted(finding)).length).toBeLessThanOrEqual(1);
    expect(summary.found).toBeGreaterThanOrEqual(plantedAdverseStretches.length);
  });
});
