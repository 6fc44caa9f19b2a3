import type { DraftFacts } from "../../../api.ts";

/** By the names of the WHATWG Encoding Standard, with what offices call them. */
const USUAL: Readonly<Record<string, string>> = {
  "utf-8": "UTF-8",
  gb18030: "GB18030 / GBK",
  gbk: "GBK",
  big5: "Big5",
  "utf-16le": "UTF-16 LE",
  "windows-1252": "Windows-1252",
  "windows-1251": "Windows-1251",
};

/** What was found first, then what it could be instead, then the usual ones. */
export function encodingChoices(found: DraftFacts["encoding"]): { value: string; label: string }[] {
  const ids = new Set([...(found ? [found.id, ...found.others] : []), ...Object.keys(USUAL)]);
  return [...ids].map((id) => ({ value: id, label: USUAL[id.toLowerCase()] ?? id }));
}
