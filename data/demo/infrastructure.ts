import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import { type Context, draftOf } from "./context.ts";
import { demoCode, lineOf, pointAt, polygon } from "./draft.ts";
import { at, frameAt, type Point } from "./frame.ts";
import type { Occupancy } from "./occupancy.ts";
import { riverMiddle } from "./plan.ts";
import { createRandom, type Random } from "./random.ts";
import { centerOf, corners, grown, type Rectangle, rectangle } from "./rectangle.ts";
import { cutAt, isInside } from "./rings.ts";
import { smoothThrough } from "./routes.ts";
import * as plan from "./utility-plan.ts";
import { riverOutline, shoreOf } from "./water-bodies.ts";

/** Ground for substations and water works, claimed before anything else is built. */
export function claimUtilities(ground: Occupancy): Rectangle[] {
  return [...plan.SUBSTATIONS, ...plan.WATER_WORKS].map(({ at: [x, y], sideM }) => {
    for (let shift = 0; shift < 40; shift++)
      for (const [dx, dy] of [
        [0, 1],
        [1, 0],
        [0, -1],
        [-1, 0],
      ] as const) {
        const frame = frameAt([x + dx * shift * 30, y + dy * shift * 30], 2);
        const site = rectangle(frame, -sideM / 2, -sideM / 2, sideM / 2, sideM / 2);
        if (!ground.isFree(site, "works")) continue;
        ground.take(grown(site, 6));
        return site;
      }
    throw new RangeError(`no ground for the works at ${x}, ${y}`);
  });
}

/** Rivers, canals, ponds, parks, railway, power, gas and water. */
export function infrastructureFeatures(
  context: Context,
  utilities: readonly Rectangle[],
  ground: Occupancy,
): FeatureDraft[] {
  const random = createRandom(context.seed, "infrastructure");
  const drafts: FeatureDraft[] = [];
  const add = (
    kind: string,
    name: string,
    geometry: FeatureDraft["geometry"],
    where: Point,
    more: Record<string, AttributeValue> = {},
  ) =>
    drafts.push(
      draftOf(context, random, {
        code: demoCode("I", drafts.length + 1, 3),
        name,
        geometry,
        at: where,
        attributes: { kind, ...more },
        positionErrorM: kind === "river" || kind === "pond" ? 15 : 5,
      }),
    );
  add("river", "北原河（演示）", polygon(riverOutline(context.streets.river)), [0, riverMiddle(0)]);
  const cut = (line: readonly Point[]) => lineOf(cutAt(line, context.districts.outline)[0]!);
  for (const canal of plan.CANALS) add("canal", canal.name, cut(smoothThrough(canal.through, 120)), canal.through[1]!);
  for (const pond of plan.PONDS) add("pond", pond.name, polygon(shoreOf(pond, context.seed)), pond.at);
  context.built.places
    .filter((place) => place.kind === "park")
    .forEach((place, i) => {
      const name = ["人民公园", "河滨公园", "晨光公园", "站前绿地", "文化公园", "中心广场", "新区公园", "东湖公园"][
        i % 8
      ]!;
      add("park", `${name}（演示）`, polygon(corners(grown(place.ground, -4))), centerOf(place.ground));
    });
  const belts = shelterBelts(context, ground, random);
  belts.forEach((belt, i) => {
    add("park", `防护林带${i + 1}号`, polygon(corners(belt)), centerOf(belt));
  });
  add("railway", "北原铁路（演示）", lineOf(context.streets.railway), [0, -2400]);
  for (const [i, track] of yardTracks(context.streets.railway).entries())
    add("railway", `货场线${i + 1}道`, lineOf(track), track[0]!);
  for (const line of plan.POWER_LINES)
    add("power-line", `${line.voltageKv}kV${line.name}`, cut(line.through), line.through[1]!, {
      voltageKv: line.voltageKv,
    });
  plan.SUBSTATIONS.forEach((station, i) => {
    const site = utilities[i]!;
    add("substation", station.name, polygon(corners(site)), centerOf(site), { voltageKv: station.voltageKv });
  });
  for (const { name, through, pressureMPa, diameterMm } of plan.GAS_PIPELINES)
    add("gas-pipeline", name, cut(through), through[1]!, { pressureMPa, diameterMm });
  plan.WATER_WORKS.forEach((works, i) => {
    const site = utilities[plan.SUBSTATIONS.length + i]!;
    add("water-works", works.name, polygon(corners(site)), centerOf(site));
  });
  add("water-works", "北桥泵站", pointAt([150, riverMiddle(150) - 140]), [150, riverMiddle(150) - 140]);
  return drafts;
}

/** Sidings north of the main line, in the freight yard east of the station. */
function yardTracks(railway: readonly Point[]): Point[][] {
  return [14, 22, 30].map((offset, i) =>
    railway
      .filter(([x]) => x > 500 + i * 90 && x < 2100 - i * 90)
      .map(([x, y], k, all): Point => [x, y + (k === 0 || k === all.length - 1 ? 0 : offset)]),
  );
}

/** Poplar belts along the edges of the fields, broken by whatever stands in their way. */
function shelterBelts(context: Context, ground: Occupancy, random: Random): Rectangle[] {
  const belts: Rectangle[] = [];
  for (let x = -14200; x < 14200; x += 1250)
    for (let y = -11800; y < 11500; y += 780) {
      const frame = frameAt([x + random.between(-60, 60), y + random.between(-40, 40)], random.normal(0, 2));
      for (const belt of [
        rectangle(frame, 40, -12, 40 + random.between(500, 1050), 12),
        rectangle(frame, -12, 40, 12, 40 + random.between(300, 650)),
      ]) {
        const ends = [centerOf(belt), ...corners(belt)];
        const near = [[at(frame, 0, 0)], ends].flat();
        if (!random.chance(0.32) || near.some((point) => !isInside(point, context.districts.outline))) continue;
        if (insideGrids(belt) || !ground.isFree(belt, "works")) continue;
        ground.take(belt);
        belts.push(belt);
      }
    }
  return belts;
}

/** Fields end where the ring road and the parks begin. */
function insideGrids(belt: Rectangle): boolean {
  const [x, y] = centerOf(belt);
  return (
    (x > -5200 && x < 11200 && y > -4300 && y < 3800) ||
    (x > -2600 && x < 1700 && y > 5900 && y < 8400) ||
    (x > 8400 && x < 12900 && y < -6600 && y > -10100)
  );
}
