import type { Geometry, Position } from "geojson";
import { linesOf } from "../geometry/lines-of.ts";
import type { Attribute, LayerDefinition, LayerGeometry } from "./define.ts";
import type { AttributeValue, FeatureDraft } from "./feature.ts";

/** Why a value is refused; the interface has a sentence for each in both languages. */
export type ProblemReason =
  | "required"
  | "unknown-attribute"
  | "type"
  | "not-a-code"
  | "out-of-range"
  | "too-long"
  | "not-a-date"
  | "geometry-type"
  | "geometry-shape"
  | "position";

/** One thing wrong with one field of a feature. */
export interface Problem {
  /** `code`, `name`, `geometry`, `attributes.risk`, … */
  readonly field: string;
  /** What was delivered, shortened; `null` when nothing was, or when the attribute is personal. */
  readonly value: string | null;
  readonly reason: ProblemReason;
  /** What would have been accepted: codes, a range with its unit, a form. `null` when nothing short can be said. */
  readonly allowed: string | null;
}

/** Characters of a code. */
export const MAX_CODE_LENGTH = 100;
/** Characters of a name. */
export const MAX_NAME_LENGTH = 300;
const MAX_TEXT_LENGTH = 2_000;
const SHOWN_LENGTH = 80;

/**
 * Everything that keeps a draft out of its layer, in the order of the fields; empty when it may be written.
 *
 * Gaps are allowed unless the attribute is required. What is checked of the geometry: type, range of the positions, closed
 * rings of at least four. Whether rings cross themselves is the business of intake, which can mend them.
 */
export function checkFeature(layer: LayerDefinition, draft: FeatureDraft): Problem[] {
  const problems: Problem[] = [];
  const refuse = (field: string, value: unknown, reason: ProblemReason, allowed: string | null = null) =>
    problems.push({ field, value: shown(value), reason, allowed });

  if (typeof draft.code !== "string" || draft.code.trim() === "") refuse("code", draft.code, "required");
  else if (draft.code.length > MAX_CODE_LENGTH) refuse("code", draft.code, "too-long", `≤ ${MAX_CODE_LENGTH}`);
  if (typeof draft.name !== "string") refuse("name", draft.name, "type", "text");
  else if (draft.name.length > MAX_NAME_LENGTH) refuse("name", draft.name, "too-long", `≤ ${MAX_NAME_LENGTH}`);
  problems.push(...checkGeometry(layer.geometry, draft.geometry));
  for (const [id, value] of Object.entries(draft.attributes)) {
    const attribute = Object.hasOwn(layer.attributes, id) ? layer.attributes[id] : undefined;
    if (!attribute) refuse(`attributes.${id}`, value, "unknown-attribute", Object.keys(layer.attributes).join(", "));
    else if (value !== null && value !== undefined) problems.push(...checkAttribute(id, attribute, value));
  }
  for (const [id, attribute] of Object.entries(layer.attributes))
    if (attribute.required && (draft.attributes[id] ?? null) === null) refuse(`attributes.${id}`, null, "required");
  const error = draft.positionErrorM;
  if (error !== null && !(Number.isFinite(error) && error >= 0))
    refuse("positionErrorM", error, "out-of-range", "≥ 0 m");
  if (draft.districtCode !== null && typeof draft.districtCode !== "string")
    refuse("districtCode", draft.districtCode, "type", "text");
  if (typeof draft.source !== "string") refuse("source", draft.source, "type", "text");
  if (draft.observedOn !== null && !isDate(draft.observedOn))
    refuse("observedOn", draft.observedOn, "not-a-date", "YYYY-MM-DD");
  return problems;
}

/** The same for one attribute's value; `id` only names it in the answer. `value` is neither `null` nor `undefined`. */
export function checkAttribute(id: string, attribute: Attribute, value: NonNullable<AttributeValue>): Problem[] {
  const refuse = (reason: ProblemReason, allowed: string | null): Problem[] => [
    { field: `attributes.${id}`, value: attribute.personal ? null : shown(value), reason, allowed },
  ];
  switch (attribute.type) {
    case "code": {
      const codes = attribute.values.map((each) => each.code);
      if (typeof value !== "string") return refuse("type", codes.join(", "));
      return codes.includes(value) ? [] : refuse("not-a-code", codes.join(", "));
    }
    case "integer":
    case "number": {
      if (typeof value !== "number" || !Number.isFinite(value)) return refuse("type", "number");
      if (attribute.type === "integer" && !Number.isInteger(value)) return refuse("type", "integer");
      const { min = -Infinity, max = Infinity } = attribute;
      return value >= min && value <= max ? [] : refuse("out-of-range", rangeText(attribute));
    }
    case "text": {
      if (typeof value !== "string") return refuse("type", "text");
      const longest = attribute.maxLength ?? MAX_TEXT_LENGTH;
      return value.length <= longest ? [] : refuse("too-long", `≤ ${longest}`);
    }
    case "date":
      return typeof value === "string" && isDate(value) ? [] : refuse("not-a-date", "YYYY-MM-DD");
    case "datetime":
      return typeof value === "string" && isDatetime(value) ? [] : refuse("not-a-date", "YYYY-MM-DDTHH:mm");
    case "boolean":
      return typeof value === "boolean" ? [] : refuse("type", "true, false");
    case "substances":
      return isSubstances(value) ? [] : refuse("type", "[{ name, cas?, tonnes ≥ 0 }]");
  }
}

function checkGeometry(allowed: LayerGeometry, geometry: Geometry): Problem[] {
  const refuse = (reason: ProblemReason, value: unknown, expected: string | null): Problem[] => [
    { field: "geometry", value: shown(value), reason, allowed: expected },
  ];
  if (geometry?.type === undefined) return refuse("required", null, allowed);
  if (geometry.type === "GeometryCollection") return refuse("geometry-type", geometry.type, allowed);
  if (allowed !== "Mixed" && geometry.type.replace("Multi", "") !== allowed)
    return refuse("geometry-type", geometry.type, `${allowed}, Multi${allowed}`);
  const lines = linesOf(geometry);
  const outside = lines.flat().find((position) => !isPosition(position));
  if (outside) return refuse("position", outside, "lon -180…180, lat -90…90");
  const shortest = geometry.type.endsWith("Polygon") ? 4 : geometry.type.endsWith("LineString") ? 2 : 1;
  const hollow = geometry.type === "MultiPolygon" && geometry.coordinates.some((rings) => rings.length === 0);
  const short = hollow || lines.length === 0 || lines.some((line) => line.length < shortest);
  if (short) return refuse("geometry-shape", geometry.type, `≥ ${shortest} positions`);
  if (shortest === 4 && !lines.every(isClosed)) return refuse("geometry-shape", geometry.type, "closed rings");
  return [];
}

const isPosition = ([lon, lat]: Position): boolean =>
  typeof lon === "number" && typeof lat === "number" && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

const isClosed = (ring: Position[]): boolean =>
  ring[0]?.[0] === ring[ring.length - 1]?.[0] && ring[0]?.[1] === ring[ring.length - 1]?.[1];

/** A calendar day that exists: 2026-02-29 does not. */
function isDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const day = new Date(Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])));
  return day.toISOString().slice(0, 10) === text;
}

const isDatetime = (text: string): boolean => /T([01]\d|2[0-3]):[0-5]\d$/.test(text) && isDate(text.slice(0, -6));

function isSubstances(value: NonNullable<AttributeValue>): boolean {
  return (
    Array.isArray(value) &&
    value.every(
      (each) =>
        typeof each?.name === "string" &&
        each.name !== "" &&
        (each.cas === undefined || typeof each.cas === "string") &&
        Number.isFinite(each.tonnes) &&
        each.tonnes >= 0,
    )
  );
}

function rangeText({ min, max, unit }: { min?: number; max?: number; unit?: string }): string {
  const range = min === undefined ? `≤ ${max}` : max === undefined ? `≥ ${min}` : `${min}…${max}`;
  return unit ? `${range} ${unit}` : range;
}

function shown(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH - 1)}…` : text;
}
