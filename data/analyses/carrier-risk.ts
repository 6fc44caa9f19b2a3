import { z } from "zod";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { carrierPeriod } from "../traffic/carriers/carrier-period.ts";
import {
  countViolations,
  foldCreditCode,
  type LedgerCarrier,
  ledgerCarriers,
  parseCarriers,
  recordsOf,
} from "../traffic/carriers/carrier-records.ts";
import { CarrierThresholdsSchema } from "../traffic/carriers/carrier-thresholds.ts";
import {
  CARRIER_MEASURES,
  type CarrierThreshold,
  type CarrierValues,
  gradeCarrier,
  PROPOSED_THRESHOLDS,
  THRESHOLDS_SOURCE,
} from "../traffic/carriers/grade-carrier.ts";
import { countCrashes } from "../traffic/count-crashes.ts";
import { type Crashes, crashesOf, SEVERITIES, UNKNOWN_SEVERITY } from "../traffic/crashes.ts";
import type { CrashCounts } from "../traffic/site.ts";
import type { CarrierFinding, CarrierRiskSummary, CarrierViolations } from "./carrier-risk-results.ts";
import { type AnalysisInputs, defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";
import { booleanIn, textIn } from "./row-values.ts";
import { rowIdentity, rowPosition } from "./rows.ts";

const DaySchema = z.iso.date().describe("YYYY-MM-DD");
const Parameters = z.strictObject({
  from: DaySchema.optional().describe("First day; a year before the end by default"),
  to: DaySchema.optional().describe("Day after the last; by default after the last accident or violation"),
  today: DaySchema.optional().describe("Nothing after it makes the default end"),
  thresholds: CarrierThresholdsSchema.default({}).describe("Instead of the proposed ones, per measure"),
  limit: limitSchema(2_000),
});
type Parameters = z.output<typeof Parameters>;

/**
 * Transport enterprises by the risk that the accidents and violations of their vehicles show, the worst first, each grade with its reasons.
 *
 * Carriers are the enterprises with `transport`, and every credit code that an accident or a violation of the period names. Several sites
 * of one credit code are one carrier. An accident that names two carriers counts for both.
 */
export const carrierRisk = defineAnalysis<typeof Parameters, CarrierFinding, CarrierRiskSummary>({
  name: "carrier-risk",
  title: { zh: "运输企业风险画像", en: "Risk portraits of carriers" },
  description: {
    zh: "按所属车辆的事故和违法，把运输企业分为高、中、低风险，逐项给出理由；阈值可调，默认值为本系统建议。",
    en: "Transport enterprises of high, medium and low risk from the accidents and violations of their vehicles, with reasons; thresholds are settings, by default proposed here.",
  },
  parameters: Parameters,
  layers: () => ["enterprises", "accidents", "violations"],
  run(parameters, inputs) {
    const [accidents, violations] = [inputs.snapshot("accidents"), inputs.snapshot("violations")];
    const period = carrierPeriod(parameters, [accidents, violations]);
    const { fromMs, toMs, years } = period;
    const crashRecords = recordsOf(accidents, fromMs, toMs, (row) => parseCarriers(textIn(accidents, row, "carriers")));
    const violationRecords = recordsOf(violations, fromMs, toMs, (row) => {
      const carrier = foldCreditCode(textIn(violations, row, "carrier"));
      return carrier === null ? [] : [carrier];
    });
    const thresholds = thresholdsOf(parameters);
    const carriers = carriersOf(inputs, [crashRecords.byCode, violationRecords.byCode]);
    const all = carriers
      .map((carrier) => {
        const of = (records: ReadonlyMap<string, readonly number[]>) =>
          (carrier.creditCode === null ? undefined : records.get(carrier.creditCode)) ?? [];
        return portraitOf(carrier, inputs, of(crashRecords.byCode), of(violationRecords.byCode), years, thresholds);
      })
      .sort(worstFirst);
    const findings = all.slice(0, parameters.limit);
    const ofGrade = (grade: string | null) => all.filter((each) => each.grade === grade).length;
    return {
      findings,
      summary: {
        from: period.from,
        to: period.to,
        years,
        thresholds,
        changed: CARRIER_MEASURES.filter((measure) => isChanged(parameters, measure)),
        source: THRESHOLDS_SOURCE,
        carriers: all.length,
        byGrade: { high: ofGrade("high"), medium: ofGrade("medium"), low: ofGrade("low") },
        unrated: ofGrade(null),
        fleetUnknown: all.filter(({ vehicles }) => vehicles === null).length,
        notInLedger: all.filter(({ enterpriseId }) => enterpriseId === null).length,
        listed: findings.length,
        accidents: tallyOf(crashRecords),
        violations: tallyOf(violationRecords),
      },
    };
  },
});

const thresholdsOf = ({ thresholds }: Parameters): CarrierThreshold[] =>
  CARRIER_MEASURES.map((measure) => ({ measure, ...(thresholds[measure] ?? PROPOSED_THRESHOLDS[measure]) }));

function isChanged({ thresholds }: Parameters, measure: (typeof CARRIER_MEASURES)[number]): boolean {
  const [set, proposed] = [thresholds[measure], PROPOSED_THRESHOLDS[measure]];
  return set !== undefined && (set.medium !== proposed.medium || set.high !== proposed.high);
}

const tallyOf = ({ withCarrier, withoutCarrier, outsidePeriod, undated }: ReturnType<typeof recordsOf>) => ({
  withCarrier,
  withoutCarrier,
  outsidePeriod,
  undated,
});

/** Whoever is to be rated; `row` is `null` outside the ledger. */
type Carrier = Omit<LedgerCarrier, "row"> & { readonly row: number | null };

function carriersOf(inputs: AnalysisInputs, named: readonly ReadonlyMap<string, unknown>[]): Carrier[] {
  const ledger = ledgerCarriers(inputs.snapshot("enterprises"));
  const carriers: Carrier[] = [...ledger.byCode.values(), ...ledger.withoutCode].filter(
    ({ transport }) => transport !== null,
  );
  const known = new Set(carriers.map(({ creditCode }) => creditCode));
  for (const records of named)
    for (const creditCode of records.keys()) {
      if (known.has(creditCode)) continue;
      known.add(creditCode);
      carriers.push(ledger.byCode.get(creditCode) ?? { creditCode, row: null, transport: null, vehicles: null });
    }
  return carriers;
}

function portraitOf(
  { creditCode, row, transport, vehicles }: Carrier,
  inputs: AnalysisInputs,
  crashRows: readonly number[],
  violationRows: readonly number[],
  years: number,
  thresholds: readonly CarrierThreshold[],
): CarrierFinding {
  const [enterprises, accidents] = [inputs.snapshot("enterprises"), inputs.snapshot("accidents")];
  const violationsLayer = inputs.snapshot("violations");
  const crashes = countCrashes(crashesOf(accidents), Uint32Array.from(crashRows));
  const deaths = deathsOf(crashesOf(accidents), crashRows);
  const { counts: violations, unsettledRows } = countViolations(violationsLayer, violationRows);
  const perVehicle = perVehicleOf(crashes, violations, vehicles, years);
  const values: CarrierValues = { ...valuesOf(crashes, violations, perVehicle, years), deaths: deaths.atLeast };
  const judged = gradeCarrier(values, thresholds, {
    ...atMost(values, crashes, violations, vehicles, years),
    deaths: deaths.atMost,
  });
  const limits: CarrierFinding["limits"][number][] = [];
  if (creditCode === null) limits.push("no-credit-code");
  if (row === null) limits.push("not-in-ledger");
  else if (transport === null) limits.push("not-a-carrier");
  if (perVehicle === null) limits.push("fleet-unknown");
  const identity = row === null ? null : rowIdentity(enterprises, row);
  return {
    creditCode,
    enterpriseId: identity?.id ?? null,
    code: identity?.code ?? null,
    name: identity?.name ?? nameIn(violationsLayer, violationRows),
    transport,
    vehicles,
    position: row === null ? null : rowPosition(enterprises, row),
    grade: creditCode === null ? null : judged.grade,
    reasons: judged.reasons,
    undecided: judged.undecided,
    limits,
    accidents: crashes,
    accidentIds: crashRows.map((each) => accidents.ids.get(each) ?? ""),
    dangerousGoods: dangerousGoodsOf(accidents, crashRows),
    violations,
    unsettledIds: unsettledRows.map((each) => violationsLayer.ids.get(each) ?? ""),
    perVehicle,
  };
}

/** A fatal accident killed somebody, also where its record does not say how many. */
function deathsOf({ severity, deaths }: Crashes, rows: readonly number[]): { atLeast: number; atMost: number } {
  let [atLeast, isOpen] = [0, false];
  for (const row of rows) {
    const isFatal = SEVERITIES[severity[row]!] === "fatal";
    const stated = Number.isNaN(deaths[row]!) ? null : deaths[row]!;
    atLeast += Math.max(stated ?? 0, isFatal ? 1 : 0);
    if (stated === null && (isFatal || severity[row] === UNKNOWN_SEVERITY)) isOpen = true;
  }
  return { atLeast, atMost: isOpen ? Number.POSITIVE_INFINITY : atLeast };
}

function dangerousGoodsOf(accidents: Snapshot, rows: readonly number[]): CarrierFinding["dangerousGoods"] {
  const states = rows.map((row) => booleanIn(accidents, row, "dangerousGoods"));
  return {
    accidents: states.filter((state) => state === true).length,
    unknown: states.filter((state) => state === null).length,
  };
}

const nameIn = (violations: Snapshot, rows: readonly number[]): string | null => {
  for (const row of rows) {
    const name = textIn(violations, row, "carrierName");
    if (name) return name;
  }
  return null;
};

const perYear = (count: number, years: number): number => count / Math.max(1, years);

function perVehicleOf(crashes: CrashCounts, violations: CarrierViolations, vehicles: number | null, years: number) {
  if (vehicles === null || vehicles <= 0) return null;
  const each = (count: number) => perYear(count, years) / vehicles;
  return {
    accidentsPer100: each(crashes.crashes) * 100,
    violations: each(violations.all),
    points: each(violations.points),
  };
}

/** One accident makes any small fleet look bad: it is shown per vehicle, and not graded so. */
const FEWEST_FOR_RATE = 2;

const valuesOf = (
  crashes: CrashCounts,
  violations: CarrierViolations,
  perVehicle: CarrierFinding["perVehicle"],
  years: number,
): Omit<CarrierValues, "deaths"> => ({
  accidents: perYear(crashes.crashes, years),
  accidentsPer100Vehicles: crashes.crashes < FEWEST_FOR_RATE ? null : (perVehicle?.accidentsPer100 ?? null),
  violationsPerVehicle: perVehicle?.violations ?? null,
  pointsPerVehicle: perVehicle?.points ?? null,
  fatigue: perYear(violations.fatigue, years),
  speeding: perYear(violations.speeding, years),
  overload: perYear(violations.overload, years),
  unsettled: violations.unsettled,
});

/** A violation costs at most so many points. */
const MOST_POINTS = 12;

/** The values if all that is not known were the worst: fleets of no known size, violations without kind, points or settlement. */
function atMost(
  values: CarrierValues,
  crashes: CrashCounts,
  violations: CarrierViolations,
  vehicles: number | null,
  years: number,
): CarrierValues {
  const { kindUnknown, pointsUnknown, settledUnknown } = violations;
  const hasFleet = vehicles !== null && vehicles > 0;
  const rate = (count: number) =>
    hasFleet ? perYear(count, years) / vehicles : count > 0 ? Number.POSITIVE_INFINITY : 0;
  return {
    ...values,
    accidentsPer100Vehicles: crashes.crashes < FEWEST_FOR_RATE ? null : rate(crashes.crashes) * 100,
    violationsPerVehicle: rate(violations.all),
    pointsPerVehicle: rate(violations.points + pointsUnknown * MOST_POINTS),
    fatigue: perYear(violations.fatigue + kindUnknown, years),
    speeding: perYear(violations.speeding + kindUnknown, years),
    overload: perYear(violations.overload + kindUnknown, years),
    unsettled: violations.unsettled + settledUnknown,
  };
}

const RANKS = { high: 0, medium: 1, low: 2 } as const;
const rankOf = ({ grade }: CarrierFinding): number => (grade === null ? 3 : RANKS[grade]);
const highReasons = ({ reasons }: CarrierFinding): number => reasons.filter(({ grade }) => grade === "high").length;

/** By grade, then by how many measures say so, then by harm. */
const worstFirst = (a: CarrierFinding, b: CarrierFinding): number =>
  rankOf(a) - rankOf(b) ||
  highReasons(b) - highReasons(a) ||
  b.reasons.length - a.reasons.length ||
  b.accidents.deaths - a.accidents.deaths ||
  b.accidents.crashes - a.accidents.crashes ||
  b.violations.all - a.violations.all ||
  ((a.creditCode ?? a.enterpriseId ?? "") < (b.creditCode ?? b.enterpriseId ?? "") ? -1 : 1);
