import type { DraftSettings, DraftView } from "../../../api.ts";

/**
 * What a named mapping remembers: how files of a source are read, all fields that were seen to be right included, and nothing that was
 * said about single rows or this one delivery.
 */
export function keptSettings({ settings, preview }: Pick<DraftView, "settings" | "preview">): Partial<DraftSettings> {
  const { encoding, delimiter, headerRow, headerRows, datum, dateOrder, source, where, merge, acceptedFixes } =
    settings;
  const found = Object.entries(preview?.mapping ?? {}).flatMap(([target, columns]) =>
    // A field that several columns fill in turn finds them again by their names.
    columns.length === 1 ? [[target, columns[0]!] as const] : [],
  );
  const mapping = { ...Object.fromEntries(found), ...settings.mapping };
  return { encoding, delimiter, headerRow, headerRows, mapping, datum, dateOrder, source, where, merge, acceptedFixes };
}
