import { density } from "#data/analyses/density.ts";
import { createRandom } from "#data/demo/random.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { draftsAt, inputsOf, openedSnapshot, pointsAlongStreets, runOn } from "../support/bench-data.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";

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
  const inputs = inputsOf(openedSnapshot("accidents", drafts));
  const ask = () => runOn(density, { layer: "accidents", bandwidthM: BANDWIDTH_M }, inputs);
  const { findings, summary } = ask();
  if (summary.count !== EVENTS) throw new Error(`density takes ${summary.count} events`);
  return [
    {
      what: `density: ${EVENTS.toLocaleString("en")} events, bandwidth ${BANDWIDTH_M} m, cells of ${Math.round(summary.cellM)} m, ${findings.length} bands`,
      ours: await medianMs(7, ask, 2),
      unit: "ms",
    },
  ];
}

const two = (value: number): string => String(value).padStart(2, "0");
