import type { Attribute } from "../layers/define.ts";
import type { AttributeValue } from "../layers/feature.ts";
import { parseLocalTime } from "./local-time.ts";
import { keepTexts, packTexts } from "./packed-text.ts";
import { type BooleanColumn, type CodeColumn, type NumberColumn, type TimeColumn, UNKNOWN_CODE } from "./snapshot.ts";
import { SubstancesColumn, type TableColumn } from "./table.ts";

/** Values of one column while rows come in. A row that nothing is set for, or nothing that fits, is not known. */
export interface Collector<Kind extends TableColumn = TableColumn> {
  set(row: number, value: AttributeValue | undefined): void;
  finish(count: number): Kind;
}

/** The collector that an attribute's values need. */
export function collect(attribute: Attribute): Collector {
  switch (attribute.type) {
    case "code":
      return collectCodes(attribute.values.map((value) => value.code));
    case "integer":
    case "number":
      return collectNumbers();
    case "boolean":
      return collectBooleans();
    case "date":
      return collectTimes("YYYY-MM-DD".length);
    case "datetime":
      return collectTimes("YYYY-MM-DDTHH:mm".length);
    case "text":
      return collectTexts();
    case "substances":
      return collectSubstances();
  }
}

type Numbers = Float64Array | Uint16Array | Uint8Array;

const FIRST_ROWS = 1024;

/** Makes room for `row`, unknown until set. */
function makeRoom<Values extends Numbers>(values: Values, row: number, unknown: number): Values {
  if (row < values.length) return values;
  const larger = new (values.constructor as new (length: number) => Values)(Math.max(row + 1, values.length * 2));
  larger.set(values);
  larger.fill(unknown, values.length);
  return larger;
}

/**
 * Codes of the registry keep their order, so that an index says how bad a grade is; others follow as they come.
 *
 * @param known - the codes of the registry.
 */
export function collectCodes(known: readonly string[] = []): Collector<CodeColumn> {
  const indexOf = new Map(known.map((value, index) => [value, index]));
  let indices = new Uint16Array(FIRST_ROWS).fill(UNKNOWN_CODE);
  return {
    set(row, value) {
      if (typeof value !== "string") return;
      let index = indexOf.get(value);
      if (index === undefined) {
        index = indexOf.size;
        if (index === UNKNOWN_CODE) throw new RangeError(`more than ${UNKNOWN_CODE} different codes in a column`);
        indexOf.set(value, index);
      }
      indices = makeRoom(indices, row, UNKNOWN_CODE);
      indices[row] = index;
    },
    finish(count) {
      indices = makeRoom(indices, count, UNKNOWN_CODE);
      return { type: "code", values: [...indexOf.keys()], indices: indices.slice(0, count) };
    },
  };
}

function collectNumbers(): Collector<NumberColumn> {
  let numbers = new Float64Array(FIRST_ROWS).fill(Number.NaN);
  return {
    set(row, value) {
      if (typeof value !== "number" || !Number.isFinite(value)) return;
      numbers = makeRoom(numbers, row, Number.NaN);
      numbers[row] = value;
    },
    finish(count) {
      numbers = makeRoom(numbers, count, Number.NaN);
      return { type: "number", numbers: numbers.slice(0, count) };
    },
  };
}

/** @param length - of the texts that count: a day is no minute, and a minute no day. */
export function collectTimes(length: number): Collector<TimeColumn> {
  let milliseconds = new Float64Array(FIRST_ROWS).fill(Number.NaN);
  return {
    set(row, value) {
      if (typeof value !== "string" || value.length !== length) return;
      milliseconds = makeRoom(milliseconds, row, Number.NaN);
      milliseconds[row] = parseLocalTime(value);
    },
    finish(count) {
      milliseconds = makeRoom(milliseconds, count, Number.NaN);
      return { type: "time", milliseconds: milliseconds.slice(0, count) };
    },
  };
}

function collectBooleans(): Collector<BooleanColumn> {
  let states = new Uint8Array(FIRST_ROWS).fill(2);
  return {
    set(row, value) {
      if (typeof value !== "boolean") return;
      states = makeRoom(states, row, 2);
      states[row] = value ? 1 : 0;
    },
    finish(count) {
      states = makeRoom(states, count, 2);
      return { type: "boolean", states: states.slice(0, count) };
    },
  };
}

function collectTexts(): Collector {
  const texts: (string | null)[] = [];
  return {
    set(row, value) {
      if (typeof value === "string") setText(texts, row, value);
    },
    finish: (count) => keepTexts(fillTexts(texts, count)),
  };
}

function collectSubstances(): Collector {
  const texts: (string | null)[] = [];
  return {
    set(row, value) {
      if (Array.isArray(value)) setText(texts, row, JSON.stringify(value));
    },
    finish: (count) => new SubstancesColumn(packTexts(fillTexts(texts, count))),
  };
}

/** Gaps are filled as they are passed: an array with holes would be slow to read. */
function setText(texts: (string | null)[], row: number, text: string): void {
  fillTexts(texts, row);
  texts.push(text);
}

function fillTexts(texts: (string | null)[], count: number): (string | null)[] {
  while (texts.length < count) texts.push(null);
  return texts;
}
