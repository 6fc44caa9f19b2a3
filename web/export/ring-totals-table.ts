import type { BufferRing, BufferSummary } from "#data/analyses/results.ts";
import { unitOf } from "#data/layers/column-names.ts";
import { getLayer } from "#data/layers/index.ts";
import { EXPORT_WORDS } from "../messages/export.ts";
import type { Language } from "../messages/words.ts";
import { round } from "./feature-columns.ts";
import type { Cell, Table } from "./table.ts";

/** Counts and sums, one figure a row, so that a pivot table can be made of them. */
export function ringTotalsTable({ rings, groups }: BufferSummary, language: Language): Table {
  const { columns, sheets, allOrigins } = EXPORT_WORDS[language];
  const several = groups.length > 0;
  const text = (title: string) => ({ title, kind: "text" }) as const;
  const number = (title: string) => ({ title, kind: "number" }) as const;
  return {
    name: sheets.totals,
    columns: [
      ...(several ? [text(columns.origin)] : []),
      number(columns.ringM),
      text(columns.layer),
      text(columns.measure),
      number(columns.value),
      text(columns.unit),
      number(columns.unknown),
    ],
    rows: [
      ...rings.flatMap((ring) => figures(ring, language).map((row) => [...(several ? [allOrigins] : []), ...row])),
      ...groups.flatMap(({ origin, rings: own }) =>
        own.flatMap((ring) => figures(ring, language).map((row) => [origin?.name ?? "", ...row])),
      ),
    ],
  };
}

function figures({ radiusM, areaM2, layers }: BufferRing, language: Language): Cell[][] {
  const { measures } = EXPORT_WORDS[language];
  return [
    [radiusM, null, measures.area, round(areaM2, 1), "m²", null],
    ...layers.flatMap(({ layer, count, bandCount, uncertainCount, totals, unknown }) => {
      const { title, attributes } = getLayer(layer);
      const figure = (measure: string, value: number, unit: Cell = null, missing: Cell = null): Cell[] => [
        radiusM,
        title[language],
        measure,
        value,
        unit,
        missing,
      ];
      return [
        figure(measures.count, count),
        figure(measures.bandCount, bandCount),
        figure(measures.uncertainCount, uncertainCount),
        ...Object.entries(totals).map(([id, sum]) => {
          const attribute = attributes[id]!;
          return figure(attribute.title[language], round(sum, 3), unitOf(attribute, language), unknown[id] ?? 0);
        }),
      ];
    }),
  ];
}
