import type { BrokenRow, SourceRow, SourceTable } from "./delivery.ts";
import { stripMark } from "./geojson.ts";
import { ColumnSet } from "./header.ts";
import { readJsonFeature } from "./json-feature.ts";
import { linePieces, linesOf } from "./line-pieces.ts";

/** Before each text of a JSON text sequence (RFC 8142); its texts may have several lines. */
const SEPARATOR = "\u001e";

/**
 * Whether each line is a feature: the first one is, and another line follows; or a record separator comes first.
 *
 * @param start - beginning of the text.
 */
export function looksLikeLines(start: string): boolean {
  if (start.trimStart().startsWith(SEPARATOR)) return true;
  const [first = "", second] = start.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  if (second === undefined) return false;
  const row = readJsonFeature(first, 1);
  return "fields" in row && /^\s*[{[]/.test(second);
}

/** @param path - of a file in UTF-8. */
export async function openGeoJsonLines(path: string, name: string): Promise<SourceTable> {
  const columns = new ColumnSet();
  let rowCount = 0;
  for await (const row of readRows(path)) {
    rowCount++;
    if ("fields" in row) columns.add(row.fields);
  }
  return {
    name,
    columns: columns.names,
    rowCount,
    crs: { text: "RFC 7946", id: "wgs84" },
    notices: [],
    rows: () => readRows(path),
  };
}

async function* readRows(path: string): AsyncGenerator<SourceRow | BrokenRow> {
  for await (const { place, json } of readTexts(path)) if (json.trim() !== "") yield readJsonFeature(json, place);
}

/** Each JSON text with the line on which it begins. */
async function* readTexts(path: string): AsyncGenerator<{ place: number; json: string }> {
  let place = 0;
  let line = 0;
  let open: string | null = null;
  let separated = false;
  for await (const piece of linePieces(path))
    for (const bytes of linesOf(piece)) {
      const text = line++ === 0 ? stripMark(bytes.toString("utf8")) : bytes.toString("utf8");
      if (!separated && text.trimStart().startsWith(SEPARATOR)) separated = true;
      if (!separated) {
        yield { place: line, json: text };
        continue;
      }
      const [rest = "", ...begun] = text.split(SEPARATOR);
      if (open !== null) open += `\n${rest}`;
      for (const json of begun) {
        if (open !== null) yield { place, json: open };
        open = json;
        place = line;
      }
    }
  if (open !== null) yield { place, json: open };
}
