import type { Geometry } from "geojson";
import { z } from "zod";
import type { ZonePlane } from "../geodesy/zone-plane.ts";
import { type DensityGrid, kernelDensity } from "../geometry/density.ts";
import { groupRings } from "../geometry/group-rings.ts";
import { isoRings } from "../geometry/isolines.ts";
import { areaM2 } from "../geometry/measure.ts";
import { polygonToGeoJson } from "../geometry/to-geojson.ts";
import type { LayerDefinition } from "../layers/define.ts";
import { combine } from "../snapshot/select.ts";
import type { Selection, Snapshot } from "../snapshot/snapshot.ts";
import { DaySchema } from "../traffic/crash-parameters.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";
import { DENSITY_EDGES } from "./density-edges.ts";
import { periodOf } from "./density-period.ts";
import { weigher } from "./density-weights.ts";
import { FilterSchema, LayerIdSchema, LocalTimeSchema } from "./parameters.ts";
import type { DensityBand, DensitySummary } from "./results.ts";
import { selectByText } from "./rows.ts";

const Parameters = z.strictObject({
  layer: LayerIdSchema,
  bandwidthM: z.number().min(50).max(2000).describe("Radius of the kernel in metres, 50 to 2000"),
  weight: z.string().max(64).optional().describe("count, a totals attribute, or the id of a weight scheme"),
  from: LocalTimeSchema.optional(),
  to: LocalTimeSchema.optional(),
  today: DaySchema.optional().describe("Without `to`, the period ends with the last event that is not after this day"),
  filter: FilterSchema.optional(),
  edges: z.array(z.number().gt(0)).min(1).max(24).optional(),
});

/**
 * Where features concentrate: a quartic kernel in metres, as nested bands in events per km² and year (per km² where features are no
 * events).
 *
 * @see B. W. Silverman, Density Estimation (1986), 4.2.1
 */
export const density = defineAnalysis<typeof Parameters, DensityBand, DensitySummary>({
  name: "density",
  title: { zh: "核密度热力", en: "Density" },
  description: {
    zh: "以米为带宽的核密度，单位为每平方公里每年（无时间的图层为每平方公里），同一地点在任何缩放级别数值相同。",
    en: "Kernel density with a bandwidth in metres, per km² and year (per km² for features without a time).",
  },
  parameters: Parameters,
  layers: ({ layer }) => [layer],
  run({ layer: id, bandwidthM, weight = "count", from, to, filter, today, edges = DENSITY_EDGES }, inputs) {
    const layer = inputs.layer(id);
    const snapshot = inputs.snapshot(id);
    if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1]!)) {
      throw new AnalysisRefusal("edges", "the edges do not rise", "numbers above 0, each larger than the one before");
    }
    const filtered = selectByText(filter, snapshot, layer, "filter");
    const period = periodOf(snapshot, layer, filtered, {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(today !== undefined && { today }),
    });
    const events = pickEvents(snapshot, layer, combine(filtered, period.rows), weight);
    const grid = kernelDensity(events.xy, events.weights, bandwidthM);
    if (grid === "too-large") {
      throw new AnalysisRefusal(
        "bandwidthM",
        "the layer is too wide for so narrow a kernel",
        "a larger bandwidth or a filter",
      );
    }
    const perUnit = 1e6 / (period.years ?? 1);
    const densest = grid && densestCell(grid);
    const max = densest ? densest.value * perUnit : 0;
    return {
      findings: grid ? bandsOf(grid, edges, perUnit, max, snapshot.plane) : [],
      summary: {
        unit: period.years === null ? "per-km2" : "per-km2-year",
        years: period.years,
        from: period.from,
        to: period.to,
        bandwidthM,
        cellM: grid?.cellM ?? bandwidthM / 8,
        max,
        peak: densest && snapshot.plane.toLonLat(densest.x, densest.y),
        count: events.weights.length,
        weight: events.weights.reduce((sum, each) => sum + each, 0),
        contributing: events.weights.reduce((count, each) => (each > 0 ? count + 1 : count), 0),
        undated: period.undated,
        future: period.future,
        unweighted: events.unweighted,
      },
    };
  },
});

interface Events {
  readonly xy: Float64Array;
  readonly weights: Float64Array;
  /** Features left out because their weight is not known. */
  readonly unweighted: number;
}

function pickEvents(snapshot: Snapshot, layer: LayerDefinition, selection: Selection, weight: string): Events {
  const weigh = weigher(snapshot, layer, weight);
  const xy = new Float64Array(snapshot.count * 2);
  const weights = new Float64Array(snapshot.count);
  let count = 0;
  let unweighted = 0;
  for (let row = 0; row < snapshot.count; row++) {
    if (selection && selection[row] !== 1) continue;
    const known = weigh(row);
    if (Number.isNaN(known)) {
      unweighted++;
      continue;
    }
    xy[count * 2] = snapshot.xy[row * 2]!;
    xy[count * 2 + 1] = snapshot.xy[row * 2 + 1]!;
    weights[count++] = known;
  }
  return { xy: xy.subarray(0, count * 2), weights: weights.subarray(0, count), unweighted };
}

/** `null` where every weight is 0. */
function densestCell({ values, width, originX, originY, cellM }: DensityGrid) {
  let densest = 0;
  for (let cell = 1; cell < values.length; cell++) if (values[cell]! > values[densest]!) densest = cell;
  const value = values[densest]!;
  if (value === 0) return null;
  const [column, row] = [densest % width, Math.floor(densest / width)];
  return { value, x: originX + (column + 0.5) * cellM, y: originY + (row + 0.5) * cellM };
}

function bandsOf(
  grid: DensityGrid,
  edges: readonly number[],
  perUnit: number,
  max: number,
  plane: ZonePlane,
): DensityBand[] {
  const reached = edges.filter((edge) => edge <= max);
  return reached.map((min, i) => {
    const rings = groupRings(isoRings(grid, min / perUnit));
    return {
      min,
      max: reached[i + 1] ?? null,
      geometry: asMulti(polygonToGeoJson(rings, plane)),
      areaKm2: areaM2({ kind: 2, parts: rings }) / 1e6,
    };
  });
}

const asMulti = (geometry: Geometry): Geometry =>
  geometry.type === "Polygon" ? { type: "MultiPolygon", coordinates: [geometry.coordinates] } : geometry;
