import type { LayerDefinition } from "../layers/define.ts";
import type { Filter } from "../layers/filter.ts";
import { parseLocalTime } from "./local-time.ts";
import { SharedText } from "./packed-text.ts";
import { type PredicateFilter, testNumber, testText, testTime } from "./predicate.ts";
import { type CodeColumn, type Column, type Selection, type Snapshot, UNKNOWN_CODE } from "./snapshot.ts";

/** What a filter looks at: any snapshot, projected or not. */
export type Selectable = Pick<
  Snapshot,
  "layer" | "count" | "codes" | "names" | "district" | "source" | "observedOn" | "columns"
>;

/** Truth of a row, ordered so that AND is the lesser, OR the greater, and NOT the mirror image. */
const FALSE = 0;
const UNKNOWN = 1;
const TRUE = 2;

/** How many rows a filter is true of, and of how many it cannot be told because they lack what it asks for. */
export interface FilterCounts {
  readonly matching: number;
  readonly unknown: number;
}

/**
 * Prepares a filter for any snapshot of its layer.
 *
 * @param filter - from `parseFilter` or the builders.
 * @returns a function whose answer has 1 where the filter is true; where it is false or not known, 0. It throws RangeError
 *   when the snapshot lacks a property that the filter names.
 */
export function compileFilter(filter: Filter): (snapshot: Selectable) => Uint8Array {
  return (snapshot) => {
    const truth = evaluate(filter, snapshot);
    // TRUE is 2, the others lose their only bit.
    for (let row = 0; row < truth.length; row++) truth[row] = truth[row]! >> 1;
    return truth;
  };
}

/**
 * Counts by a filter without taking "not known" for "no".
 *
 * @param rows - only of these rows; `null`: of all.
 * @throws RangeError when the snapshot lacks a property that the filter names.
 */
export function countByFilter(filter: Filter, snapshot: Selectable, rows: Selection = null): FilterCounts {
  const counts = [0, 0, 0];
  evaluate(filter, snapshot).forEach((truth, row) => {
    if (rows === null || rows[row] === 1) counts[truth]!++;
  });
  return { matching: counts[TRUE]!, unknown: counts[UNKNOWN]! };
}

/** Rows in ascending order, by what a filter says of them. */
export interface FilterRows {
  readonly matching: readonly number[];
  readonly unknown: readonly number[];
}

/**
 * The rows that {@link countByFilter} counts.
 *
 * @throws RangeError when the snapshot lacks a property that the filter names.
 */
export function rowsByFilter(filter: Filter, snapshot: Selectable): FilterRows {
  const rows = { matching: [] as number[], unknown: [] as number[] };
  evaluate(filter, snapshot).forEach((truth, row) => {
    if (truth === TRUE) rows.matching.push(row);
    else if (truth === UNKNOWN) rows.unknown.push(row);
  });
  return rows;
}

/**
 * Rows whose time lies in `[from, to)`; a row without a time is out.
 *
 * @param from - `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`, `null` for no bound; the same for `to`.
 * @returns `null` (all rows) when neither bound is given.
 * @throws RangeError when the layer has no time, or a bound is no time.
 */
export function selectTime(
  snapshot: Selectable,
  layer: LayerDefinition,
  from: string | null,
  to: string | null,
): Selection {
  if (from === null && to === null) return null;
  const column = layer.time === undefined ? undefined : snapshot.columns[layer.time];
  if (column?.type !== "time") throw new RangeError(`${layer.id} has no time`);
  const bound = (text: string | null, open: number): number => {
    const milliseconds = text === null ? open : parseLocalTime(text);
    if (Number.isNaN(milliseconds)) throw new RangeError(`${text} is no time`);
    return milliseconds;
  };
  return selectBetween(column.milliseconds, bound(from, Number.NEGATIVE_INFINITY), bound(to, Number.POSITIVE_INFINITY));
}

/** Rows whose number lies in `[from, to)`; NaN is out. Made for a slider that moves: one comparison a row. */
export function selectBetween(numbers: Float64Array, from: number, to: number): Uint8Array {
  const selection = new Uint8Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) selection[row] = numbers[row]! >= from && numbers[row]! < to ? 1 : 0;
  return selection;
}

/** Rows that every selection takes. @returns `null` when all of them take all rows. */
export function combine(...selections: readonly Selection[]): Selection {
  const given = selections.filter((selection) => selection !== null);
  const [first, ...others] = given;
  if (!first || others.length === 0) return first ?? null;
  const combined = first.slice();
  for (const other of others) for (let row = 0; row < combined.length; row++) combined[row]! &= other[row]!;
  return combined;
}

/** How many rows a selection takes. */
export function countSelected(snapshot: Selectable, selection: Selection): number {
  if (!selection) return snapshot.count;
  let count = 0;
  for (let row = 0; row < selection.length; row++) count += selection[row]!;
  return count;
}

/** A fresh array of truths that the caller may write to. */
function evaluate(filter: Filter, snapshot: Selectable): Uint8Array {
  switch (filter.op) {
    case "not": {
      const truth = evaluate(filter.args[0], snapshot);
      for (let row = 0; row < truth.length; row++) truth[row] = TRUE - truth[row]!;
      return truth;
    }
    case "and":
    case "or": {
      const [first, ...others] = filter.args.map((arg) => evaluate(arg, snapshot));
      if (!first) throw new RangeError(`"${filter.op}" of no filters`);
      for (const other of others)
        for (let row = 0; row < first.length; row++)
          if (filter.op === "and" ? other[row]! < first[row]! : other[row]! > first[row]!) first[row] = other[row]!;
      return first;
    }
    default:
      return evaluatePredicate(filter, snapshot);
  }
}

function evaluatePredicate(filter: PredicateFilter, snapshot: Selectable): Uint8Array {
  const column = columnOf(snapshot, filter.args[0].property);
  const truth = new Uint8Array(snapshot.count);
  if (filter.op === "isNull") {
    const known = knownIn(column);
    for (let row = 0; row < truth.length; row++) truth[row] = known(row) ? FALSE : TRUE;
    return truth;
  }
  switch (column.type) {
    case "code":
      return evaluateShared(column, filter);
    case "boolean": {
      const test = testNumber(filter);
      const verdicts = [test(0) ? TRUE : FALSE, test(1) ? TRUE : FALSE, UNKNOWN];
      for (let row = 0; row < truth.length; row++) truth[row] = verdicts[column.states[row]!]!;
      return truth;
    }
    case "number":
    case "time": {
      const values = column.type === "number" ? column.numbers : column.milliseconds;
      const test = column.type === "number" ? testNumber(filter) : testTime(filter);
      for (let row = 0; row < truth.length; row++) {
        const value = values[row]!;
        truth[row] = Number.isNaN(value) ? UNKNOWN : test(value) ? TRUE : FALSE;
      }
      return truth;
    }
    case "text": {
      if (column instanceof SharedText) return evaluateShared(column, filter);
      const test = testText(filter);
      for (let row = 0; row < truth.length; row++) {
        const text = column.get(row);
        truth[row] = text === null ? UNKNOWN : test(text) ? TRUE : FALSE;
      }
      return truth;
    }
    case "list":
      throw new RangeError(`${filter.args[0].property} is a list: only IS NULL can be asked of it`);
  }
}

/** Decided once for each value, not for each row. */
function evaluateShared(
  { values, indices }: Pick<CodeColumn, "values" | "indices">,
  filter: PredicateFilter,
): Uint8Array {
  const test = testText(filter);
  const verdicts = Uint8Array.from(values, (value) => (test(value) ? TRUE : FALSE));
  const truth = new Uint8Array(indices.length);
  for (let row = 0; row < truth.length; row++) truth[row] = verdicts[indices[row]!] ?? UNKNOWN;
  return truth;
}

/** An attribute goes before a standard property of the same name, as in `findFilterKind`. */
function columnOf(snapshot: Selectable, property: string): Column {
  if (Object.hasOwn(snapshot.columns, property)) return snapshot.columns[property]!;
  switch (property) {
    case "code":
      return snapshot.codes;
    case "name":
      return snapshot.names;
    case "district":
      return snapshot.district;
    case "source":
      return snapshot.source;
    case "observedOn":
      return snapshot.observedOn;
    default:
      throw new RangeError(`a snapshot of ${snapshot.layer} has no ${property}`);
  }
}

function knownIn(column: Column): (row: number) => boolean {
  switch (column.type) {
    case "code":
      return (row) => column.indices[row] !== UNKNOWN_CODE;
    case "number":
      return (row) => !Number.isNaN(column.numbers[row]);
    case "time":
      return (row) => !Number.isNaN(column.milliseconds[row]);
    case "boolean":
      return (row) => column.states[row] !== 2;
    case "text":
    case "list":
      return (row) => column.get(row) !== null;
  }
}
