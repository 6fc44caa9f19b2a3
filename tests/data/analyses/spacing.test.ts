import { describe, expect, test } from "vitest";
import { geodesicDestination, geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { LIBRARY } from "#data/standards/library.ts";
import { composeRuleBook } from "#data/standards/rule-book.ts";
import { idOf, point, ZONE } from "../../support/make-snapshot.ts";
import {
  box,
  checkSpacing,
  claim,
  eastOf,
  house,
  plane,
  proposeHazard,
  proposeTarget,
  SITE,
  STATION,
  STORE,
} from "../../support/spacing-site.ts";
import { refusalOf } from "./run-analysis.ts";

const firstOf = ({ findings }: ReturnType<typeof checkSpacing>) => findings[0]!;
const rulesOf = (result: ReturnType<typeof checkSpacing>) => result.findings.flatMap(({ rules }) => rules);

/** Doubt of two surveys to half a metre each, at 95 %. */
const DOUBT_M = 2 * Math.hypot(0.5, 0.5);

describe("the limit", () => {
  // A class A store of more than 10 t keeps 30 m from a dwelling (GB 50016, table 3.5.1).
  test.each([
    [30.000_05, "clear"],
    [29.999_95, "too-near"],
  ])("at %d m without any doubt is %s", (distanceM, verdict) => {
    const { verdict: found, distanceM: measuredM } = firstOf(
      checkSpacing(proposeHazard(STORE), { buildings: [house(eastOf(distanceM))] }),
    );
    expect(found).toBe(verdict);
    expect(Math.abs(measuredM - distanceM)).toBeLessThan(4e-5);
  });

  test("a pair at exactly the limit passes", () => {
    const at = geodesicDestination(...ZONE, 90, 30);
    const proposal = proposeHazard(STORE, { geometry: { type: "Point", coordinates: [...ZONE] } });
    const near = { geometry: point(...at), positionErrorM: 0, attributes: { storeysAbove: 1 } };
    expect(firstOf(checkSpacing(proposal, { houses: [near] })).verdict).toBe("clear");
  });

  test.each([
    [30 + DOUBT_M + 0.001, "clear"],
    [30 + DOUBT_M - 0.001, "cannot-tell"],
    [30 - DOUBT_M + 0.001, "cannot-tell"],
    [30 - DOUBT_M - 0.001, "too-near"],
  ])("at %d m, with both surveyed to 0.5 m, is %s", (distanceM, verdict) => {
    const proposal = proposeHazard(STORE, { positionErrorM: 0.5 });
    const found = firstOf(checkSpacing(proposal, { buildings: [house(eastOf(distanceM), { positionErrorM: 0.5 })] }));
    expect(found.verdict).toBe(verdict);
    expect(found.rules[0]!.uncertaintyM).toBeCloseTo(DOUBT_M, 9);
  });

  test("from the plant's boundary a short distance makes nothing too near: the unit may stand farther back", () => {
    const { use } = proposeHazard(STORE);
    const inside = { ...use, outline: "plant-boundary" } as typeof use;
    const near = { buildings: [house(eastOf(10))] };
    expect(firstOf(checkSpacing(proposeHazard(STORE), near)).verdict).toBe("too-near");
    const found = firstOf(checkSpacing(proposeHazard(STORE, { use: inside }), near));
    expect(found.verdict).toBe("cannot-tell");
    expect(found.rules[0]!.reasons.map(({ code }) => code)).toContain("plant-boundary");
  });

  test("in doubt says how well both must be surveyed: to that standard deviation it can be told", () => {
    const near = house(eastOf(30.8), { positionErrorM: 5 });
    const doubtful = firstOf(checkSpacing(proposeHazard(STORE), { buildings: [near] }));
    expect(doubtful.verdict).toBe("cannot-tell");
    const reason = doubtful.rules[0]!.reasons.find(({ code }) => code === "position-error");
    const surveyM = Number(reason?.values?.surveyM);
    expect(surveyM).toBeGreaterThan(0.39);
    const surveyed = { ...near, positionErrorM: surveyM };
    expect(firstOf(checkSpacing(proposeHazard(STORE), { buildings: [surveyed] })).verdict).toBe("clear");
  });

  test("where nobody stated an error takes one metre and says so", () => {
    const { rules } = firstOf(
      checkSpacing(proposeHazard(STORE), { buildings: [house(eastOf(20), { positionErrorM: null })] }),
    );
    expect(rules[0]!.uncertaintyM).toBe(2);
    expect(rules[0]!.reasons).toContainEqual({ code: "error-not-stated", values: { assumedM: 1 } });
  });

  test("is measured along the geodesic: within a centimetre at 1 km, at the zone's edge as well", () => {
    const [base] = LIBRARY.rules.filter(({ id }) => id.startsWith("gb50016-3.5.1-store-a-1256-over-10t.civil-low"));
    const far = { ...base!, id: "local-far", standard: "local", distanceM: 2000 };
    const rules = composeRuleBook({ decisions: [], local: [far], day: "2026-11-26" });
    for (const start of [ZONE, geodesicDestination(...ZONE, 90, 48_000)]) {
      const end = geodesicDestination(...start, 73, 1000);
      const proposal = proposeHazard(STORE, { geometry: { type: "Point", coordinates: [...start] } });
      const found = firstOf(checkSpacing(proposal, { houses: [house(point(...end))] }, rules));
      expect(Math.abs(found.distanceM - 1000)).toBeLessThan(0.01);
      expect(geodesicDistanceM(...found.line[0], ...found.line[1])).toBeCloseTo(found.distanceM, 6);
    }
  });
});

describe("facts that nobody states", () => {
  // A tank group of 200 m³ keeps 25, 31.25 or 37.5 m from a dwelling by its fire rating (GB 50016, table 4.2.1, note 3).
  const TANKS = { kind: "tanks", content: "liquid-ab", volumeM3: 200, petrochemical: false } as const;
  const unrated = (distanceM: number) => house(eastOf(distanceM), { attributes: { use: "residential", storeys: 1 } });

  test.each([
    [24.9, "too-near"],
    [25.1, "cannot-tell"],
    [37.4, "cannot-tell"],
    [37.6, "clear"],
  ])("make a range: a dwelling of unknown fire rating at %d m is %s", (distanceM, verdict) => {
    const found = firstOf(checkSpacing(proposeHazard(TANKS), { buildings: [unrated(distanceM)] }));
    expect(found.verdict).toBe(verdict);
    const rule = found.rules.find(({ requiredM }) => requiredM === 25)!;
    expect(rule.requiredAtMostM).toBe(37.5);
    expect(rule.reasons.map(({ code }) => code)).toContain("fire-rating-unknown");
  });

  test("an unknown amount is too near only where the smallest would be", () => {
    const unknown = proposeHazard({ ...STORE, tonnes: null });
    const verdictAt = (distanceM: number) =>
      firstOf(checkSpacing(unknown, { buildings: [house(eastOf(distanceM))] })).verdict;
    expect([24.9, 25.1, 29.9, 30.1].map(verdictAt)).toEqual(["too-near", "cannot-tell", "cannot-tell", "clear"]);
  });

  test("a school of unknown size may be an important public building", () => {
    const school = (people: number | null) => ({
      geometry: eastOf(20),
      positionErrorM: 0,
      attributes: { kind: "school", people },
    });
    const verdict = (people: number | null) =>
      firstOf(checkSpacing(proposeHazard(STATION), { "protection-targets": [school(people)] })).verdict;
    // More than 500 pupils ask 35 m, fewer 14 m (GB 50156-2021, 4.0.4 and annex B).
    expect([verdict(501), verdict(500), verdict(null)]).toEqual(["too-near", "clear", "cannot-tell"]);
  });

  test("never is a pair too near by a row that nobody has verified", () => {
    const depot = proposeHazard({ kind: "oil-depot", capacityM3: 5000, group: "1" });
    const school = { geometry: eastOf(5), positionErrorM: 0, attributes: { kind: "school", people: 900 } };
    const uncertain = rulesOf(checkSpacing(depot, { "protection-targets": [school] })).filter(
      ({ confidence }) => confidence === "uncertain",
    );
    expect(uncertain.length).toBeGreaterThan(0);
    for (const rule of uncertain) {
      expect(rule.verdict).toBe("cannot-tell");
      expect(rule.reasons.map(({ code }) => code)).toContain("rule-unverified");
    }
  });
});

describe("reliefs", () => {
  const FIRE_WALL = "gb50016-3.4.1-lower-fire-wall-ab";
  const PLANT = { kind: "plant", fireClass: "a", fireRating: "2", petrochemical: false } as const;
  const works = (distanceM: number) => ({
    geometry: eastOf(distanceM),
    positionErrorM: 0,
    attributes: { use: "industrial", storeys: 1, heightM: 8, fireRating: "2" },
  });

  test("hold only when they are claimed, and both numbers stay in sight", () => {
    const layers = { buildings: [works(7)] };
    expect(firstOf(checkSpacing(proposeHazard(PLANT), layers)).rules[0]).toMatchObject({
      requiredM: 12,
      unreducedM: null,
      verdict: "too-near",
    });
    const claimed = firstOf(checkSpacing(proposeHazard(PLANT, { claims: [claim(FIRE_WALL)] }), layers));
    expect(claimed.rules[0]).toMatchObject({
      requiredM: 6,
      unreducedM: 12,
      claimedReduction: FIRE_WALL,
      verdict: "clear",
    });
  });

  test("claimed for one neighbour hold for no other", () => {
    const claims = [claim(FIRE_WALL, { layer: "buildings", id: idOf(1) })];
    const layers = { buildings: [works(7), { ...works(7), geometry: box(7, 11, 27, 19) }] };
    const { findings } = checkSpacing(proposeHazard(PLANT, { claims }), layers);
    expect(findings.map(({ target, verdict }) => [target.code, verdict])).toEqual([
      ["N0", "too-near"],
      ["N1", "clear"],
    ]);
  });

  test("that the rules do not know are refused by name", () => {
    const proposal = proposeHazard(PLANT, { claims: [claim("no-such-relief")] });
    expect(refusalOf(() => checkSpacing(proposal, {})).field).toBe("proposal.claims.0.reductionId");
  });
});

describe("the scope of the standards", () => {
  const road = (roadClass: string, distanceM: number) => ({
    geometry: {
      type: "LineString" as const,
      coordinates: [plane.toLonLat(distanceM, -500), plane.toLonLat(distanceM, 500)],
    },
    positionErrorM: 0,
    attributes: { class: roadClass, widthM: 12 },
  });

  test("a highway is kept clear for 100 m of dangerous goods, and not of a filling station", () => {
    const layers = { roads: [road("county", 60)] };
    const lawOf = (proposal: unknown) =>
      rulesOf(checkSpacing(proposal, layers)).filter(({ ruleId }) => ruleId.startsWith("laws-highway-18"));
    expect(lawOf(proposeHazard(STORE))).toMatchObject([
      { verdict: "too-near", measuredM: expect.closeTo(54, 3), requiredM: 100 },
    ]);
    expect(lawOf(proposeHazard(STATION))).toEqual([]);
  });

  test("where a highway's land ends is not on the map: 110 m from its edge nobody can tell", () => {
    const { findings } = checkSpacing(proposeHazard(STORE), { roads: [road("county", 116), road("county", 130)] });
    expect(
      findings.filter(({ hazard }) => hazard.id === null).map(({ target, verdict }) => [target.code, verdict]),
    ).toEqual([["N0", "cannot-tell"]]);
  });

  test("a road is measured to the edge of its carriageway", () => {
    const [rule] = rulesOf(checkSpacing(proposeHazard(STORE), { roads: [road("secondary", 25)] }));
    expect(rule).toMatchObject({ requiredM: 20, verdict: "too-near" });
    expect(rule!.measuredM).toBeCloseTo(19, 3);
    expect(rule!.reasons).toContainEqual({ code: "edge-from-width", values: { widthM: 12 } });
  });

  test("a petrochemical plant is no neighbouring factory to another, any other works is", () => {
    const tanks = { kind: "tanks", content: "liquid-ab", volumeM3: 5000, petrochemical: true } as const;
    const neighbour = (designStandard: string) => ({
      geometry: eastOf(30),
      positionErrorM: 0,
      attributes: { kind: "production-unit", fireClass: "a", designStandard, outlineOf: "unit" },
    });
    const factory = (designStandard: string) =>
      checkSpacing(proposeHazard(tanks), { "hazard-sources": [neighbour(designStandard)] }).findings.flatMap(
        ({ hazard, rules }) => (hazard.id === null ? rules.filter(({ targetClass }) => targetClass === "factory") : []),
      );
    expect(factory("gb50160")).toEqual([]);
    expect(factory("gb50016")).toMatchObject([{ requiredM: 70, verdict: "too-near" }]);
  });
});

describe("what is looked at", () => {
  test("the hazard's own buildings are none of its neighbours", () => {
    expect(checkSpacing(proposeHazard(STORE), { buildings: [house(box(-30, -10, -10, 10))] }).findings).toEqual([]);
  });

  test("a building that a ledger knows is judged once, as what the ledger says and from its walls", () => {
    const middle = plane.toLonLat(30, 0);
    const { findings } = checkSpacing(proposeHazard(STORE), {
      buildings: [house(eastOf(20))],
      houses: [{ geometry: point(...middle), positionErrorM: 5, attributes: { people: 4 } }],
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ target: { layer: "houses" }, people: 4, verdict: "too-near" });
    expect(findings[0]!.distanceM).toBeCloseTo(20, 4);
  });

  test("both ways: a proposed store against a school, and against the tanks that stand by it", () => {
    const { findings } = checkSpacing(proposeHazard(STORE), {
      "protection-targets": [{ geometry: eastOf(40), positionErrorM: 0, attributes: { kind: "school", people: 900 } }],
      "hazard-sources": [
        {
          geometry: box(-80, -10, -50, 10),
          positionErrorM: 0,
          attributes: { kind: "tank-farm", designStandard: "gb50016", fireClass: "a", volumeM3: 200 },
        },
      ],
    });
    expect(findings.map(({ hazard, target }) => [hazard.layer, target.layer])).toEqual(
      expect.arrayContaining([
        [null, "protection-targets"],
        ["hazard-sources", null],
      ]),
    );
  });

  test("a proposed school is checked against the hazards, and keeps away from nothing itself", () => {
    const station = {
      geometry: eastOf(20),
      positionErrorM: 0,
      attributes: { kind: "fuel-station", petrolM3: 90, dieselM3: 60, vapourRecovery: true },
    };
    const { findings, summary } = checkSpacing(proposeTarget({ kind: "school", people: 900 }), {
      "hazard-sources": [station],
      houses: [house(eastOf(1))],
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      hazard: { layer: "hazard-sources" },
      target: { id: null },
      verdict: "too-near",
    });
    expect(summary).toMatchObject({ verdict: "too-near", applicableRules: [] });
  });

  test("worst first: too near before cannot tell before clear", () => {
    const { findings, summary } = checkSpacing(proposeHazard(STORE), {
      buildings: [house(eastOf(45)), house(box(10, 30, 20, 40)), house(box(0, 50, 20, 70), { positionErrorM: 4 })],
    });
    expect(findings.map(({ verdict }) => verdict)).toEqual(["too-near", "cannot-tell", "clear"]);
    expect(summary.counts).toEqual({ "too-near": 1, "cannot-tell": 1, clear: 1 });
  });

  test("a point is measured from the point, and says so", () => {
    const proposal = proposeHazard(STORE, { geometry: { type: "Point", coordinates: [...ZONE] } });
    const { rules } = firstOf(checkSpacing(proposal, { buildings: [house(eastOf(10))] }));
    expect(rules[0]!.reasons.map(({ code }) => code)).toContain("point-only");
  });
});

describe("boundaries that cannot be measured are refused by name", () => {
  const [west, south] = plane.toLonLat(0, 0);
  const ring = (...corners: [number, number][]) => ({
    type: "Polygon",
    coordinates: [[...corners, corners[0]!].map(([x, y]) => plane.toLonLat(x, y))],
  });
  test.each([
    ["self-crossing", ring([0, 0], [50, 50], [50, 0], [0, 50])],
    ["of zero area", ring([0, 0], [50, 0], [100, 0])],
    ["empty", { type: "Polygon", coordinates: [] }],
    ["with a hole only", { type: "Polygon", coordinates: [[]] }],
    ["over 100 km²", ring([-6000, -6000], [6000, -6000], [6000, 6000], [-6000, 6000])],
    ["60 km away", ring([60_000, 0], [60_050, 0], [60_050, 50])],
    [
      "off the earth",
      {
        type: "Polygon",
        coordinates: [
          [
            [west, south],
            [181, south],
            [181, 95],
            [west, south],
          ],
        ],
      },
    ],
  ])("%s", (_, geometry) => {
    const proposal = { ...proposeHazard(STORE), geometry };
    const refusal = refusalOf(() => checkSpacing(proposal, {}));
    expect(refusal.field).toBe("proposal.geometry");
    expect(refusal.allowed).not.toBeNull();
  });

  test("of several parts is fine", () => {
    const geometry = {
      type: "MultiPolygon" as const,
      coordinates: [SITE.coordinates, box(100, -20, 140, 20).coordinates],
    };
    const { findings } = checkSpacing(proposeHazard(STORE, { geometry }), { buildings: [house(eastOf(70))] });
    expect(findings[0]!.distanceM).toBeCloseTo(10, 4);
  });
});
