import type { Geometry } from "geojson";

/** One feature within the outermost ring, nearest first. */
export interface BufferFinding {
  readonly layer: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** Code of the layer's grade attribute, `null` when it has none or it is not known. */
  readonly grade: string | null;
  /** Outline to outline on the plane, metres; 0 when they touch or overlap. */
  readonly distanceM: number;
  /** The smallest ring that holds it. */
  readonly ringM: number;
  /** Display position, WGS84. */
  readonly position: readonly [number, number];
  /** Nearest point of the feature and of the origin, WGS84: the line along which the distance was measured. */
  readonly nearest: readonly [readonly [number, number], readonly [number, number]];
  /** Stated position error in metres; the ring is uncertain when it reaches across `ringM`. */
  readonly positionErrorM: number | null;
  /** Id of the origin feature it is nearest to, `null` for a drawn origin. */
  readonly origin: string | null;
}

export interface BufferLayerTotals {
  readonly layer: string;
  /** Features whose distance is at most the ring's radius (inner rings included). */
  readonly count: number;
  /** Of these, those outside the next smaller ring. */
  readonly bandCount: number;
  /** Of these, those whose stated position error reaches across the ring's edge, either way. */
  readonly uncertainCount: number;
  /** Sum per `totals` attribute over features where it is known. */
  readonly totals: Readonly<Record<string, number>>;
  /** Features without a value, per `totals` attribute that has any: the sum above is a lower bound. */
  readonly unknown: Readonly<Record<string, number>>;
  /** The worst grade's nearest feature; without a grade attribute, the nearest. `null` when count is 0. */
  readonly worst: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly grade: string | null;
    readonly distanceM: number;
  } | null;
}

export interface BufferRing {
  readonly radiusM: number;
  /** Area of the origin grown by the radius, outer edge filled, m² (within 0.1 %). */
  readonly areaM2: number;
  readonly geometry: Geometry;
  readonly layers: readonly BufferLayerTotals[];
}

export interface BufferGroup {
  /** `null` for the merged answer or a drawn origin. */
  readonly origin: { readonly id: string; readonly name: string } | null;
  readonly rings: readonly BufferRing[];
}

export interface BufferSummary {
  /** Merged rings over all origins. */
  readonly rings: readonly BufferRing[];
  /** One per origin feature when `mode` is `each`; empty when `merged`. */
  readonly groups: readonly BufferGroup[];
  /** How many features lie within the outermost ring, and how many of them `findings` lists. */
  readonly found: number;
  readonly listed: number;
}

/** `buffer` parameters as a caller writes them. Exactly one of `geometry` and `layer` + `ids`. */
export interface BufferParameters {
  readonly geometry?: Geometry;
  readonly layer?: string;
  readonly ids?: readonly string[];
  /** 1 to 8 radii, each in (0, 50 000] metres; sorted and made unique. Default [100, 300, 500, 1000]. */
  readonly radiiM?: readonly number[];
  /** Default: every layer of the role `ledger` plus `protection-targets`. */
  readonly layers?: readonly string[];
  /** CQL2 text per layer id. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly mode?: "merged" | "each";
  /** How many findings to list, 0 to 200 000; default 1 000. Counts are always complete. */
  readonly limit?: number;
}

export interface NearPair {
  readonly a: { readonly layer: string; readonly id: string; readonly code: string };
  readonly b: { readonly layer: string; readonly id: string; readonly code: string };
  readonly distanceM: number;
}

export interface NearPairsSummary {
  /** Pairs at `distanceM` or less, outline to outline, decided by the geodesic where the plane cannot. Each pair once. */
  readonly count: number;
  readonly listed: number;
  /** How many pairs were so close to the limit that the geodesic decided. */
  readonly decidedByGeodesic: number;
}

export interface NearPairsParameters {
  readonly layer: string;
  readonly otherLayer?: string;
  /** In (0, 50 000]. */
  readonly distanceM: number;
  readonly filter?: string;
  readonly otherFilter?: string;
  /** Default 1 000. */
  readonly limit?: number;
}

/** One step of the legend: densities in [min, max) of the unit, `max` null for the top band. */
export interface DensityBand {
  readonly min: number;
  readonly max: number | null;
  /** MultiPolygon, WGS84. Bands nest: each covers all places at or above `min`. */
  readonly geometry: Geometry;
  readonly areaKm2: number;
}

export interface DensitySummary {
  /** `per-km2-year` where features are events with a time, else `per-km2`. */
  readonly unit: "per-km2-year" | "per-km2";
  /** Length of the period in years of 365.25 days; `null` for `per-km2`. */
  readonly years: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly bandwidthM: number;
  readonly cellM: number;
  readonly max: number;
  /** Where the density is highest, WGS84: the centre of the densest cell. `null` when nothing contributes. */
  readonly peak: readonly [number, number] | null;
  /** Features that took part, their summed weight, and those left out because their time or weight is not known. */
  readonly count: number;
  readonly weight: number;
  /** Of `count`, those with a weight above 0: the picture stands on them alone. */
  readonly contributing: number;
  readonly undated: number;
  /** Left out because they lie after `today`. */
  readonly future: number;
  readonly unweighted: number;
}

export interface DensityParameters {
  readonly layer: string;
  /** 50 to 2 000 metres. */
  readonly bandwidthM: number;
  /** `count` (default), a `totals` attribute, or a weight scheme's id. */
  readonly weight?: string;
  /** `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm`, inclusive start, exclusive end. Default: the span of the data. */
  readonly from?: string;
  readonly to?: string;
  /** `YYYY-MM-DD`: events after it stretch no default period. */
  readonly today?: string;
  readonly filter?: string;
  /** Band edges in the unit of the answer, ascending; default: fixed edges that do not depend on the view. */
  readonly edges?: readonly number[];
}

export interface CoverageSummary {
  /** Area of the union with each circle as an inscribed polygon of `segments` sides, m²: what `geometry` shows and other systems compute. */
  readonly areaM2: number;
  readonly segments: number;
  /** The same with true circles: never less, and at 64 sides at most 0.16 % more. */
  readonly circleAreaM2: number;
  /** Connected pieces of the union. */
  readonly parts: number;
  readonly count: number;
  /** With `within`: its area, the covered share 0 to 1, and how many of its features lie outside. `null` otherwise. */
  readonly within: { readonly areaM2: number; readonly coveredAreaM2: number; readonly coveredShare: number } | null;
  /** With `targetLayer`: features farther than the radius from every disc centre, outline to point. `null` otherwise. */
  readonly outside: { readonly layer: string; readonly count: number; readonly of: number } | null;
  readonly geometry: Geometry;
}

export interface CoverageFinding {
  readonly layer: string;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly position: readonly [number, number];
  /** Distance to the nearest disc centre, metres; `null` when there is none at all. */
  readonly nearestM: number | null;
}

export interface CoverageParameters {
  readonly layer: string;
  /** In (0, 50 000]. */
  readonly radiusM: number;
  readonly filter?: string;
  /** Polygon or MultiPolygon in which the covered share is asked. */
  readonly within?: Geometry;
  /** Whose features outside the union are listed. */
  readonly targetLayer?: string;
  readonly targetFilter?: string;
  readonly limit?: number;
}
