import type { LayerDefinition } from "#data/layers/define.ts";
import { EXPORT_WORDS } from "../messages/export.ts";
import type { Language } from "../messages/words.ts";
import { attributeColumns, commonColumns, type FeatureColumn, type FeatureRow } from "./feature-columns.ts";
import type { Cell, Column, Table } from "./table.ts";

/** A feature with what the question says of it, in the order of the question's columns. */
export interface FeatureOfAnswer extends FeatureRow {
  readonly answer: readonly Cell[];
}

export interface FeatureTables {
  /** Every feature, with what all layers have in common. */
  readonly overview: Table;
  /** One per layer that occurs, in the order of first occurrence, with all its attributes. */
  readonly byLayer: readonly Table[];
}

/** Features as tables. `answerColumns` come first, before what the ledger says. */
export function featureTables(
  features: readonly FeatureOfAnswer[],
  answerColumns: readonly Column[],
  language: Language,
  districts: ReadonlyMap<string, string>,
): FeatureTables {
  const { columns, sheets } = EXPORT_WORDS[language];
  const common = commonColumns(language, districts);
  const cells = (given: readonly FeatureColumn[], feature: FeatureOfAnswer) => [
    ...feature.answer,
    ...given.map((column) => column.cellOf(feature)),
  ];
  const groups = new Map<LayerDefinition, FeatureOfAnswer[]>();
  for (const feature of features) {
    const group = groups.get(feature.definition);
    if (group) group.push(feature);
    else groups.set(feature.definition, [feature]);
  }
  return {
    overview: {
      name: sheets.list,
      columns: [{ title: columns.layer, kind: "text" }, ...answerColumns, ...common.map(plain)],
      rows: features.map((feature) => [feature.definition.title[language], ...cells(common, feature)]),
    },
    byLayer: [...groups].map(([definition, group]) => {
      const own = [...common, ...attributeColumns(definition, language)];
      return {
        name: definition.title[language],
        columns: [...answerColumns, ...own.map(plain)],
        rows: group.map((feature) => cells(own, feature)),
      };
    }),
  };
}

/** Without the function: tables travel to a worker. */
const plain = ({ title, kind }: FeatureColumn): Column => ({ title, kind });
