import type { MultiPolygon } from "geojson";
import { density } from "#data/analyses/density.ts";
import type { DensityBand } from "#data/analyses/results.ts";
import { createRandom } from "#data/demo/random.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { draftsAt, inputsOf, openedSnapshot, pointsAlongStreets, runOn } from "../support/bench-data.ts";
import { type BenchRow, medianMs, medianOf } from "../support/bench-row.ts";

const EVENTS = 100_000;
const BANDWIDTH_M = 300;

/**
 * The heat of three years of accidents, bands and all. No peer: PostGIS has no kernel density, and a heatmap drawn by a graphics card
 * in pixels answers another question.
 */
export async function rows(): Promise<BenchRow[]> {
  const random = createRandom(1, "density");
  const drafts = draftsAt(pointsAlongStreets(EVENTS, "accidents", 25)).map((draft): FeatureDraft => {
    const day = `2024-${two(random.integer(1, 12))}-${two(random.integer(1, 28))}`;
    return {
      ...draft,
      attributes: { happenedAt: `${day}T${two(random.integer(0, 23))}:${two(random.integer(0, 59))}` },
    };
  });
  const snapshot = openedSnapshot("accidents", drafts);
  const inputs = inputsOf(snapshot);
  const ask = () => runOn(density, { layer: "accidents", bandwidthM: BANDWIDTH_M }, inputs);
  const { findings, summary } = ask();
  if (summary.count !== EVENTS) throw new Error(`density takes ${summary.count} events`);
  const band = findings[findings.length >> 1]!;
  const off = Math.abs(medianOf(densitiesAlong(band, snapshot, summary.years!)) / band.min - 1);
  if (!(off < 0.02)) throw new Error(`density: along the edge of ${band.min} the kernel is ${off * 100} % off`);
  return [
    {
      what: `density: ${EVENTS.toLocaleString("en")} events, bandwidth ${BANDWIDTH_M} m, cells of ${Math.round(summary.cellM)} m, ${findings.length} bands`,
      ours: await medianMs(7, ask, 2),
      unit: "ms",
    },
  ];
}

/** The kernel summed event by event, per km² and year, at some vertices of a band's edge: there it must be the band's bound. */
function densitiesAlong({ geometry }: DensityBand, { xy, plane }: Snapshot, years: number): number[] {
  const edge = (geometry as MultiPolygon).coordinates.flatMap(([outer]) => outer!);
  const step = Math.ceil(edge.length / 200);
  const sampled = edge.filter((_, i) => i % step === 0);
  return sampled.map(([lon = 0, lat = 0]) => {
    const [x, y] = plane.toPlane(lon, lat);
    let sum = 0;
    for (let i = 0; i < xy.length; i += 2) {
      const share2 = ((xy[i]! - x) ** 2 + (xy[i + 1]! - y) ** 2) / BANDWIDTH_M ** 2;
      if (share2 < 1) sum += (1 - share2) ** 2;
    }
    return ((sum * 3) / (Math.PI * BANDWIDTH_M ** 2)) * (1e6 / years);
  });
}

const two = (value: number): string => String(value).padStart(2, "0");
