import { once } from "node:events";
import { finished } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Geometry } from "geojson";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { boundsOf, toWkb } from "#data/geodesy/wkb.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { MatchCandidate } from "../intake/draft.ts";
import type { Remark } from "../intake/remark.ts";

/** A row on its way into the staging table. */
export interface StagedRow {
  readonly row: number;
  readonly code: string | null;
  readonly codeGiven: boolean;
  readonly given: readonly string[];
  readonly name: string | null;
  /** WGS84. */
  readonly geometry: Geometry | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly positionErrorM: number | null;
  readonly districtCode: string | null;
  readonly source: string;
  readonly observedOn: string | null;
  readonly sourceGeometry: Uint8Array | null;
  readonly sourceDatum: string | null;
  readonly missing: readonly string[];
  readonly remarks: readonly Remark[];
  readonly candidates: readonly MatchCandidate[] | null;
  readonly newId: string;
  /** As far as it can be told without looking at the record: `unchanged` stands for a feature that is there. */
  readonly outcome: "refused" | "new" | "unchanged";
  readonly held: boolean;
}

const COLUMNS = `draft_id, row, code, code_given, given, name, geom, bbox, attributes, position_error_m, district_code, source,
  observed_on, source_geometry, source_datum, missing, remarks, candidates, new_id, outcome, held`;

export interface RowStage {
  add(row: StagedRow): Promise<void>;
  /** @returns when PostgreSQL has all rows. */
  end(): Promise<void>;
}

/** Text is collected to this length before it is handed to the connection. */
const CHUNK_CHARACTERS = 256 * 1024;

/** Beyond this the reader waits for the database. */
const MOST_WAITING_BYTES = 8 * 1024 * 1024;

/** Streams rows into the staging table by COPY; the caller holds the transaction. */
export function openRowStage(client: pg.ClientBase, draftId: string): RowStage {
  const copy = client.query(copyFrom(`copy import_rows (${COLUMNS}) from stdin`));
  const done = finished(copy);
  // Awaited by `end`; a failure before that surfaces in `add` or there.
  done.catch(() => undefined);
  let text = "";
  const flush = async () => {
    const chunk = text;
    text = "";
    copy.write(chunk);
    // The connection gets its turn, and the database works on what it has while the next rows are judged.
    if (copy.writableLength > MOST_WAITING_BYTES) await Promise.race([once(copy, "drain"), done]);
    else await nextTurn();
  };
  return {
    async add(row) {
      text += lineOf(draftId, row);
      if (text.length >= CHUNK_CHARACTERS) await flush();
    },
    async end() {
      copy.end(text);
      await done;
    },
  };
}

const lineOf = (draftId: string, row: StagedRow): string =>
  `${[
    draftId,
    row.row,
    escaped(row.code),
    row.codeGiven ? "t" : "f",
    arrayOf(row.given),
    escaped(row.name),
    bytesOf(row.geometry && toWkb(row.geometry)),
    row.geometry ? boxOf(row.geometry) : "\\N",
    escaped(JSON.stringify(row.attributes)),
    row.positionErrorM ?? "\\N",
    escaped(row.districtCode),
    escaped(row.source),
    row.observedOn ?? "\\N",
    bytesOf(row.sourceGeometry),
    escaped(row.sourceDatum),
    arrayOf(row.missing),
    row.remarks.length === 0 ? "[]" : escaped(JSON.stringify(row.remarks)),
    row.candidates ? escaped(JSON.stringify(row.candidates)) : "\\N",
    row.newId,
    row.outcome,
    row.held ? "t" : "f",
  ].join("\t")}\n`;

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** https://www.postgresql.org/docs/current/sql-copy.html, "Text Format" */
const escaped = (text: string | null): string =>
  text === null
    ? "\\N"
    : NEEDS_ESCAPE.test(text)
      ? text.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character]!)
      : text;

const NEEDS_ESCAPE = /[\\\t\n\r]/;

const bytesOf = (bytes: Uint8Array | null): string =>
  bytes ? `\\\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex")}` : "\\N";

/** Names of fields: letters and dots only. */
const arrayOf = (names: readonly string[]): string => `{${names.join(",")}}`;

function boxOf(geometry: Geometry): string {
  if (geometry.type === "Point") {
    const corner = `(${geometry.coordinates[0]},${geometry.coordinates[1]})`;
    return `${corner},${corner}`;
  }
  const [west, south, east, north] = boundsOf(geometry);
  return `(${east},${north}),(${west},${south})`;
}
