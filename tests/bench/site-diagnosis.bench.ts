import { carrierRisk } from "#data/analyses/carrier-risk.ts";
import { siteDiagnosis } from "#data/analyses/site-diagnosis.ts";
import { generateZone } from "#data/demo/index.ts";
import { inputsOf, openedSnapshot, runOn } from "../support/bench-data.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";

/** The planted black spots of the demonstration zone, one after another as a page opens them, and its carriers. */
export async function rows(): Promise<BenchRow[]> {
  const zone = generateZone();
  const inputs = inputsOf(...Object.entries(zone.layers).map(([layer, drafts]) => openedSnapshot(layer, drafts)));
  const spots = zone.plantedBlackSpots;
  let next = 0;
  const ask = () => {
    const { roadCode, roadName, fromStakeM: fromM, toStakeM: toM } = spots[next++ % spots.length]!;
    return runOn(siteDiagnosis, { site: { kind: "segment", route: roadCode ?? roadName, fromM, toM } }, inputs).summary;
  };
  ask();
  const site = await medianMs(spots.length, ask, 1);
  const crashes = inputs.snapshot("accidents").count;
  const carriers = runOn(carrierRisk, {}, inputs).summary;
  return [
    { what: `site-diagnosis: a site among ${crashes} accidents`, ours: site, unit: "ms", target: { below: 50 } },
    {
      what: `carrier-risk: ${carriers.carriers} carriers, ${inputs.snapshot("violations").count} violations`,
      ours: await medianMs(9, () => runOn(carrierRisk, {}, inputs), 1),
      unit: "ms",
      target: { below: 300 },
    },
  ];
}
