import type { ZonePlane } from "../geodesy/zone-plane.ts";
import type { Outlines } from "../geometry/outlines.ts";

/**
 * One layer at one revision as columns: what every analysis, the map and the worker read. Immutable.
 *
 * Row `i` of every array is the same feature. Personal attributes are never here.
 */
export interface Snapshot {
  readonly layer: string;
  readonly revision: number;
  readonly count: number;
  /** The plane that `xy`, `boxes` and `outlines` are in: the zone's, or the layer's own when its data lies elsewhere. */
  readonly plane: ZonePlane;
  /** `[minLon, minLat, maxLon, maxLat]` in WGS84 degrees, `null` when the layer is empty. */
  readonly extent: readonly [number, number, number, number] | null;
  /** The latest `observedOn` of any feature, `YYYY-MM-DD`. */
  readonly dataDate: string | null;
  /** Display position of each feature, WGS84 degrees, `[lon0, lat0, lon1, …]`: the point, or a point on or in the outline. */
  readonly lonLat: Float64Array;
  /** The same in plane metres. */
  readonly xy: Float64Array;
  /** Extent of each feature in plane metres: `[minX, minY, maxX, maxY]` per row. */
  readonly boxes: Float64Array;
  /** `null` when every feature is a single point: then `xy` says it all. */
  readonly outlines: SnapshotOutlines | null;
  readonly ids: TextColumn;
  readonly codes: TextColumn;
  readonly names: TextColumn;
  /** Stated standard deviation of the position in metres; NaN where nobody stated one. */
  readonly positionErrorM: Float32Array;
  /** District code, source and observation day of each feature. */
  readonly district: CodeColumn;
  readonly source: CodeColumn;
  readonly observedOn: TimeColumn;
  /** One column per non-personal attribute of the layer, under the attribute's id. */
  readonly columns: Readonly<Record<string, Column>>;
}

/** Outlines in both coordinate systems over the same part structure. */
export interface SnapshotOutlines extends Outlines {
  /** `[lon0, lat0, …]`, parallel to `xy`. */
  readonly lonLat: Float64Array;
}

/** Codes as indices into `values`; 65535 = not known. */
export interface CodeColumn {
  readonly type: "code";
  readonly values: readonly string[];
  readonly indices: Uint16Array;
}

/** NaN = not known. */
export interface NumberColumn {
  readonly type: "number";
  readonly numbers: Float64Array;
}

/** Milliseconds since 1970-01-01T00:00 in local wall time (the ledger's clock, no zone); NaN = not known. */
export interface TimeColumn {
  readonly type: "time";
  readonly milliseconds: Float64Array;
}

/** 0 = no, 1 = yes, 2 = not known. */
export interface BooleanColumn {
  readonly type: "boolean";
  readonly states: Uint8Array;
}

/** Texts are decoded one at a time, on demand. `null` = not known. */
export interface TextColumn {
  readonly type: "text";
  get(row: number): string | null;
}

/** Structured values (substances), decoded on demand. `null` = not known. */
export interface ListColumn {
  readonly type: "list";
  get(row: number): readonly { readonly name: string; readonly cas?: string; readonly tonnes: number }[] | null;
}

export type Column = CodeColumn | NumberColumn | TimeColumn | BooleanColumn | TextColumn | ListColumn;

/** The index that stands for "not known" in a code column. */
export const UNKNOWN_CODE = 65535;

/** Which rows take part: 1 = in. `null` = all. */
export type Selection = Uint8Array | null;
