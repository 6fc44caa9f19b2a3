import type { AttributeValue, FeatureDraft } from "../layers/feature.ts";
import { type Context, draftOf } from "./context.ts";
import { daysBefore } from "./dates.ts";
import { demoCode, pointAt } from "./draft.ts";
import { roundTo } from "./frame.ts";
import { personName, phoneNumber } from "./names.ts";
import { createRandom, type Random } from "./random.ts";
import { cornerOf, craneSpots, hydrantSpots, intakeOf, intakeSpots, type WaterSpot } from "./water-spots.ts";

const WATER_SOURCES = 900;
const CRANES = 48;
const POOLS = 46;

/** Hydrants along the streets of the core, sparser outside; cranes on main roads; pools in works; intakes on river and ponds. */
export function waterSources(context: Context): FeatureDraft[] {
  const random = createRandom(context.seed, "water-sources");
  const drafts: FeatureDraft[] = [];
  const add = (kind: string, name: string, spot: WaterSpot, attributes: Record<string, AttributeValue>) => {
    const state = random.weighted([
      ["ok", 925],
      ["broken", 28],
      ["buried", 18],
      ["frozen", 12],
      ["out-of-service", 17],
    ]);
    // Most were serviced in the two campaigns of the year; one in eleven is overdue.
    const servicedDaysAgo = random.chance(0.09) ? random.integer(370, 900) : random.integer(15, 350);
    drafts.push(
      draftOf(context, random, {
        code: demoCode("W", drafts.length + 1),
        name,
        geometry: pointAt(spot.point),
        at: spot.point,
        attributes: {
          kind,
          state,
          truckAccess: state !== "buried",
          winterUsable: state !== "frozen",
          servicedOn: daysBefore(context.today, servicedDaysAgo),
          nextServiceOn: daysBefore(context.today, servicedDaysAgo - 365),
          roadName: spot.roadName,
          address: `${context.districts.find(spot.point)?.name ?? ""}${spot.roadName ?? ""}`,
          ownerUnit: "北原供水公司（演示）",
          fault:
            { broken: "阀杆断裂", buried: "被停车位圈占", frozen: "栓体冻结", "out-of-service": "管网改造停水" }[
              state
            ] ?? null,
          caretaker: personName(random),
          phone: phoneNumber(random),
          ...attributes,
        },
      }),
    );
  };

  const cranes = craneSpots(context, CRANES);
  const intakes = intakeSpots(context);
  const pools = random
    .shuffled(context.built.places.filter((place) => place.kind === "factory" || place.kind === "plant"))
    .map((place) => intakeOf(context, place))
    .filter((point) => point !== null)
    .slice(0, POOLS);
  const villages = context.streets.settlements.filter((each) => each.kind === "village" || each.kind === "town");
  const others = cranes.length + intakes.length + pools.length + villages.length;
  const hydrants = hydrantSpots(context, WATER_SOURCES - others, random);
  hydrants.forEach((spot, i) => {
    add(
      random.chance(0.78) ? "hydrant-above" : "hydrant-below",
      `${spot.roadName ?? ""}${i + 1}号消火栓`,
      spot,
      pressed(random, [100, 150, 200, 300], 0.75),
    );
  });
  cranes.forEach((spot, i) => {
    add("water-crane", `${spot.roadName}${i + 1}号消防水鹤`, spot, {
      ...pressed(random, [200, 300], 0.9),
      flowLps: roundTo(random.between(30, 46), 1),
    });
  });
  pools.forEach((point, i) => {
    add("pool-intake", `企业消防水池取水口${i + 1}`, { point, roadName: null }, pond(random, 30));
  });
  intakes.forEach((spot, i) => {
    add(i % 5 === 4 ? "wharf" : "natural-intake", `天然水源取水口${i + 1}`, spot, {
      suctionHeightM: roundTo(random.between(1.5, 6.8), 1),
      winterUsable: random.chance(0.3),
    });
  });
  for (const village of villages) {
    const spot = { point: cornerOf(context, village), roadName: `${village.name}路` };
    if (random.chance(0.6)) add("hydrant-above", `${village.name}消火栓`, spot, pressed(random, [80, 100], 0.1));
    else add("pool-intake", `${village.name}消防水池取水口`, spot, pond(random, 6));
  }
  return drafts;
}

/** Volume and suction lift of a pool; some lie deeper than the six metres that a pump can lift. */
const pond = (random: Random, largest: number): Record<string, AttributeValue> => ({
  volumeM3: random.integer(2, largest) * 50,
  suctionHeightM: roundTo(random.between(2, 6.4), 1),
});

/** Pressure and flow of a hydrant on a main: a wide pipe in a ring gives more. */
function pressed(random: Random, pipes: readonly number[], ringShare: number): Record<string, AttributeValue> {
  const pipeMm = random.pick(pipes);
  const isRing = random.chance(ringShare);
  const pressureMPa = roundTo(Math.max(0.06, random.normal(isRing ? 0.24 : 0.17, 0.05)), 2);
  const flowLps = roundTo(Math.min(40, 9 + pipeMm / 20 + random.between(-2, 3)) * (isRing ? 1 : 0.75), 1);
  return { pipeMm, main: isRing ? "ring" : "branch", pressureMPa, flowLps };
}
