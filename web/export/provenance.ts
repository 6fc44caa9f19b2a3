import { LAYERS } from "#data/layers/index.ts";
import { EXPORT_WORDS } from "../messages/export.ts";
import type { Language } from "../messages/words.ts";
import type { Ledger } from "../state/ledgers.ts";
import { clockTime } from "./file-name.ts";
import type { Cell, Table } from "./table.ts";

/** Where and when an export was made, and from what. */
export interface ExportPlace {
  readonly language: Language;
  readonly ledgers: readonly Ledger[];
  readonly demo: boolean;
  readonly madeAt: Date;
}

export type Parameter = readonly [item: string, content: Cell];

/** The sheet that makes an export repeatable: what was asked, of which revisions, by which rule. */
export function parameterTable(
  place: ExportPlace,
  asked: readonly Parameter[],
  layers: readonly string[],
  filters: Readonly<Record<string, string>>,
): Table {
  const { language, ledgers, demo, madeAt } = place;
  const words = EXPORT_WORDS[language];
  const taking = ledgers.filter(({ definition }) => layers.includes(definition.id));
  return {
    name: words.sheets.parameters,
    columns: [
      { title: words.columns.item, kind: "text" },
      { title: words.columns.content, kind: "text" },
    ],
    rows: [
      ...asked,
      ...taking.flatMap(({ definition: { id, title } }) =>
        filters[id] ? [[words.filterOf(title[language]), filters[id]]] : [],
      ),
      ...taking.map(({ definition: { title }, snapshot: { revision, dataDate } }) => [
        words.revisionOf(title[language]),
        words.revision(revision, dataDate),
      ]),
      [words.parameters.gaps, words.gaps],
      [words.parameters.datum, "WGS84 (EPSG:4326)"],
      [words.parameters.time, clockTime(madeAt)],
      ...(demo ? [[words.parameters.data, words.demoNote]] : []),
    ],
  };
}

/** The same for a program that reads the file. */
export const provenance = (
  { ledgers, demo, madeAt }: ExportPlace,
  layers: readonly string[],
  filters: Readonly<Record<string, string>>,
) => ({
  filters,
  revisions: Object.fromEntries(
    ledgers.flatMap(({ definition: { id }, snapshot }) => (layers.includes(id) ? [[id, snapshot.revision]] : [])),
  ),
  dataDates: Object.fromEntries(
    ledgers.flatMap(({ definition: { id }, snapshot }) => (layers.includes(id) ? [[id, snapshot.dataDate]] : [])),
  ),
  exportedAt: madeAt.toISOString(),
  demo,
});

/** Names of districts under the code by which other layers name them, as far as the record has them. */
export function districtNames(ledgers: readonly Ledger[]): ReadonlyMap<string, string> {
  const snapshot = ledgers.find(({ definition }) => definition.id === "districts")?.snapshot;
  if (!snapshot) return new Map();
  const { codes, names, district } = snapshot;
  return new Map(
    Array.from({ length: snapshot.count }, (_, row) => [
      district.values[district.indices[row]!] ?? codes.get(row)!,
      names.get(row)!,
    ]),
  );
}

/** Titles of layers in the registry's order. */
export const layerTitles = (ids: readonly string[], language: Language): string =>
  LAYERS.filter(({ id }) => ids.includes(id))
    .map(({ title }) => title[language])
    .join(EXPORT_WORDS[language].and);
