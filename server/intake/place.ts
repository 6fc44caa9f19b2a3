import type { Geometry } from "geojson";
import { parsePosition } from "#data/snapshot/parse-position.ts";
import type { SourceRow } from "./formats/delivery.ts";
import { columnNameOf, fieldReader, type Mapping, onlyColumnOf } from "./mapping.ts";
import { isWkt, parseWkt } from "./parse-wkt.ts";
import { plainGeometry } from "./plain-geometry.ts";
import { type ReadOrdinate, readOrdinate } from "./read-ordinate.ts";
import type { Fix, RemarkReason } from "./remark.ts";

/** Where a row says that it is. */
export interface DeliveredPlace {
  /** In the delivery's own coordinates. */
  readonly geometry: Geometry;
  /** What stood there, for a remark; `null` where it was a geometry. */
  readonly value: string | null;
  readonly column: string | null;
  /** The same place with its ordinates in each other's place; `null` where no cell can say so. */
  readonly swap: Fix | null;
}

/** Why something that means to be a place is none. */
export interface NoPlace {
  readonly reason: RemarkReason;
  readonly value: string | null;
  readonly column: string | null;
  readonly allowed: string | null;
  readonly fix: Fix | null;
}

export type Placing = DeliveredPlace | NoPlace;

/** One way in which rows of a delivery say where they are. @returns `null` for a row that says nothing in this way. */
type PlaceReader = (row: SourceRow) => Placing | null;

type Fields = Readonly<Record<string, unknown>>;

/**
 * The ways to read the place of a row, first to last: its geometry, a text with both ordinates, longitude and latitude, x and y.
 *
 * @param unit - of ordinates in columns: what `431,234` is depends on it.
 */
export function placeReaders(mapping: Mapping, unit: "degrees" | "metres"): PlaceReader[] {
  const readers: (PlaceReader | null)[] = [
    readGeometry,
    positionReader(mapping),
    pairReader(mapping, "lon", "lat", unit),
    pairReader(mapping, "x", "y", unit),
  ];
  return readers.filter((reader) => reader !== null);
}

const readersByMapping = new WeakMap<Mapping, PlaceReader[]>();

/** Where a row says it is, as delivered; `null` when it says nothing that can be read, or only a road and a stake. */
export function deliveredPlace(row: SourceRow, mapping: Mapping): Geometry | null {
  const readers = readersByMapping.get(mapping) ?? placeReaders(mapping, "degrees");
  readersByMapping.set(mapping, readers);
  for (const read of readers) {
    const place = read(row);
    if (place && "geometry" in place) return place.geometry;
  }
  return null;
}

const SWAP_AXES: Fix = { kind: "swap-axes", edits: {} };

function readGeometry({ geometry }: SourceRow): Placing | null {
  if (geometry === null) return null;
  const plain = plainGeometry(geometry);
  return "geometry" in plain
    ? { geometry: plain.geometry, value: null, column: null, swap: SWAP_AXES }
    : { reason: plain.reason, value: String(geometry.type), column: null, allowed: null, fix: null };
}

function positionReader(mapping: Mapping): PlaceReader | null {
  const field = fieldReader(mapping, "position");
  if (!field) return null;
  const column = columnNameOf(mapping, "position");
  const only = onlyColumnOf(mapping, "position");
  return ({ fields }) => {
    const delivered = field(fields);
    if (delivered === null) return null;
    const text = typeof delivered === "string" ? delivered.trim() : JSON.stringify(delivered);
    const at = (geometry: Geometry, swapped: string | null): Placing => ({
      geometry,
      value: text,
      column,
      swap: only !== null && swapped !== null ? { kind: "swap-lon-lat", edits: { [only]: swapped } } : null,
    });
    if (isWkt(text)) {
      const geometry = parseWkt(text);
      if (geometry) return at(geometry, null);
    }
    const pair = parsePosition(text)[0] ?? numbersOf(text);
    if (pair) return at({ type: "Point", coordinates: pair }, `${pair[1]}, ${pair[0]}`);
    const allowed = "122.26, 43.62; 122°15′36″E 43°37′12″N; POINT (122.26 43.62)";
    return { reason: "position-unreadable", value: text, column, allowed, fix: null };
  };
}

/** Two numbers of any size, as projected coordinates are; the comma between them is none of theirs. */
function numbersOf(text: string): [number, number] | null {
  const parts = text
    .normalize("NFKC")
    .replace(/^[\s([]+|[\s)\]]+$/g, "")
    .split(/\s*[,;、\s]\s*/);
  if (parts.length !== 2) return null;
  const [x, y] = parts.map((part) => readOrdinate(part, "metres"));
  return x && y && "value" in x && "value" in y ? [x.value, y.value] : null;
}

const EXAMPLES = { degrees: ["122.26", "43.62"], metres: ["440269.8", "4831867.2"] } as const;

function pairReader(mapping: Mapping, first: string, second: string, unit: "degrees" | "metres"): PlaceReader | null {
  const [readFirst, readSecond] = [fieldReader(mapping, first), fieldReader(mapping, second)];
  if (!readFirst || !readSecond) return null;
  const names = [columnNameOf(mapping, first)!, columnNameOf(mapping, second)!] as const;
  const only = [onlyColumnOf(mapping, first), onlyColumnOf(mapping, second)] as const;
  const column = names.join(", ");
  const swapOf = (fields: Fields): Fix | null =>
    only[0] === null || only[1] === null
      ? null
      : { kind: "swap-lon-lat", edits: { [only[0]]: String(fields[only[1]]), [only[1]]: String(fields[only[0]]) } };

  return ({ fields }) => {
    const [a, b] = [readFirst(fields), readSecond(fields)];
    if (a === null && b === null) return null;
    const value = `${a ?? ""}, ${b ?? ""}`;
    const none = (reason: RemarkReason, fix: Fix | null = null): NoPlace => ({
      reason,
      value,
      column,
      allowed: EXAMPLES[unit].join(", "),
      fix,
    });
    /** Where only one of the two is wrong, that one is named. */
    const noneOf = (i: 0 | 1, reason: RemarkReason): NoPlace => ({
      reason,
      value: [a, b][i] === null ? null : String([a, b][i]),
      column: names[i],
      allowed: EXAMPLES[unit][i],
      fix: null,
    });
    if (a === null || b === null) return noneOf(a === null ? 0 : 1, "position-incomplete");
    const [x, y] = [readOrdinate(a, unit), readOrdinate(b, unit)];
    if ("reason" in x && "value" in y && x.reason !== "decimal-comma") return noneOf(0, x.reason);
    if ("value" in x && "reason" in y && y.reason !== "decimal-comma") return noneOf(1, y.reason);
    if (!("value" in x) || !("value" in y)) return none(...whyNot(x, y, only));
    if (x.axis === "lat" || y.axis === "lon") return none("lon-lat-swapped", swapOf(fields));
    return { geometry: { type: "Point", coordinates: [x.value, y.value] }, value, column, swap: swapOf(fields) };
  };
}

/** The graver of what is wrong with two ordinates; commas in both are mended together. */
function whyNot(
  x: ReadOrdinate,
  y: ReadOrdinate,
  only: readonly [string | null, string | null],
): [RemarkReason, Fix | null] {
  const reasons = [x, y].flatMap((each) => ("reason" in each ? [each.reason] : []));
  const worst = reasons.find((reason) => reason !== "decimal-comma");
  if (worst) return [worst, null];
  const edits = [x, y].flatMap((each, i) => {
    const column = only[i];
    return "mended" in each && column ? [[column, each.mended] as const] : [];
  });
  return [
    "decimal-comma",
    edits.length === reasons.length ? { kind: "decimal-comma", edits: Object.fromEntries(edits) } : null,
  ];
}
