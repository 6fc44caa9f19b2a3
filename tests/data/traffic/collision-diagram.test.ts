import fc from "fast-check";
import { expect, test } from "vitest";
import type { CollisionDiagram, DiagramGroup } from "#data/traffic/diagnosis/collision-diagram.ts";
import { collisionDiagramSvg } from "#data/traffic/diagnosis/collision-diagram-svg.ts";
import type { DrawnCrash } from "#data/traffic/diagnosis/group-crashes.ts";
import { collisionDiagram, type DiagramRoads } from "#data/traffic/diagnosis/lay-out-diagram.ts";
import { textWidth, wrapText } from "#data/traffic/diagnosis/svg-text.ts";
import { parseParties } from "#data/traffic/parties.ts";
import { COMPASS, MANOEUVRES, PARTY_KINDS } from "#data/traffic/party-words.ts";
import "../../support/property-seed.ts";

const WORDS = {
  notRecorded: "行驶方向未记录",
  unknown: "未知",
  north: "北",
  day: "白天",
  dusk: "黎明黄昏",
  night: "夜",
  motor: "机动车",
  nonMotor: "非机动车",
  pedestrian: "行人",
  standing: "静止车辆",
};

const crash = (
  id: string,
  form: string | null,
  movements: string | null,
  rest: Partial<DrawnCrash> = {},
): DrawnCrash => ({
  id,
  code: id,
  happenedAt: "2026-03-01T21:00",
  severity: "injury",
  light: "night",
  form,
  parties: parseParties(movements),
  vehicles: null,
  pedestrians: null,
  nonMotor: null,
  stakeM: 250,
  bearingDeg: 10,
  ...rest,
});

const WEST_TO_EAST: DiagramRoads = { kind: "segment", label: "G111", fromM: 0, toM: 500, bearingDeg: 90 };
const CROSS: DiagramRoads = {
  kind: "junction",
  legs: [0, 90, 180, 270].map((bearingDeg) => ({ label: "", bearingDeg })),
};
const all = ({ groups, unrecorded }: CollisionDiagram): DiagramGroup[] => [...groups, ...unrecorded];
const idsOf = (group: DiagramGroup) => group.crashes.map(({ id }) => id);

test("puts together what has one form and the same courses, in whatever order the parties are named", () => {
  const diagram = collisionDiagram(WEST_TO_EAST, [
    crash("a", "angle", "car straight E-W; truck left S-W", { happenedAt: "2026-05-01T10:00" }),
    crash("b", "angle", "truck left S-W; bus straight E-W", { happenedAt: "2026-04-01T10:00" }),
    crash("c", "angle", "car straight W-E; truck left S-W"),
    crash("d", "rear-end", "car straight E-W; truck left S-W"),
  ]);
  expect(diagram.groups.map(idsOf)).toEqual([["b", "a"], ["c"], ["d"]]);
  expect(diagram.groups[0]!.parties.map(({ kinds }) => kinds)).toEqual([
    [{ kind: "truck", crashes: 2 }],
    [
      { kind: "bus", crashes: 1 },
      { kind: "car", crashes: 1 },
    ],
  ]);
});

test("a crash without movements is never given any: it stands apart with what its record counts", () => {
  const diagram = collisionDiagram(WEST_TO_EAST, [
    crash("a", "pedestrian", null, { vehicles: 1, pedestrians: 1, nonMotor: 0 }),
    crash("b", "pedestrian", "car straight E-W; pedestrian crossing S-N"),
  ]);
  expect(diagram.groups.map(idsOf)).toEqual([["b"]]);
  expect(diagram.unrecorded).toMatchObject([
    { parties: [], involved: { vehicles: 1, pedestrians: 1, nonMotor: 0 }, crashes: [{ id: "a" }] },
  ]);
  expect(diagram.unrecorded[0]!.at[1]).toBeGreaterThan(diagram.groups[0]!.at[1]);
});

test("arrows run along the recorded courses: with stakes to the east, one from the east points left", () => {
  const [group] = collisionDiagram(WEST_TO_EAST, [crash("a", "angle", "car straight E-W; e-bike crossing S-N")]).groups;
  const [car, bike] = [...group!.parties].sort((a, b) => a.shape.localeCompare(b.shape));
  const course = (path: CollisionDiagram["legs"][number]["path"]) => {
    const [[x1, y1], [x2, y2]] = [path[0]!, path.at(-1)!];
    return [Math.sign(Math.round((x2 - x1) * 1e6)), Math.sign(Math.round((y2 - y1) * 1e6))];
  };
  expect([car!.shape, course(car!.path)]).toEqual(["motor", [-1, 0]]);
  expect([bike!.shape, course(bike!.path)]).toEqual(["non-motor", [0, -1]]);
});

test("a stretch that runs south turns the drawing: what comes from the north comes from the left", () => {
  const [group] = collisionDiagram({ ...WEST_TO_EAST, bearingDeg: 180 }, [crash("a", null, "car straight N-S")]).groups;
  const [start, end] = group!.parties[0]!.path;
  expect(start![0]).toBeLessThan(end![0]);
  expect(start![1]).toBeCloseTo(end![1], 9);
});

test("a standing vehicle is drawn ahead of the one that struck it, and half a course is marked as half", () => {
  const { groups } = collisionDiagram(CROSS, [
    crash("a", "parked", "truck parked S-N; car straight S-N"),
    crash("b", "other", "car straight S-?"),
  ]);
  const [moving, standing] = groups.find((group) => group.form === "parked")!.parties;
  expect([moving!.isStanding, standing!.isStanding]).toEqual([false, true]);
  expect(standing!.at[1]).toBeLessThan(moving!.at[1]);
  expect(groups.find((group) => group.form === "other")!.parties[0]!.isHalfKnown).toBe(true);
});

test("glyphs of a stretch point to the mean stake of their crashes", () => {
  const movements = "car straight E-W";
  const diagram = collisionDiagram(WEST_TO_EAST, [
    crash("a", "run-off", movements, { stakeM: 100 }),
    crash("b", "run-off", movements, { stakeM: 200 }),
  ]);
  const [[from], [to]] = [diagram.legs[0]!.path[0]!, diagram.legs[0]!.path[1]!] as const;
  const along = (diagram.groups[0]!.anchor![0] - (from + 0.5)) / (to - from - 1);
  expect(along * 500).toBeCloseTo(150, 6);
});

test("at a junction a glyph stands beside the leg on which its first vehicle came", () => {
  const { groups, legs } = collisionDiagram(CROSS, [crash("a", "angle", "car straight E-W; pedestrian crossing S-N")]);
  const middle = legs[0]!.path[0]!;
  expect(groups[0]!.at[0] - middle[0]).toBeGreaterThanOrEqual(Math.abs(groups[0]!.at[1] - middle[1]));
});

const anyOf = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null });
const anyParty = fc.record({
  kind: anyOf(PARTY_KINDS.map(({ code }) => code)),
  manoeuvre: anyOf(MANOEUVRES.map(({ code }) => code)),
  from: anyOf(COMPASS),
  to: anyOf(COMPASS),
});
const anyCrashes = fc
  .array(
    fc.record({
      form: anyOf(["angle", "rear-end", "sideswipe", "pedestrian"]),
      parties: fc.array(anyParty, { maxLength: 4 }),
      stakeM: fc.option(fc.integer({ min: -50, max: 600 }), { nil: null }),
      bearingDeg: fc.option(fc.integer({ min: 0, max: 359 }), { nil: null }),
      vehicles: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    }),
    { maxLength: 60 },
  )
  .map((list) => list.map((each, i) => crash(`c${i}`, each.form, null, each)));
const anyRoads = fc.oneof(
  fc.constant(WEST_TO_EAST),
  fc.record({
    kind: fc.constantFrom("junction" as const, "circle" as const),
    legs: fc
      .array(fc.integer({ min: 0, max: 359 }), { maxLength: 9 })
      .map((bearings) => bearings.map((bearingDeg) => ({ label: `${bearingDeg}`, bearingDeg }))),
  }),
);

test("draws every crash exactly once, inside the drawing, and no glyph over another", () => {
  fc.assert(
    fc.property(anyRoads, anyCrashes, (roads, crashes) => {
      const diagram = collisionDiagram(roads, crashes);
      const groups = all(diagram);
      expect(groups.flatMap(idsOf).sort()).toEqual(crashes.map(({ id }) => id).sort());
      expect(groups.map(({ number }) => number)).toEqual(groups.map((_, i) => i + 1));
      for (const { at } of groups) {
        expect(at[0]).toBeGreaterThan(1);
        expect(at[1]).toBeGreaterThan(1);
        expect(at[0]).toBeLessThan(diagram.width - 1);
        expect(at[1]).toBeLessThan(diagram.height - 1);
      }
      for (const [i, a] of groups.entries())
        for (const b of groups.slice(i + 1))
          expect(Math.max(Math.abs(a.at[0] - b.at[0]), Math.abs(a.at[1] - b.at[1]))).toBeGreaterThan(2.6);
      for (const { parties } of groups)
        for (const point of parties.flatMap(({ path, at }) => [...path, at]))
          expect(point.every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test("as SVG it names every group and every crash, escapes what was typed, and has no number that is none", () => {
  const diagram = collisionDiagram(CROSS, [
    crash("<A&1>", "angle", "car straight E-W; truck u-turn S-S", { severity: "fatal" }),
    crash("B", null, null, { vehicles: 2, pedestrians: null, nonMotor: 0, severity: null }),
  ]);
  const svg = collisionDiagramSvg(diagram, { language: "zh", words: WORDS, title: "G111 <K812>" });
  expect(svg).toContain("<title>G111 &lt;K812&gt;</title>");
  for (const text of ["&lt;A&amp;1&gt;", "侧面碰撞", "掉头", "东→西", "机动车 2", "行人 ?", "行驶方向未记录", "北"])
    expect(svg).toContain(text);
  expect(svg.match(/data-group=/g)).toHaveLength(2);
  expect(svg).not.toMatch(/NaN|undefined|Infinity|null/);
});

test("long lines are broken so that none is wider than its column, and nothing is lost", () => {
  expect(wrapText("小客车×8 货车×4 直行", 6)).toEqual(["小客车×8", "货车×4 直行"]);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("车", "x", " "), maxLength: 40 }),
      fc.integer({ min: 2, max: 12 }),
      (text, width) => {
        const lines = wrapText(text, width);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      },
    ),
  );
});
