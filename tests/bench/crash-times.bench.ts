import { beforeAfter } from "#data/analyses/before-after.ts";
import { crashTimes } from "#data/analyses/crash-times.ts";
import { enforcementHours } from "#data/analyses/enforcement-hours.ts";
import { weatherSegments } from "#data/analyses/weather-segments.ts";
import { createRandom } from "#data/demo/random.ts";
import { inputsOf, openedSnapshot, runOn } from "../support/bench-data.ts";
import { type BenchRow, medianMs } from "../support/bench-row.ts";
import { SCENE_KM, sceneAccidents, sceneRoads } from "../support/crash-scene.ts";

const ACCIDENTS = 100_000;

/** When crashes happen and whether works helped, on a network of 5,000 km, one worker; accidents are on their roads already. */
export async function rows(): Promise<BenchRow[]> {
  const random = createRandom(20261126, "weather-scene");
  const drafts = sceneAccidents(ACCIDENTS).map((draft) => {
    const weather = random.weighted([
      ["clear", 75],
      ["rain", 10],
      ["snow", 10],
      ["fog", 5],
    ] as const);
    return { ...draft, attributes: { ...draft.attributes, weather } };
  });
  const inputs = inputsOf(openedSnapshot("roads", sceneRoads()), openedSnapshot("accidents", drafts));
  const site = { kind: "segment" as const, route: "S150", fromM: 20_000, toM: 20_500 };
  const works = { treatedFrom: "2025-03-01", treatedTo: "2025-04-01" };
  const measured = async (what: string, below: number, work: () => unknown): Promise<BenchRow> => ({
    what,
    ours: await medianMs(7, work, 2),
    unit: "ms",
    target: { below },
  });
  const accidents = ACCIDENTS.toLocaleString("en");
  const on = `${accidents} accidents on ${SCENE_KM.toLocaleString("en")} km`;
  return [
    await measured(`crash-times: ${accidents} accidents, after the first run`, 50, () => runOn(crashTimes, {}, inputs)),
    await measured(`crash-times of one site among them`, 50, () => runOn(crashTimes, { site }, inputs)),
    await measured(`weather-segments: ${on}`, 1_000, () => runOn(weatherSegments, {}, inputs)),
    await measured(`enforcement-hours: ${on}, the 20 densest stretches`, 1_000, () =>
      runOn(enforcementHours, {}, inputs),
    ),
    await measured(`before-after of one site: ${on}`, 1_000, () => runOn(beforeAfter, { site, ...works }, inputs)),
  ];
}
