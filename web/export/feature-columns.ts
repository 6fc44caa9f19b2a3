import { gradeOf } from "#data/analyses/rows.ts";
import { attributeTitle } from "#data/layers/column-names.ts";
import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import { formatLocalDay } from "#data/snapshot/local-time.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { rowValue } from "#data/snapshot/to-geojson.ts";
import { EXPORT_WORDS } from "../messages/export.ts";
import type { Language } from "../messages/words.ts";
import type { Cell, Column } from "./table.ts";

/** A feature of a layer on its way into a file. */
export interface FeatureRow {
  readonly definition: LayerDefinition;
  readonly snapshot: Snapshot;
  readonly row: number;
}

export interface FeatureColumn extends Column {
  cellOf(feature: FeatureRow): Cell;
}

/** What every feature has, whatever its layer. `districts`: names by code. */
export function commonColumns(language: Language, districts: ReadonlyMap<string, string>): FeatureColumn[] {
  const { columns } = EXPORT_WORDS[language];
  const text = (title: string, cellOf: FeatureColumn["cellOf"]): FeatureColumn => ({ title, kind: "text", cellOf });
  const number = (title: string, cellOf: (feature: FeatureRow) => number): FeatureColumn => ({
    title,
    kind: "number",
    cellOf: (feature) => known(cellOf(feature)),
  });
  return [
    text(columns.code, ({ snapshot, row }) => snapshot.codes.get(row)),
    text(columns.name, ({ snapshot, row }) => snapshot.names.get(row)),
    text(columns.grade, (feature) => gradeLabel(feature, language)),
    text(columns.district, ({ snapshot: { district }, row }) => {
      const code = district.values[district.indices[row]!];
      return code === undefined ? null : (districts.get(code) ?? code);
    }),
    text(columns.source, ({ snapshot: { source }, row }) => source.values[source.indices[row]!] ?? null),
    {
      title: columns.observedOn,
      kind: "date",
      cellOf({ snapshot, row }) {
        const observed = snapshot.observedOn.milliseconds[row]!;
        return Number.isNaN(observed) ? null : formatLocalDay(observed);
      },
    },
    // Kept as 32 bits: its rounding is none of the ledger's.
    number(columns.positionErrorM, ({ snapshot, row }) => round(snapshot.positionErrorM[row]!, 2)),
    number(columns.longitude, ({ snapshot, row }) => round(snapshot.lonLat[row * 2]!, 7)),
    number(columns.latitude, ({ snapshot, row }) => round(snapshot.lonLat[row * 2 + 1]!, 7)),
  ];
}

/** The attributes of a layer in the registry's order; personal ones have no column. */
export const attributeColumns = (definition: LayerDefinition, language: Language): FeatureColumn[] =>
  Object.entries(definition.attributes)
    .filter(([, attribute]) => !attribute.personal)
    .map(([id, attribute]) => ({
      title: attributeTitle(attribute, language),
      kind: kindOf(attribute),
      cellOf: ({ snapshot, row }) => toText(rowValue(snapshot, definition, id, row), attribute, language),
    }));

export const round = (value: number, digits: number): number => Number(value.toFixed(digits));

const known = (value: number): Cell => (Number.isNaN(value) ? null : value);

function gradeLabel({ definition, snapshot, row }: FeatureRow, language: Language): Cell {
  const grade = gradeOf(snapshot, definition, row);
  const attribute = definition.grade === undefined ? undefined : definition.attributes[definition.grade];
  return attribute ? toText(grade, attribute, language) : null;
}

function kindOf({ type }: Attribute): Column["kind"] {
  if (type === "date" || type === "datetime") return type;
  return type === "integer" || type === "number" ? "number" : "text";
}

function toText(value: ReturnType<typeof rowValue>, attribute: Attribute, language: Language): Cell {
  if (value === null || typeof value === "number") return value;
  if (typeof value === "boolean") return EXPORT_WORDS[language][value ? "yes" : "no"];
  if (typeof value !== "string")
    return value.map(({ name, cas, tonnes }) => `${name}${cas ? ` (CAS ${cas})` : ""} ${tonnes} t`).join("; ");
  if (attribute.type !== "code") return value;
  return attribute.values.find(({ code }) => code === value)?.title[language] ?? value;
}
