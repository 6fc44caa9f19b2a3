import { crashClusters } from "#data/analyses/crash-clusters.ts";
import { networkDensity } from "#data/analyses/network-density.ts";
import { siteRanking } from "#data/analyses/site-ranking.ts";
import { inputsOf, openedSnapshot, runOn } from "../support/bench-data.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";
import { SCENE_KM, sceneAccidents, sceneRoads } from "../support/crash-scene.ts";

const TESTED = 10_000;
const DRAWN = 100_000;

/** Screening by statistics on a network of 5,000 km, one worker: the cluster test, the density that is drawn, and the ranking. */
export async function rows(): Promise<BenchRow[]> {
  const roads = openedSnapshot("roads", sceneRoads());
  const few = inputsOf(roads, openedSnapshot("accidents", sceneAccidents(TESTED)));
  const many = inputsOf(roads, openedSnapshot("accidents", sceneAccidents(DRAWN)));
  const test = () => runOn(crashClusters, { limit: 2_000 }, few).summary;
  const draw = () => runOn(networkDensity, {}, many).summary;
  const rank = () => runOn(siteRanking, { rankBy: "excess" }, many).summary;
  const tested = test();
  return [
    {
      what: `crash-clusters: ${figure(TESTED)} accidents on ${figure(SCENE_KM)} km × ${tested.simulations} simulations, ${tested.sectionsTested} sections, ${tested.found} clusters`,
      ours: await medianMs(5, test, 0),
      unit: "ms",
      target: { below: 3_000 },
    },
    {
      what: `network-density: ${figure(DRAWN)} accidents on ${figure(SCENE_KM)} km, ${figure(draw().listed)} stretches to draw`,
      ours: await medianMs(5, draw, 0),
      unit: "ms",
      target: { below: 1_000 },
    },
    {
      what: `site-ranking: ${figure(DRAWN)} accidents over ${figure(rank().sites)} pieces and junctions by expected excess`,
      ours: await medianMs(5, rank, 0),
      unit: "ms",
      target: { below: 1_000 },
    },
  ];
}

const figure = (value: number): string => value.toLocaleString("en");
