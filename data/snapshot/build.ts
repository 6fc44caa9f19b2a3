import type { Geometry } from "geojson";
import type { Attribute, LayerDefinition } from "../layers/define.ts";
import type { AttributeValue } from "../layers/feature.ts";
import { formatLocalDay, parseLocalTime } from "./local-time.ts";
import { OutlineBuilder } from "./outline-columns.ts";
import { keepTexts, packTexts } from "./packed-text.ts";
import { planeCenterOf } from "./plane-center.ts";
import { displayPositions } from "./position.ts";
import { type CodeColumn, type TimeColumn, UNKNOWN_CODE } from "./snapshot.ts";
import { IdColumn, type SnapshotTable, SubstancesColumn, type TableColumn, writeId } from "./table.ts";

/** What a snapshot needs of a feature; a `FeatureRecord` is one. */
export interface SnapshotRow {
  /** UUID. */
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** WGS84, GeoJSON or WKB. */
  readonly geometry: Geometry | Uint8Array;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly positionErrorM: number | null;
  readonly districtCode: string | null;
  readonly source: string;
  readonly observedOn: string | null;
}

/** Values of one attribute while rows come in. */
interface Collector<Kind extends TableColumn = TableColumn> {
  add(value: AttributeValue | undefined): void;
  finish(): Kind;
}

/** Collects rows of one layer into columns. Personal attributes are left out here, so nothing later can let them slip. */
export class TableBuilder {
  readonly #layer: LayerDefinition;
  readonly #outlines = new OutlineBuilder();
  readonly #ids: string[] = [];
  readonly #codes: string[] = [];
  readonly #names: string[] = [];
  readonly #positionErrorM: number[] = [];
  readonly #district = collectCodes([]);
  readonly #source = collectCodes([]);
  readonly #observedOn = collectTimes();
  readonly #columns: readonly (readonly [string, Collector])[];

  constructor(layer: LayerDefinition) {
    this.#layer = layer;
    this.#columns = Object.entries(layer.attributes)
      .filter(([, attribute]) => !attribute.personal)
      .map(([id, attribute]) => [id, collect(attribute)]);
  }

  /**
   * Takes a row. An attribute that does not fit its type counts as not known.
   *
   * @throws RangeError when the geometry cannot be used; the row then leaves nothing behind.
   */
  add(row: SnapshotRow): void {
    this.#outlines.add(row.geometry);
    this.#ids.push(row.id);
    this.#codes.push(row.code);
    this.#names.push(row.name);
    this.#positionErrorM.push(row.positionErrorM ?? Number.NaN);
    this.#district.add(row.districtCode);
    this.#source.add(row.source);
    this.#observedOn.add(row.observedOn);
    for (const [id, column] of this.#columns) column.add(row.attributes[id]);
  }

  /**
   * @param revision - the layer's, of which the rows are the whole state.
   * @param zoneCenter - `[longitude, latitude]`; the plane's centre unless the data lies elsewhere (`planeCenterOf`).
   * @throws RangeError when an id is no UUID, or a column has more than 65 535 different codes.
   */
  finish(revision: number, zoneCenter: readonly [number, number] | null): SnapshotTable {
    const collected = this.#outlines.finish();
    const outlines = collected instanceof Float64Array ? null : collected;
    const lonLat = collected instanceof Float64Array ? collected : displayPositions(collected);
    const count = this.#ids.length;
    const ids = new Uint8Array(count * 16);
    this.#ids.forEach((id, row) => void writeId(id, ids, row * 16));
    const observedOn = this.#observedOn.finish();
    return {
      layer: this.#layer.id,
      revision,
      count,
      planeCenter: planeCenterOf(lonLat, zoneCenter),
      extent: extentOf(outlines?.lonLat ?? lonLat),
      dataDate: latest(observedOn),
      lonLat,
      outlines,
      ids: new IdColumn(ids),
      codes: packTexts(this.#codes),
      names: keepTexts(this.#names),
      positionErrorM: Float32Array.from(this.#positionErrorM),
      district: this.#district.finish(),
      source: this.#source.finish(),
      observedOn,
      columns: Object.fromEntries(this.#columns.map(([id, column]) => [id, column.finish()])),
    };
  }
}

/** The table of a whole list of rows. @throws RangeError on the first row that cannot be used. */
export function buildTable(
  layer: LayerDefinition,
  rows: Iterable<SnapshotRow>,
  revision: number,
  zoneCenter: readonly [number, number] | null,
): SnapshotTable {
  const builder = new TableBuilder(layer);
  for (const row of rows) builder.add(row);
  return builder.finish(revision, zoneCenter);
}

function collect(attribute: Attribute): Collector {
  switch (attribute.type) {
    case "code":
      return collectCodes(attribute.values.map((value) => value.code));
    case "integer":
    case "number":
      return collectNumbers();
    case "boolean":
      return collectBooleans();
    case "date":
    case "datetime":
      return collectTimes();
    case "text":
      return collectTexts();
    case "substances":
      return collectSubstances();
  }
}

/** Codes of the registry keep their order, so that an index says how bad a grade is; others follow as they come. */
function collectCodes(known: readonly string[]): Collector<CodeColumn> {
  const indexOf = new Map(known.map((value, index) => [value, index]));
  const indices: number[] = [];
  return {
    add(value) {
      if (typeof value !== "string") {
        indices.push(UNKNOWN_CODE);
        return;
      }
      let index = indexOf.get(value);
      if (index === undefined) {
        index = indexOf.size;
        if (index === UNKNOWN_CODE) throw new RangeError(`more than ${UNKNOWN_CODE} different codes in a column`);
        indexOf.set(value, index);
      }
      indices.push(index);
    },
    finish: () => ({ type: "code", values: [...indexOf.keys()], indices: Uint16Array.from(indices) }),
  };
}

function collectNumbers(): Collector {
  const numbers: number[] = [];
  return {
    add: (value) => void numbers.push(typeof value === "number" && Number.isFinite(value) ? value : Number.NaN),
    finish: () => ({ type: "number", numbers: Float64Array.from(numbers) }),
  };
}

function collectTimes(): Collector<TimeColumn> {
  const milliseconds: number[] = [];
  return {
    add: (value) => void milliseconds.push(typeof value === "string" ? parseLocalTime(value) : Number.NaN),
    finish: () => ({ type: "time", milliseconds: Float64Array.from(milliseconds) }),
  };
}

function collectBooleans(): Collector {
  const states: number[] = [];
  return {
    add: (value) => void states.push(typeof value === "boolean" ? Number(value) : 2),
    finish: () => ({ type: "boolean", states: Uint8Array.from(states) }),
  };
}

function collectTexts(): Collector {
  const texts: (string | null)[] = [];
  return {
    add: (value) => void texts.push(typeof value === "string" ? value : null),
    finish: () => keepTexts(texts),
  };
}

function collectSubstances(): Collector {
  const texts: (string | null)[] = [];
  return {
    add: (value) => void texts.push(Array.isArray(value) ? JSON.stringify(value) : null),
    finish: () => new SubstancesColumn(packTexts(texts)),
  };
}

function extentOf(lonLat: Float64Array): [number, number, number, number] | null {
  if (lonLat.length === 0) return null;
  const extent: [number, number, number, number] = [180, 90, -180, -90];
  for (let i = 0; i < lonLat.length; i += 2) {
    extent[0] = Math.min(extent[0], lonLat[i]!);
    extent[1] = Math.min(extent[1], lonLat[i + 1]!);
    extent[2] = Math.max(extent[2], lonLat[i]!);
    extent[3] = Math.max(extent[3], lonLat[i + 1]!);
  }
  return extent;
}

function latest(column: TimeColumn): string | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const milliseconds of column.milliseconds) if (milliseconds > last) last = milliseconds;
  return last === Number.NEGATIVE_INFINITY ? null : formatLocalDay(last);
}
