import { attributeTitle } from "#data/layers/column-names.ts";
import type { Attribute, LayerDefinition } from "#data/layers/define.ts";
import type { AttributeValue, FeatureRecord } from "#data/layers/feature.ts";
import { EXPORT_WORDS, type Language } from "./words.ts";

export type ColumnKind = "text" | "integer" | "number" | "boolean" | "date" | "datetime";

/** One value on its way into a file; `null`: not known. Times are the record's texts. */
export type Cell = string | number | boolean | null;

/** One column of every exported table, whatever the format. */
export interface ExportColumn {
  /** The importer's target: `code`, `observedOn`, an attribute's id. */
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Absent for what every layer has. */
  readonly attribute?: Attribute;
  /** As a program reads it: codes as codes, lists as JSON. */
  valueOf(feature: FeatureRecord): Cell;
}

/** What every layer has, then its attributes in the registry's order. Personal ones have no column. */
export function exportColumns(layer: LayerDefinition, language: Language): readonly ExportColumn[] {
  const { columns } = EXPORT_WORDS[language];
  const attributes = Object.entries(layer.attributes).filter(([, { personal }]) => !personal);
  return [
    { id: "code", title: columns.code, kind: "text", valueOf: ({ code }) => code },
    { id: "name", title: columns.name, kind: "text", valueOf: ({ name }) => name },
    ...attributes.map(
      ([id, attribute]): ExportColumn => ({
        id,
        title: attributeTitle(attribute, language),
        kind: kindOf(attribute),
        attribute,
        valueOf: ({ attributes }) => toCell(attributes[id]),
      }),
    ),
    { id: "districtCode", title: columns.districtCode, kind: "text", valueOf: ({ districtCode }) => districtCode },
    { id: "source", title: columns.source, kind: "text", valueOf: ({ source }) => source },
    { id: "observedOn", title: columns.observedOn, kind: "date", valueOf: ({ observedOn }) => observedOn },
    {
      id: "positionErrorM",
      title: columns.positionErrorM,
      kind: "number",
      valueOf: ({ positionErrorM }) => positionErrorM,
    },
  ];
}

/** As a person reads it: the title of a code, yes or no; what has no other words stays as it is. */
export function labelOf({ attribute }: ExportColumn, value: Cell, language: Language): Exclude<Cell, boolean> {
  if (typeof value === "boolean") return EXPORT_WORDS[language][value ? "yes" : "no"];
  if (attribute?.type !== "code") return value;
  return attribute.values.find(({ code }) => code === value)?.title[language] ?? value;
}

/** Titles of the attributes that never leave the record. */
export const personalTitles = (layer: LayerDefinition, language: Language): string[] =>
  Object.values(layer.attributes)
    .filter(({ personal }) => personal)
    .map(({ title }) => title[language]);

function kindOf({ type }: Attribute): ColumnKind {
  return type === "code" || type === "substances" ? "text" : type;
}

function toCell(value: AttributeValue | undefined): Cell {
  if (value === undefined) return null;
  return value !== null && typeof value === "object" ? JSON.stringify(value) : value;
}
