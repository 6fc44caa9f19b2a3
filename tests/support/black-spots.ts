import type { z } from "zod";
import type { FeatureDraft } from "#data/layers/feature.ts";
import type { BlackSpotFile } from "../../server/black-spots/register.ts";
import type { RegisterSchema } from "../../server/black-spots/words-said.ts";
import type { TestApi } from "./api.ts";

type Registration = z.input<typeof RegisterSchema>;

/** A finding of three years on a stretch of G111, as a page sends it to be registered. */
export const finding = (over: Partial<Registration> = {}): Registration => ({
  by: "王警官",
  on: "2026-04-10",
  site: { kind: "segment", route: "G111", fromM: 812_000, toM: 812_450 },
  label: "G111 K812+000 – K812+450",
  geometry: {
    type: "LineString",
    coordinates: [
      [122.26, 43.62],
      [122.265, 43.62],
    ],
  },
  road: { code: "G111", name: "国道111" },
  basis: {
    method: "rule",
    ruleSet: {
      id: "proposed-500",
      edition: "1",
      title: { zh: "建议规则", en: "Proposed rule" },
      source: { zh: "本系统建议值", en: "Proposed here" },
      confidence: "proposed",
    },
    settings: {
      unit: { kind: "window", lengthM: 500, stepM: 50 },
      periodYears: 3,
      junctions: { apart: true, radiusM: 100 },
      roads: "all",
      criteria: [{ id: "fatal-3", crashes: "fatal", atLeast: 3, regular: false }],
      patternMinShare: 0.5,
      patternHours: 4,
      most: null,
    },
    changed: [],
    period: { from: "2023-04-01", to: "2026-04-01" },
    counts: {
      crashes: 11,
      fatal: 3,
      injury: 6,
      damage: 2,
      unknownSeverity: 0,
      deaths: 4,
      injuries: 9,
      deathsUnknown: 0,
      injuriesUnknown: 1,
    },
    tally: {
      all: 900,
      placed: 870,
      doubtful: 20,
      unplaced: 10,
      undated: 1,
      future: 0,
      outsidePeriod: 5,
      contradictory: 2,
      used: 864,
    },
    criteria: [{ id: "fatal-3", counted: 3, needed: 3, pattern: null, outcome: "met" }],
    accidentIds: [],
    revisions: { accidents: 1, roads: 1 },
  },
  ...over,
});

/** A spot as a ledger delivers it: with its days, and nobody's word. */
export const ledgerSpot = (code: string, attributes: FeatureDraft["attributes"]): FeatureDraft => ({
  code,
  name: `点段 ${code}`,
  geometry: { type: "Point", coordinates: [122.3, 43.65] },
  attributes: { roadCode: "S304", roadName: "省道304", fromStakeM: 1_000, toStakeM: 1_400, ...attributes },
  positionErrorM: 5,
  districtCode: null,
  source: "交警大队台账",
  observedOn: "2026-03-31",
});

/** @throws Error when the answer is not the one of a spot that was written. */
export async function spotOf(answer: Response): Promise<BlackSpotFile> {
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as BlackSpotFile;
}

/** Says one thing after another of a spot, each of the revision that the one before has made. */
export async function sayAll(
  api: Pick<TestApi, "get" | "post">,
  id: string,
  words: readonly object[],
): Promise<BlackSpotFile> {
  let file = await api.get<BlackSpotFile>(`/api/black-spots/${id}`);
  for (const word of words) {
    const { revision } = file.entry;
    file = await spotOf(await api.post(`/api/black-spots/${id}/events`, { by: "王警官", revision, ...word }));
  }
  return file;
}

/** From confirmation to evaluation. */
export const LIFE = [
  { kind: "confirmed", on: "2026-04-12", nextOn: "2026-05-01" },
  {
    kind: "listed",
    on: "2026-04-20",
    level: "city",
    documentNumber: "通公交〔2026〕12号",
    dueOn: "2026-09-30",
    supervisor: "开发区住建局",
  },
  { kind: "treating", on: "2026-05-10", measures: ["增设中央隔离护栏", "完善路口标志标线"] },
  { kind: "extended", on: "2026-08-01", dueOn: "2026-10-31", note: "汛期停工" },
  { kind: "treated", on: "2026-10-15" },
  { kind: "closed", on: "2026-10-20", treatedOn: "2026-10-15", documentNumber: "通公交〔2026〕40号" },
  { kind: "evaluated", on: "2026-11-01", result: { summary: { change: -0.42 } }, note: "事故下降42%" },
] as const;
