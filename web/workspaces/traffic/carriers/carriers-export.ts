import type { Feature } from "geojson";
import type { CarrierFinding, CarrierRiskSummary } from "#data/analyses/carrier-risk-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { fileStem } from "../../../export/file-name.ts";
import { type ExportPlace, parameterTable, provenance } from "../../../export/provenance.ts";
import type { Cell, Column, Table } from "../../../export/table.ts";
import type { ExportContent } from "../../../export/write-export.ts";
import { EXPORT_WORDS } from "../../../messages/export.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { CARRIERS_LIST_WORDS } from "../../../messages/traffic-carriers-list.ts";
import type { Language } from "../../../messages/words.ts";
import { carrierName, groupOf, whyTexts } from "./carrier-text.ts";
import { listBasis } from "./list-basis.ts";

const LAYERS = ["accidents", "violations", "enterprises"];

/** The list to send out: carriers of high and medium risk, all others apart, and what it stands on. Nothing of drivers and plates. */
export function carriersExport(
  findings: readonly CarrierFinding[],
  summary: CarrierRiskSummary,
  place: ExportPlace,
): ExportContent {
  const { language, demo, madeAt } = place;
  const list = CARRIERS_LIST_WORDS[language];
  const risky = findings.filter(({ grade }) => grade === "high" || grade === "medium");
  const others = findings.filter(({ grade }) => grade !== "high" && grade !== "medium");
  const table = (name: string, carriers: readonly CarrierFinding[]): Table => ({
    name,
    columns: COLUMNS.map(({ id, kind = "number" }): Column => ({ title: list.columns[id], kind })),
    rows: carriers.map((carrier, index) => COLUMNS.map(({ cell }) => cell(carrier, language, index + 1))),
  });
  const riskyTable = table(list.riskySheet, risky);
  const asked = [[list.kind, list.file] as const, ...listBasis(summary, language)];
  return {
    stem: fileStem([demo ? EXPORT_WORDS[language].demo : "", list.file], madeAt),
    sheets: [riskyTable, table(list.otherSheet, others), parameterTable(place, asked, LAYERS, {})],
    list: riskyTable,
    geoJson: () => ({
      type: "FeatureCollection",
      parameters: { ...summary, ...provenance(place, LAYERS, {}) },
      features: risky.map(featureOf),
    }),
  };
}

interface ListColumn {
  readonly id: keyof (typeof CARRIERS_LIST_WORDS)["zh"]["columns"];
  readonly kind?: Column["kind"];
  readonly cell: (carrier: CarrierFinding, language: Language, rank: number) => Cell;
}

/** Without a credit code nothing was counted for it, and an empty cell says so. */
const counted =
  (count: (carrier: CarrierFinding) => number | null): ListColumn["cell"] =>
  (carrier) =>
    carrier.creditCode === null ? null : count(carrier);

const rounded = (value: number | undefined, digits: number): number | null =>
  value === undefined ? null : Number(value.toFixed(digits));

const COLUMNS: readonly ListColumn[] = [
  { id: "rank", cell: (_, __, rank) => rank },
  { id: "grade", kind: "text", cell: (carrier, language) => CARRIERS_WORDS[language].groups[groupOf(carrier)] },
  { id: "carrier", kind: "text", cell: (carrier, language) => carrierName(carrier, CARRIERS_WORDS[language]) },
  { id: "creditCode", kind: "text", cell: ({ creditCode }) => creditCode },
  { id: "code", kind: "text", cell: ({ code }) => code },
  {
    id: "transport",
    kind: "text",
    cell: ({ transport }, language) => titleOf("enterprises", "transport", transport, language),
  },
  { id: "vehicles", cell: ({ vehicles }) => vehicles },
  {
    id: "reasons",
    kind: "text",
    cell: (carrier, language) => {
      const words = CARRIERS_WORDS[language];
      return whyTexts(carrier, words, language).join(words.sentence);
    },
  },
  { id: "crashes", cell: counted(({ accidents }) => accidents.crashes) },
  { id: "fatal", cell: counted(({ accidents }) => accidents.fatal) },
  { id: "deaths", cell: counted(({ accidents }) => accidents.deaths) },
  { id: "deathsUnknown", cell: counted(({ accidents }) => accidents.deathsUnknown) },
  { id: "injuries", cell: counted(({ accidents }) => accidents.injuries) },
  { id: "dangerousGoodsAccidents", cell: counted(({ dangerousGoods }) => dangerousGoods.accidents) },
  { id: "violations", cell: counted(({ violations }) => violations.all) },
  { id: "kinds", kind: "text", cell: (carrier, language) => kindsText(carrier, language) },
  { id: "points", cell: counted(({ violations }) => violations.points) },
  { id: "pointsUnknown", cell: counted(({ violations }) => violations.pointsUnknown) },
  { id: "unsettled", cell: counted(({ violations }) => violations.unsettled) },
  { id: "settledUnknown", cell: counted(({ violations }) => violations.settledUnknown) },
  { id: "accidentsPer100", cell: counted(({ perVehicle }) => rounded(perVehicle?.accidentsPer100, 2)) },
  { id: "violationsPerVehicle", cell: counted(({ perVehicle }) => rounded(perVehicle?.violations, 3)) },
  { id: "pointsPerVehicle", cell: counted(({ perVehicle }) => rounded(perVehicle?.points, 3)) },
];

function titleOf(layer: string, attribute: string, value: string | null, language: Language): string | null {
  const definition = getLayer(layer).attributes[attribute];
  if (value === null || definition?.type !== "code") return value;
  return definition.values.find(({ code }) => code === value)?.title[language] ?? value;
}

function kindsText({ violations: { byKind, kindUnknown } }: CarrierFinding, language: Language): string {
  const words = CARRIERS_WORDS[language];
  return [
    ...byKind.map(({ kind, count }) => `${titleOf("violations", "kind", kind, language)} ${count}`),
    ...(kindUnknown > 0 ? [`${words.kindUnknown} ${kindUnknown}`] : []),
  ].join(words.separator);
}

/** Ids of single records stay inside: they lead to persons. */
const featureOf = ({ position, accidentIds: _, unsettledIds: __, ...properties }: CarrierFinding): Feature =>
  ({
    type: "Feature",
    geometry: position && { type: "Point", coordinates: [...position] },
    properties,
  }) as Feature;
