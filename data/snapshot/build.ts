import type { Geometry } from "geojson";
import type { LayerDefinition } from "../layers/define.ts";
import type { AttributeValue } from "../layers/feature.ts";
import { type Collector, collect, collectCodes, collectTimes } from "./collect.ts";
import { formatLocalDay } from "./local-time.ts";
import { OutlineBuilder } from "./outline-columns.ts";
import { keepTexts, packTexts } from "./packed-text.ts";
import { planeCenterOf } from "./plane-center.ts";
import { displayPositions } from "./position.ts";
import type { TimeColumn } from "./snapshot.ts";
import { IdColumn, parseId, type SnapshotTable } from "./table.ts";

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

/** Collects rows of one layer into columns. Personal attributes are left out here, so nothing later can let them slip. */
export class TableBuilder {
  readonly #layer: LayerDefinition;
  readonly #outlines = new OutlineBuilder();
  readonly #ids: string[] = [];
  readonly #codes: string[] = [];
  readonly #names: string[] = [];
  readonly #positionErrorM: number[] = [];
  readonly #district = collectCodes();
  readonly #source = collectCodes();
  readonly #observedOn = collectTimes("YYYY-MM-DD".length);
  readonly #columns: ReadonlyMap<string, Collector>;

  constructor(layer: LayerDefinition) {
    this.#layer = layer;
    this.#columns = new Map(
      Object.entries(layer.attributes)
        .filter(([, attribute]) => !attribute.personal)
        .map(([id, attribute]) => [id, collect(attribute)]),
    );
  }

  /**
   * Takes a row. An attribute that does not fit its type, or that the layer does not have, counts as not known.
   *
   * @throws RangeError when the geometry cannot be used; the row then leaves nothing behind.
   */
  add(row: SnapshotRow): void {
    this.#outlines.add(row.geometry);
    const index = this.#ids.length;
    this.#ids.push(row.id);
    this.#codes.push(row.code);
    this.#names.push(row.name);
    this.#positionErrorM.push(row.positionErrorM ?? Number.NaN);
    this.#district.set(index, row.districtCode);
    this.#source.set(index, row.source);
    this.#observedOn.set(index, row.observedOn);
    // By what the row has, not by what the layer could have: most ledgers leave most columns empty.
    for (const id in row.attributes) this.#columns.get(id)?.set(index, row.attributes[id]);
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
    for (let row = 0; row < count; row++) parseId(this.#ids[row]!, ids, row * 16);
    const observedOn = this.#observedOn.finish(count);
    const columns: [string, SnapshotTable["columns"][string]][] = [];
    for (const [id, collector] of this.#columns) columns.push([id, collector.finish(count)]);
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
      district: this.#district.finish(count),
      source: this.#source.finish(count),
      observedOn,
      columns: Object.fromEntries(columns),
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

function extentOf(lonLat: Float64Array): [number, number, number, number] | null {
  if (lonLat.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (let i = 0; i < lonLat.length; i += 2) {
    const longitude = lonLat[i]!;
    const latitude = lonLat[i + 1]!;
    if (longitude < west) west = longitude;
    if (longitude > east) east = longitude;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  return [west, south, east, north];
}

function latest(column: TimeColumn): string | null {
  let last = Number.NEGATIVE_INFINITY;
  for (const milliseconds of column.milliseconds) if (milliseconds > last) last = milliseconds;
  return last === Number.NEGATIVE_INFINITY ? null : formatLocalDay(last);
}
