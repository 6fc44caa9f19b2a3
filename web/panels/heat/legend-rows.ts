import type { DensityBand } from "#data/analyses/results.ts";

/** One line of the legend. */
export interface LegendRow {
  /** Counted from the sparsest band: what `heatColor` and `heatStrength` go by. */
  readonly index: number;
  readonly min: number;
  readonly max: number | null;
  /** Area of this band alone. */
  readonly areaKm2: number;
}

/** Densest first, each band without the denser ones that it encloses. */
export const legendRows = (bands: readonly DensityBand[]): readonly LegendRow[] =>
  bands
    .map(({ min, max, areaKm2 }, index) => ({
      index,
      min,
      max,
      areaKm2: areaKm2 - (bands[index + 1]?.areaKm2 ?? 0),
    }))
    .reverse();

/** Below this many records a picture shows single records, not where they concentrate. */
export const FEW_RECORDS = 20;

/** Three significant digits: a density is never known better. */
export const threeDigits = (value: number): number => Number(value.toPrecision(3));
