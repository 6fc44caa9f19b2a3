import type { OpinionResult } from "./opinion.ts";

/** Where a second answer is not the first one. */
export interface Difference {
  readonly analysis: string;
  /** `WX-014 → F-0031`; `null`: not about a pair. */
  readonly pair: string | null;
  readonly ruleId: string | null;
  /** `summary.counts.clear`, `requiredM`. */
  readonly field: string;
  /** Absent on one side: `undefined`. */
  readonly recorded: unknown;
  readonly again: unknown;
}

type Found = Omit<Difference, "analysis">;
type Place = Pick<Found, "pair" | "ruleId" | "field">;

/** Sines and cosines may differ in their last digit between processors; a nanometre is no other answer. */
const NEGLIGIBLE = 1e-10;

/** Where two answers to the same questions part, in the order of the first; what differs only in which edition of the rules it names does not count. */
export function findDifferences(recorded: readonly OpinionResult[], again: readonly OpinionResult[]): Difference[] {
  // By their place: the same analysis may be asked twice.
  return Array.from({ length: Math.max(recorded.length, again.length) }, (_, i) => i).flatMap((i) => {
    const [first, second] = [recorded[i], again[i]];
    const analysis = (first ?? second)!.name;
    return compare(comparable(first), comparable(second), { pair: null, ruleId: null, field: "" }).map((found) => ({
      analysis,
      ...found,
    }));
  });
}

const comparable = (result: OpinionResult | undefined) =>
  result && {
    name: result.name,
    findings: result.findings,
    summary: result.summary,
    revisions: result.inputs.revisions,
  };

function compare(a: unknown, b: unknown, place: Place): Found[] {
  if (Object.is(a, b)) return [];
  if (typeof a === "number" && typeof b === "number" && Math.abs(a - b) <= NEGLIGIBLE * Math.max(1, Math.abs(a)))
    return [];
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b, place);
  if (isRecord(a) && isRecord(b)) {
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return keys.flatMap((key) => compare(a[key], b[key], { ...place, field: join(place.field, key) }));
  }
  return [{ ...place, recorded: a, again: b }];
}

/** Findings are told apart by their pair and rules by their id: one that is missing must not make all that follow differ. */
function compareLists(a: readonly unknown[], b: readonly unknown[], place: Place): Found[] {
  const [first, second] = [a, b].map((list) => new Map(list.map((item, i) => [keyOf(item) ?? `[${i}]`, item])));
  if (first!.size < a.length || second!.size < b.length) {
    // Two items of one name: then their order is all that tells them apart.
    return Array.from({ length: Math.max(a.length, b.length) }, (_, i) => i).flatMap((i) =>
      compare(a[i], b[i], within(place, a[i] ?? b[i], `[${i}]`)),
    );
  }
  const keys = [...new Set([...first!.keys(), ...second!.keys()])];
  const found = keys.flatMap((key) => {
    const [x, y] = [first!.get(key), second!.get(key)];
    return compare(x, y, within(place, x ?? y, key));
  });
  if (found.length > 0) return found;
  const [orderA, orderB] = [[...first!.keys()], [...second!.keys()]];
  const moved = orderA.findIndex((key, i) => key !== orderB[i]);
  return moved < 0
    ? []
    : [{ ...place, field: join(place.field, "order"), recorded: orderA[moved], again: orderB[moved] }];
}

/** Where an item of a list is, in words. */
function within(place: Place, item: unknown, key: string): Place {
  if (!isRecord(item)) return { ...place, field: `${place.field}${key.startsWith("[") ? key : `[${key}]`}` };
  if (isRecord(item.hazard) && isRecord(item.target))
    return { ...place, pair: `${labelOf(item.hazard)} → ${labelOf(item.target)}`, field: "" };
  if (typeof item.ruleId === "string") return { ...place, ruleId: item.ruleId, field: "" };
  return { ...place, field: `${place.field}${key.startsWith("[") ? key : `[${key}]`}` };
}

function keyOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const { hazard, target, ruleId, hazardClass, targetClass } = item;
  if (isRecord(hazard) && isRecord(target))
    return [hazard.layer, hazard.id ?? hazard.code, target.layer, target.id ?? target.code].join(" ");
  return typeof ruleId === "string" ? [ruleId, hazardClass, targetClass].join(" ") : null;
}

const labelOf = ({ code, name }: Record<string, unknown>): string => String(code || name || "?");

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const join = (field: string, key: string): string => (field ? `${field}.${key}` : key);

/** One line for a person. */
export function describeDifference({ analysis, pair, ruleId, field, recorded, again }: Difference): string {
  const where = [analysis, pair, ruleId && `rule ${ruleId}`, field || null].filter((part) => part !== null).join(", ");
  return `${where}: ${shown(recorded)} in the bundle, ${shown(again)} now`;
}

const shown = (value: unknown): string => {
  if (value === undefined) return "absent";
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}…` : text;
};
