import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { pointAt } from "#data/traffic/network/linear-reference.ts";
import { placeAccidents } from "#data/traffic/placing/place-accidents.ts";
import { DOUBTFUL, PLACED, PLACING_REASONS, UNPLACED } from "#data/traffic/placing/placed.ts";
import { STAKE_SLACK_M } from "#data/traffic/placing/placing-rule.ts";
import { makeSnapshot, type Row } from "../../../support/make-snapshot.ts";
import { accidentAt, type PlanePoint, roadsOf, section } from "../../../support/plane-roads.ts";

/** G1 runs east; S2 beside it 60 m north, then over it; 建国路, without stakes, meets G1 at K10+500. */
const roads = roadsOf(
  section(
    "G1",
    10_000,
    [
      [0, 0],
      [500, 0],
      [2000, 0],
    ],
    { name: "国道G1线" },
  ),
  section("S2", 0, [
    [0, 60],
    [1200, 60],
    [1300, -500],
  ]),
  section(
    null,
    null,
    [
      [500, 0],
      [500, -800],
    ],
    { name: "建国路" },
  ),
);
const network = routeNetworkOf(roads);

function place(rows: readonly Row[], toleranceM = 50) {
  const placed = placeAccidents(makeSnapshot("accidents", rows), network, toleranceM);
  return rows.map((_, row) => ({
    state: ["placed", "doubtful", "unplaced"][placed.state[row]!],
    reason: placed.reason[row] === 0 ? null : PLACING_REASONS[placed.reason[row]! - 1],
    route: network.routes[placed.route[row]!]?.id ?? null,
    stakeM: placed.stakeM[row]!,
    offsetM: placed.offsetM[row]!,
    score: placed.score[row]!,
    junction: placed.junction[row]!,
    junctionM: placed.junctionM[row]!,
  }));
}
const placeOne = (at: PlanePoint, attributes: Row["attributes"] = {}, over: Partial<Row> = {}, toleranceM = 50) =>
  place([accidentAt(at, attributes, over)], toleranceM)[0]!;

describe("an accident whose record names its road", () => {
  test("is placed there, though another road is nearer", () => {
    const placed = placeOne([300, 40], { roadCode: "Ｇ1", kilometre: 10, metre: 320 });
    expect(placed).toMatchObject({ state: "placed", reason: null, route: "G1" });
    expect(placed.stakeM).toBeCloseTo(10_300, 2);
    expect(placed.offsetM).toBeCloseTo(40, 3);
  });

  test("is placed under a bridge by what it says", () => {
    const under = placeOne([1210, 2], { roadCode: "G1" });
    const over = placeOne([1210, 2], { roadCode: "S2" });
    expect([under, over].map(({ state, route }) => [state, route])).toEqual([
      ["placed", "G1"],
      ["placed", "S2"],
    ]);
  });

  test("by name where the number is unknown, and by name alone", () => {
    for (const attributes of [
      { roadCode: "G9", roadName: "国道G1线" },
      { roadCode: null, roadName: "国道G1线" },
    ])
      expect(placeOne([300, 5], attributes)).toMatchObject({ state: "placed", route: "G1" });
  });

  test("on a road without stakes is placed by position, whatever stake it says", () => {
    const placed = placeOne([510, -300], { roadName: "建国路", kilometre: 44, metre: 0 });
    expect(placed).toMatchObject({ state: "placed", route: "建国路" });
    expect(placed.stakeM).toBeCloseTo(300, 2);
  });

  test("is doubtful where its stake is farther than the slack, and sure up to it", () => {
    const at = (metre: number) => placeOne([300, 5], { roadCode: "G1", kilometre: 10, metre });
    expect(at(300 + STAKE_SLACK_M - 1)).toMatchObject({ state: "placed" });
    expect(at(300 + STAKE_SLACK_M + 1)).toMatchObject({ state: "doubtful", reason: "stake-disagrees", route: "G1" });
  });

  test("is doubtful where its stake is beyond the road's end", () => {
    expect(placeOne([300, 5], { roadCode: "G1", kilometre: 37 })).toMatchObject({
      state: "doubtful",
      reason: "stake-beyond-end",
      route: "G1",
    });
  });

  test("is doubtful where its road is far, with the place of its stake as the best candidate", () => {
    const far = placeOne([300, 3000], { roadCode: "G1", kilometre: 11, metre: 500 });
    expect(far).toMatchObject({ state: "doubtful", reason: "stated-road-far", route: "G1", stakeM: 11_500 });
    expect(placeOne([300, 400], { roadCode: "G1" })).toMatchObject({ reason: "stated-road-far", route: "G1" });
    expect(placeOne([300, 30_000], { roadCode: "G1" })).toMatchObject({ state: "unplaced", reason: "stated-road-far" });
  });

  test("that the ledger does not have is doubtful on the nearest one, or unplaced", () => {
    expect(placeOne([300, 5], { roadCode: "X77" })).toMatchObject({ state: "doubtful", reason: "stated-road-unknown" });
    expect(placeOne([300, 900], { roadCode: "X77" })).toMatchObject({ state: "unplaced", reason: "no-road-near" });
  });
});

describe("an accident whose record names no road", () => {
  test("is placed on the only road near", () => {
    expect(placeOne([1700, -8])).toMatchObject({ state: "placed", route: "G1" });
  });

  test("is doubtful between two roads that fit about as well", () => {
    expect(placeOne([300, 31])).toMatchObject({ state: "doubtful", reason: "two-roads-fit" });
    expect(placeOne([1210, 5])).toMatchObject({ state: "doubtful", reason: "two-roads-fit" });
  });

  test("is one of the junction where the two roads meet", () => {
    const placed = placeOne([505, -6]);
    expect(placed).toMatchObject({ state: "placed", junction: 0 });
    expect(placed.junctionM).toBeLessThan(10);
  });

  test("is doubtful beyond the sure reach, and unplaced beyond the tolerance", () => {
    expect(placeOne([1700, -40])).toMatchObject({ state: "doubtful", reason: "only-near" });
    expect(placeOne([1700, -51])).toMatchObject({ state: "unplaced", reason: "no-road-near", route: null });
    expect(placeOne([1700, -51], {}, {}, 100)).toMatchObject({ state: "placed" });
  });

  test("reaches farther with the stated error of its position", () => {
    expect(placeOne([1700, -60], {}, { positionErrorM: 10 })).toMatchObject({ state: "doubtful", reason: "only-near" });
  });

  test("is told apart by its stake where only one road has it near", () => {
    expect(placeOne([300, 31], { kilometre: 10, metre: 300 })).toMatchObject({ state: "placed", route: "G1" });
  });
});

describe("what a person settled", () => {
  test("stands at the stake that he confirmed, however far the position", () => {
    const placed = placeOne([300, 5000], { roadCode: "S2", kilometre: 0, metre: 700, placing: "confirmed" });
    expect(placed).toMatchObject({ state: "placed", route: "S2", stakeM: 700, score: 1 });
  });

  test("also on a road whose stakes are measured here", () => {
    const placed = placeOne([300, 31], { roadName: "建国路", kilometre: 0, metre: 250, placing: "confirmed" });
    expect(placed).toMatchObject({ state: "placed", route: "建国路", stakeM: 250 });
  });

  test("cannot stand where there is no such stake", () => {
    const placed = placeOne([300, 5], { roadCode: "G1", kilometre: 99, placing: "confirmed" });
    expect(placed).toMatchObject({ state: "doubtful", reason: "stake-beyond-end" });
  });

  test("is on no road where he said so", () => {
    const placed = placeOne([300, 0], { roadCode: "G1", kilometre: 10, metre: 300, placing: "off-road" });
    expect(placed).toMatchObject({ state: "unplaced", reason: "off-road", route: null });
    expect(placed.stakeM).toBeNaN();
  });
});

test("on a loop the stakes agree across its beginning", () => {
  const ring = routeNetworkOf(
    roadsOf(
      section("环", 0, [
        [0, 0],
        [900, 0],
        [900, 900],
        [0, 900],
        [0, 0],
      ]),
    ),
  );
  const row = accidentAt([2, 20], { roadCode: "环", kilometre: 0, metre: 5 });
  const placed = placeAccidents(makeSnapshot("accidents", [row]), ring, 50);
  expect([placed.state[0], Math.round(placed.stakeM[0]!)]).toEqual([PLACED, 3580]);
});

test("a road that passes twice takes the accident where its stake is", () => {
  const hairpin = routeNetworkOf(
    roadsOf(
      section("S9", 0, [
        [0, 0],
        [1000, 0],
        [1000, 40],
        [0, 40],
      ]),
    ),
  );
  const row = accidentAt([500, 22], { roadCode: "S9", kilometre: 0, metre: 500 });
  const placed = placeAccidents(makeSnapshot("accidents", [row]), hairpin, 50);
  expect([placed.state[0], placed.stakeM[0]]).toEqual([PLACED, 500]);
});

test("accidents of a layer on another plane are placed by where they are on the earth", () => {
  const at = roads.plane.toLonLat(700, 5);
  const row: Row = { geometry: { type: "Point", coordinates: [...at] }, attributes: { roadCode: "G1" } };
  const accidents = makeSnapshot("accidents", [row], [121.9, 43.5]);
  const placed = placeAccidents(accidents, network, 50);
  expect(placed.state[0]).toBe(PLACED);
  expect(placed.stakeM[0]).toBeCloseTo(10_700, 2);
  expect(placed.offsetM[0]).toBeCloseTo(5, 3);
});

test("every accident is exactly one of placed, doubtful and unplaced, and lies where its road and stake are", () => {
  const anywhere = fc.tuple(fc.integer({ min: -300, max: 2300 }), fc.integer({ min: -900, max: 300 }));
  const said = fc.record({
    roadCode: fc.constantFrom(null, "G1", "S2", "X77"),
    roadName: fc.constantFrom(null, "建国路"),
    kilometre: fc.constantFrom(null, 0, 10, 11, 500),
    metre: fc.option(fc.integer({ min: 0, max: 999 })),
    placing: fc.constantFrom(null, null, "confirmed", "off-road"),
  });
  const records = fc.array(fc.tuple(anywhere, said), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(records, fc.integer({ min: 5, max: 300 }), (list, toleranceM) => {
      const accidents = makeSnapshot(
        "accidents",
        list.map(([at, attributes]) => accidentAt(at, attributes)),
      );
      const { state, reason, route, stakeM, offsetM } = placeAccidents(accidents, network, toleranceM);
      for (let row = 0; row < accidents.count; row++) {
        expect([PLACED, DOUBTFUL, UNPLACED]).toContain(state[row]);
        expect(reason[row] === 0).toBe(state[row] === PLACED);
        expect(route[row]! >= 0).toBe(state[row] !== UNPLACED);
        if (state[row] === UNPLACED) continue;
        const xy = pointAt(network, route[row]!, stakeM[row]!)!;
        const [x, y] = accidents.xy.subarray(row * 2) as unknown as [number, number];
        expect(Math.hypot(xy[0] - x, xy[1] - y)).toBeCloseTo(offsetM[row]!, 2);
      }
    }),
  );
});

test("no accidents and no roads are no crash, a tolerance of nothing is refused", () => {
  const none = makeSnapshot("accidents", []);
  expect(placeAccidents(none, network, 50).state).toHaveLength(0);
  const alone = makeSnapshot("accidents", [accidentAt([0, 0], { roadCode: "G1" })]);
  expect([...placeAccidents(alone, routeNetworkOf(roadsOf()), 50).state]).toEqual([UNPLACED]);
  expect(() => placeAccidents(alone, network, 0)).toThrow(RangeError);
});
