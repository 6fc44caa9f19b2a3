import type { SitePlace } from "#data/traffic/site.ts";
import type { ExportPlace } from "../../../export/provenance.ts";
import type { Cell, Column } from "../../../export/table.ts";
import { SCREENING_EXPORT_WORDS } from "../../../messages/traffic-screening-export.ts";
import type { Language } from "../../../messages/words.ts";

export const text = (title: string): Column => ({ title, kind: "text" });
export const number = (title: string): Column => ({ title, kind: "number" });

export const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

/** Route, stakes and middle of a segment. */
export function segmentColumns(language: Language): Column[] {
  const words = SCREENING_EXPORT_WORDS[language];
  return [
    text(words.route),
    number(words.fromStake),
    number(words.toStake),
    number(words.longitude),
    number(words.latitude),
  ];
}

export function segmentCells({ route, fromM, toM, middle: [lon, lat] }: SitePlace): Cell[] {
  return [
    route && (route.code ?? route.name),
    fromM === null ? null : Math.round(fromM),
    toM === null ? null : Math.round(toM),
    rounded(lon, 6),
    rounded(lat, 6),
  ];
}

/** The office's own numbers of accidents; ids mean nothing to people. */
export function codesOf({ ledgers }: ExportPlace): (ids: readonly string[]) => string {
  const snapshot = ledgers.find(({ definition }) => definition.id === "accidents")?.snapshot;
  const codes = new Map<string, string>();
  for (let row = 0; snapshot && row < snapshot.count; row++) {
    const id = snapshot.ids.get(row)!;
    codes.set(id, snapshot.codes.get(row) ?? id);
  }
  return (ids) => ids.map((id) => codes.get(id) ?? id).join(" ");
}
