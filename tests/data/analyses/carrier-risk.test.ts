import fc from "fast-check";
import { expect, test } from "vitest";
import { carrierRisk } from "#data/analyses/carrier-risk.ts";
import { gradeCarrier, PROPOSED_THRESHOLDS } from "#data/traffic/carriers/grade-carrier.ts";
import { idOf, makeSnapshot, point, type Row, ZONE } from "../../support/make-snapshot.ts";
import { refusalOf, runAnalysis, schemaRefusals } from "./run-analysis.ts";
import "../../support/property-seed.ts";

const here = point(ZONE[0], ZONE[1]);
const firm = (name: string, attributes: Row["attributes"]): Row => ({ name, geometry: here, attributes });
const accident = (carriers: string | null, happenedAt = "2026-03-01T10:00", rest: Row["attributes"] = {}): Row => ({
  geometry: here,
  attributes: { happenedAt, severity: "damage", deaths: 0, injuries: 0, ...(carriers ? { carriers } : {}), ...rest },
});
const violation = (carrier: string | null, kind: string, rest: Row["attributes"] = {}): Row => ({
  geometry: here,
  attributes: { happenedAt: "2026-05-01T08:00", kind, ...(carrier ? { carrier } : {}), ...rest },
});
const run = (
  firms: readonly Row[],
  accidents: readonly Row[],
  violations: readonly Row[] = [],
  parameters: object = { from: "2026-01-01", to: "2027-01-01" },
) =>
  runAnalysis(carrierRisk, parameters, [
    makeSnapshot("enterprises", firms),
    makeSnapshot("accidents", accidents),
    makeSnapshot("violations", violations),
  ]);

const A = "91150500MA0000001X";
const B = "91150500MA0000002Y";
const C = "91150500MA0000003Z";
const HAULIERS = [
  firm("甲", { creditCode: A, transport: "dangerous-goods", vehicles: 20 }),
  firm("乙", { creditCode: B, transport: "freight", vehicles: 40 }),
];

test("counts by hand: one accident for each carrier that it names, points, unsettled, per vehicle and year", () => {
  const { findings, summary } = run(
    HAULIERS,
    [
      accident(`${A}；${B.toLowerCase()}; ${A}`),
      accident(A, "2026-04-01T10:00", { severity: "fatal", deaths: 2 }),
      accident(null),
    ],
    [
      violation(A, "fatigue", { points: 6, settled: false }),
      violation(A, "speeding", { points: 3, settled: true }),
      violation(A, "fatigue"),
      violation(null, "belt"),
    ],
  );
  expect(findings.map(({ name, grade }) => [name, grade])).toEqual([
    ["甲", "high"],
    ["乙", "low"],
  ]);
  expect(findings[0]).toMatchObject({
    accidents: { crashes: 2, fatal: 1, deaths: 2 },
    violations: { all: 3, points: 9, pointsUnknown: 1, unsettled: 1, settledUnknown: 1, fatigue: 2, speeding: 1 },
    unsettledIds: [idOf(0)],
    dangerousGoods: { accidents: 0, unknown: 2 },
    perVehicle: { accidentsPer100: 10, violations: 0.15, points: 0.45 },
    reasons: [
      { measure: "deaths", grade: "high", value: 2, threshold: 1 },
      { measure: "accidentsPer100Vehicles", grade: "medium", value: 10, threshold: 5 },
      { measure: "fatigue", grade: "medium", value: 2, threshold: 2 },
    ],
    limits: [],
  });
  expect(findings[1]!.accidents.crashes).toBe(1);
  expect(summary).toMatchObject({
    carriers: 2,
    byGrade: { high: 1, medium: 0, low: 1 },
    accidents: { withCarrier: 2, withoutCarrier: 1, outsidePeriod: 0, undated: 0 },
    violations: { withCarrier: 3, withoutCarrier: 1 },
    changed: [],
  });
});

test("a value at its threshold has reached it, one just below has not", () => {
  const none = { deaths: 0, accidents: 0, fatigue: 0, speeding: 0, overload: 0, unsettled: 0 };
  const unrated = { accidentsPer100Vehicles: null, violationsPerVehicle: null, pointsPerVehicle: null };
  const thresholds = [{ measure: "pointsPerVehicle", medium: 6, high: 12 } as const];
  const gradeAt = (pointsPerVehicle: number) =>
    gradeCarrier({ ...none, ...unrated, pointsPerVehicle }, thresholds).grade;
  expect([5.999, 6, 11.999, 12].map(gradeAt)).toEqual(["low", "medium", "medium", "high"]);
});

test("an unknown fleet is said, and is never of low risk: per vehicle, a few accidents may be many", () => {
  const unknown = [firm("丙", { creditCode: C, transport: "passenger" })];
  const { findings, summary } = run(unknown, [accident(C), accident(C)]);
  expect(findings[0]).toMatchObject({
    grade: null,
    vehicles: null,
    perVehicle: null,
    limits: ["fleet-unknown"],
    undecided: ["accidentsPer100Vehicles"],
  });
  expect(summary).toMatchObject({ fleetUnknown: 1, unrated: 1, byGrade: { low: 0 } });
  expect(run(unknown, []).findings[0]).toMatchObject({ grade: "low", undecided: [] });
  const fatal = accident(C, "2026-03-01T10:00", { severity: "fatal", deaths: 1 });
  expect(run(unknown, [fatal, accident(C)]).findings[0]).toMatchObject({ grade: "high", undecided: [] });
});

test("what records leave open is taken for the worst: kind, points and settlement of violations, deaths of fatal accidents", () => {
  const open = (count: number, rest: Row["attributes"]) =>
    Array.from({ length: count }, () => violation(B, "belt", { points: 0, settled: true, ...rest }));
  const findingOf = (violations: readonly Row[], accidents: readonly Row[] = []) =>
    run(HAULIERS, accidents, violations).findings.find(({ creditCode }) => creditCode === B)!;
  expect(findingOf(open(4, { settled: null }))).toMatchObject({ grade: "low" });
  expect(findingOf(open(5, { settled: null }))).toMatchObject({ grade: null, undecided: ["unsettled"] });
  expect(findingOf(open(2, { kind: null }))).toMatchObject({ grade: null, undecided: ["fatigue"] });
  expect(findingOf(open(20, { points: null }))).toMatchObject({ grade: null, undecided: ["pointsPerVehicle"] });
  expect(findingOf([], [accident(B, "2026-03-01T10:00", { severity: "fatal", deaths: null })])).toMatchObject({
    grade: "high",
    reasons: [{ measure: "deaths", value: 1 }],
  });
  expect(findingOf([], [accident(B, "2026-03-01T10:00", { severity: null, deaths: null })])).toMatchObject({
    grade: null,
    undecided: ["deaths"],
  });
});

test("a grade that is known stands, with what may make it worse", () => {
  const violations = Array.from({ length: 3 }, () => violation(C, "overload", { points: 0, settled: true }));
  const { findings } = run([firm("丙", { creditCode: C, transport: "freight" })], [], violations);
  expect(findings[0]).toMatchObject({ grade: "medium", undecided: ["violationsPerVehicle"] });
});

test("thresholds are refused outside their range, and parts of persons", () => {
  const refused = (thresholds: object) => schemaRefusals(carrierRisk, { thresholds });
  expect(refused({ accidents: { medium: 0, high: 3 } })).toEqual(["thresholds.accidents.medium too_small > 0.1"]);
  expect(refused({ accidents: { medium: null, high: 10_001 } })).toEqual(["thresholds.accidents.high too_big ≤ 10000"]);
  expect(refused({ deaths: { medium: null, high: 1.5 } })).toEqual(["thresholds.deaths.high invalid_type"]);
});

test("lists carriers that accidents and violations name and the ledger does not have, or has without transport", () => {
  const { findings, summary } = run(
    [firm("丁", { creditCode: B })],
    [accident(`${B};${C}`)],
    [violation(A, "overload", { carrierName: "外地物流" })],
  );
  const byCode = Object.fromEntries(findings.map((each) => [each.creditCode, each]));
  expect(byCode[A]).toMatchObject({ enterpriseId: null, name: "外地物流", limits: ["not-in-ledger", "fleet-unknown"] });
  expect(byCode[B]).toMatchObject({ name: "丁", limits: ["not-a-carrier", "fleet-unknown"] });
  expect(byCode[C]).toMatchObject({ enterpriseId: null, name: null });
  expect(summary.notInLedger).toBe(2);
});

test("a firm without a credit code is not called low: no record can be tied to it", () => {
  const { findings, summary } = run([firm("戊", { transport: "freight", vehicles: 9 })], []);
  expect(findings[0]).toMatchObject({ grade: null, limits: ["no-credit-code"] });
  expect(summary).toMatchObject({ unrated: 1, byGrade: { low: 0 } });
});

test("several sites of one credit code are one carrier with the vehicles of all", () => {
  const { findings } = run(
    [
      firm("己停车场", { creditCode: A }),
      firm("己一部", { creditCode: A, transport: "freight", vehicles: 5 }),
      firm("己二部", { creditCode: A, transport: "freight", vehicles: 7 }),
    ],
    [accident(A)],
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ name: "己一部", vehicles: 12 });
});

test("the period is whole days: the first counts, the day after the last does not; without one it is the last year", () => {
  const days = ["2025-12-31T23:59", "2026-01-01T00:00", "2026-12-31T23:59", "2027-01-01T00:00"];
  const accidents = [...days.map((day) => accident(A, day)), { geometry: here, attributes: { carriers: A } }];
  const asked = run(HAULIERS, accidents);
  expect(asked.findings[0]!.accidents.crashes).toBe(2);
  expect(asked.summary.accidents).toMatchObject({ outsidePeriod: 2, undated: 1 });
  expect(run(HAULIERS, accidents, [], { today: "2026-12-31" }).summary).toMatchObject({
    from: "2026-01-01",
    to: "2027-01-01",
  });
  expect(refusalOf(() => run(HAULIERS, accidents, [], { from: "2026-02-01", to: "2026-02-01" })).field).toBe("from");
});

test("one accident in a month is not rated as twelve a year", () => {
  const { findings } = run(HAULIERS, [accident(B)], [], { from: "2026-03-01", to: "2026-04-01" });
  expect(findings[0]!.perVehicle!.accidentsPer100).toBe(2.5);
});

test("a single accident is not graded per vehicle, however small the fleet", () => {
  const small = [firm("庚", { creditCode: C, transport: "freight", vehicles: 2 })];
  expect(run(small, [accident(C)]).findings[0]).toMatchObject({ grade: "low", perVehicle: { accidentsPer100: 50 } });
  expect(run(small, [accident(C), accident(C)]).findings[0]).toMatchObject({ grade: "high" });
});

test("thresholds are settings, named as changed; medium above high is refused", () => {
  const thresholds = { accidents: { medium: 1, high: 2 }, deaths: PROPOSED_THRESHOLDS.deaths };
  const { findings, summary } = run(HAULIERS, [accident(B)], [], { from: "2026-01-01", to: "2027-01-01", thresholds });
  expect(findings[0]).toMatchObject({ name: "乙", grade: "medium", reasons: [{ measure: "accidents", value: 1 }] });
  expect(summary.changed).toEqual(["accidents"]);
  expect(schemaRefusals(carrierRisk, { thresholds: { deaths: { medium: 3, high: 1 } } })).toEqual([
    "thresholds.deaths.medium custom",
  ]);
  expect(schemaRefusals(carrierRisk, { thresholds: { wrong: { medium: 3, high: 1 } } })).not.toEqual([]);
});

test("counts the same accidents as looking each carrier up in every record", () => {
  const codes = [A, B, C];
  const lists = fc.array(fc.subarray(codes), { maxLength: 30 });
  fc.assert(
    fc.property(lists, (named) => {
      const accidents = named.map((each) => accident(each.join("; ") || null));
      const { findings, summary } = run(HAULIERS, accidents);
      for (const { creditCode, accidents: counted } of findings)
        expect(counted.crashes).toBe(named.filter((each) => each.includes(creditCode!)).length);
      const { withCarrier, withoutCarrier } = summary.accidents;
      expect(withCarrier + withoutCarrier).toBe(named.length);
    }),
    { numRuns: 40 },
  );
});
