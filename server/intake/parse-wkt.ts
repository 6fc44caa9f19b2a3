import type { Geometry, Position } from "geojson";

const TYPES = {
  POINT: "Point",
  LINESTRING: "LineString",
  POLYGON: "Polygon",
  MULTIPOINT: "MultiPoint",
  MULTILINESTRING: "MultiLineString",
  MULTIPOLYGON: "MultiPolygon",
} as const;

const HEAD = /^\s*(MULTI)?(POINT|LINESTRING|POLYGON)\s*(Z|M|ZM)?\s*(?=\(|EMPTY)/i;

/** Whether a text means to be a geometry in well-known text. */
export const isWkt = (text: string): boolean => HEAD.test(text);

type Nested = Position | Nested[];

/**
 * Reads well-known text; third and further ordinates are dropped.
 *
 * @returns `null` when the text is none, or empty, or a collection.
 * @see OGC 06-103r4, 7 (Simple Feature Access, part 1)
 */
export function parseWkt(text: string): Geometry | null {
  const head = HEAD.exec(text);
  if (!head) return null;
  const type = TYPES[`${head[1] ?? ""}${head[2]!}`.toUpperCase() as keyof typeof TYPES];
  const nested = parseNested(text.slice(head[0].length));
  if (!nested) return null;
  const depth =
    type === "Point" ? 1 : type === "MultiPoint" || type === "LineString" ? 1 : type === "MultiPolygon" ? 3 : 2;
  // `MULTIPOINT ((1 2), (3 4))` and `MULTIPOINT (1 2, 3 4)` are both in use.
  const flat =
    type === "MultiPoint" ? nested.map((each) => (isPosition(each) ? each : (each as Nested[])[0]!)) : nested;
  if (!hasDepth(flat, depth)) return null;
  if (type !== "Point") return { type, coordinates: flat } as Geometry;
  return flat.length === 1 ? { type, coordinates: flat[0] as Position } : null;
}

const isPosition = (nested: Nested): nested is Position => typeof nested[0] === "number";

const hasDepth = (nested: Nested, depth: number): boolean =>
  nested.length > 0 &&
  (depth === 0 ? isPosition(nested) : !isPosition(nested) && nested.every((each) => hasDepth(each, depth - 1)));

const MOST_NESTED = 4;

function parseNested(text: string): Nested[] | null {
  const stack: Nested[][] = [];
  let done: Nested[] | null = null;
  for (const [token] of text.matchAll(/[()]|[^(),]+|,/g)) {
    if (done) return token.trim() === "" ? done : null;
    if (token === "(") {
      if (stack.length === MOST_NESTED) return null;
      stack.push([]);
    } else if (token === ")") {
      const closed = stack.pop();
      if (!closed) return null;
      if (stack.length === 0) done = closed;
      else stack.at(-1)!.push(closed);
    } else if (token !== "," && token.trim() !== "") {
      const position = token.trim().split(/\s+/).map(Number);
      if (stack.length === 0 || position.length < 2 || !position.every(Number.isFinite)) return null;
      stack.at(-1)!.push(position.slice(0, 2));
    }
  }
  return done;
}
