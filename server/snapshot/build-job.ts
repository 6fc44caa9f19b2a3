import { gzipSync } from "node:zlib";
import type pg from "pg";
import type { AttributeValue } from "#data/layers/feature.ts";
import { getLayer } from "#data/layers/index.ts";
import { encodeSnapshot } from "#data/snapshot/arrow.ts";
import { TableBuilder } from "#data/snapshot/build.ts";
import { type LayerRow, readLayerRows } from "../db/layer-rows.ts";

/** What to build; plain data, since it crosses into a worker thread. */
export interface BuildJob {
  readonly connection: pg.ClientConfig;
  readonly layer: string;
  /** `null` while nobody has said where the zone is. */
  readonly zoneCenter: readonly [number, number] | null;
  /** Instant, ISO 8601: the layer as it was known then; absent: as it is. */
  readonly asOf?: string;
}

export interface BuiltSnapshot {
  readonly layer: string;
  readonly revision: number;
  /** Instant of that revision; `null`: the layer was never written. */
  readonly changedAt: string | null;
  readonly count: number;
  readonly extent: readonly [number, number, number, number] | null;
  readonly dataDate: string | null;
  /** The Arrow stream, gzipped. */
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly unpackedBytes: number;
  /** Codes of features whose geometry no snapshot can hold, with the reason; they stay in the record. */
  readonly leftOut: readonly { readonly code: string; readonly reason: string }[];
}

/** Level 5 takes up to twice the time for 5 to 8 % less. */
const GZIP_LEVEL = 2;

/** Reads a layer at one revision and packs it for delivery. */
export async function buildSnapshot({ connection, layer: id, zoneCenter, asOf }: BuildJob): Promise<BuiltSnapshot> {
  const layer = getLayer(id);
  const builder = new TableBuilder(layer);
  const leftOut: { code: string; reason: string }[] = [];
  const visit = (row: LayerRow) => {
    const { code, name, positionErrorM, districtCode, source, observedOn } = row;
    const attributes = JSON.parse(row.attributes) as Record<string, AttributeValue>;
    try {
      const { id, geom: geometry } = row;
      builder.add({ id, code, name, geometry, attributes, positionErrorM, districtCode, source, observedOn });
    } catch (error) {
      // One feature that another tool wrote badly must not take its whole layer off the map.
      if (!(error instanceof RangeError)) throw error;
      leftOut.push({ code, reason: error.message });
    }
  };
  const { revision, changedAt } = await readLayerRows(connection, id, visit, asOf);
  const table = builder.finish(revision, zoneCenter);
  const bytes = encodeSnapshot(table, layer);
  const gzipped = gzipSync(bytes, { level: GZIP_LEVEL, memLevel: 9 });
  // A buffer of its own: gzipSync's may be a corner of a larger one, which could not be handed over.
  const packed = new Uint8Array(gzipped.length);
  packed.set(gzipped);
  return {
    layer: id,
    revision,
    changedAt,
    count: table.count,
    extent: table.extent,
    dataDate: table.dataDate,
    packed,
    unpackedBytes: bytes.length,
    leftOut,
  };
}
