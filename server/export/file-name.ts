import type { LayerDefinition } from "#data/layers/define.ts";
import { EXPORT_WORDS, type Language } from "./words.ts";

export interface NamedExport {
  readonly layer: LayerDefinition;
  readonly language: Language;
  /** As the importer names it; WGS84 goes without saying. */
  readonly crs: string;
  /** Of the state that is in the file: the day it was asked for, or that of the export. */
  readonly day: string;
  readonly rows: number;
  readonly demo: boolean;
  readonly extension: string;
}

/** `重大危险源_EPSG4529_2026-11-25.xlsx`. A file without a row says so in its name, since not every format has room for it. */
export function fileName({ layer, language, crs, day, rows, demo, extension }: NamedExport): string {
  const words = EXPORT_WORDS[language];
  const parts = [
    ...(demo ? [words.fileDemo] : []),
    layer.title[language].replaceAll(/[\p{Cc}\\/:*?"<>|\s]+/gu, "-"),
    ...(crs === "wgs84" ? [] : [crs.replace(":", "").toUpperCase()]),
    day,
    ...(rows === 0 ? [words.fileEmpty] : []),
  ];
  return `${parts.join("_")}.${extension}`;
}

/**
 * The header that makes a browser save an answer under a name of any script.
 *
 * @param plain - for clients that know no other than ASCII names.
 * @see RFC 6266, 4; RFC 8187, 3.2 (which took the place of RFC 5987)
 */
export function contentDisposition(name: string, plain: string): string {
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain.replaceAll(/[^\w.-]/g, "-")}"; filename*=UTF-8''${encoded}`;
}
