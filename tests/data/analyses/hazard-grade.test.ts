import fc from "fast-check";
import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { hazardGrade } from "#data/analyses/hazard-grade.ts";
import { geodesicDestination } from "#data/geodesy/geodesic.ts";
import { outlineDistanceM } from "#data/geometry/distance.ts";
import { outlineFromGeoJson } from "#data/geometry/from-geojson.ts";
import { gradeHazard } from "#data/standards/hazard-grade.ts";
import { idOf, makeSnapshot, point, polygon, type Row, ZONE } from "../../support/make-snapshot.ts";
import { zone } from "../demo/zone.ts";
import { refusalOf, runAnalysis } from "./run-analysis.ts";

type Place = readonly [number, number];

/** A place so many metres east and north of the zone's centre. */
function at(eastM: number, northM: number): [number, number] {
  const east = geodesicDestination(...ZONE, 90, eastM);
  return geodesicDestination(...east, 0, northM);
}
const square = ([lon, lat]: Place, halfM: number) => {
  const corner = (azimuth: number) => geodesicDestination(lon, lat, azimuth, halfM * Math.SQRT2);
  return polygon(corner(225), corner(135), corner(45), corner(315));
};

const CHLORINE = [{ name: "液氯", tonnes: 50 }];
/** A plant of 100 m × 100 m around the centre, filed at level 3. */
const plant = (attributes: Row["attributes"] = {}) =>
  makeSnapshot("hazard-sources", [
    { name: "演示氯库", geometry: square(ZONE, 50), attributes: { level: "3", substances: CHLORINE, ...attributes } },
  ]);
const house = (place: Place, people: number | null, id?: string): Row & { geometry: Geometry } => ({
  geometry: point(...place),
  attributes: people === null ? {} : { people },
  ...(id && { id }),
});
const target = (geometry: Row["geometry"], kind: string, people: number | null): Row => ({
  geometry,
  attributes: people === null ? { kind } : { kind, people },
});

const PLANT = { hazardId: idOf(0) };

describe("people within 500 m of the plant's boundary", () => {
  test.each([
    [120, 80, "2"],
    [80, 60, "2"],
    [40, 48, "3"],
    [10, 40, "3"],
    [0, 20, "3"],
  ])("%d of them give 50 t of chlorine R %d and level %s", (people, R, level) => {
    const houses = makeSnapshot("houses", [house(at(300, 0), people), house(at(2000, 0), 500)]);
    const { summary } = runAnalysis(hazardGrade, PLANT, [plant(), houses]);
    expect(summary).toMatchObject({
      people,
      R,
      level,
      S: 10,
      filedLevel: "3",
      changed: level !== "3",
      boundaryKnown: true,
    });
  });

  test("are counted outward of the boundary and not of the plant's middle, 500 m included", () => {
    const houses = makeSnapshot("houses", [
      house(at(549.9, 0), 1),
      house(at(550.1, 0), 2),
      house(at(0, -549.9), 4),
      house(at(0, 550.1), 8),
    ]);
    const { summary, findings } = runAnalysis(hazardGrade, PLANT, [plant(), houses]);
    expect(summary.people).toBe(5);
    expect(findings.map(({ code }) => code).sort()).toEqual(["N0", "N2"]);
    const fromMiddle = runAnalysis(hazardGrade, { geometry: point(...ZONE), substances: CHLORINE }, [houses]);
    expect(fromMiddle.summary).toMatchObject({ people: 0, boundaryKnown: false });
    const withBoundary = { geometry: point(...ZONE), substances: CHLORINE, boundary: square(ZONE, 50) };
    expect(runAnalysis(hazardGrade, withBoundary, [houses]).summary).toMatchObject({ people: 5, boundaryKnown: true });
  });

  test("are the sum over every house that measuring one by one finds near enough", () => {
    const place = fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -900, max: 900 }), fc.nat(9));
    fc.assert(
      fc.property(fc.array(place, { maxLength: 30 }), (places) => {
        const rows = places.map(([east, north, people]) => house(at(east, north), people));
        const houses = makeSnapshot("houses", rows);
        const boundary = outlineFromGeoJson(square(ZONE, 50), houses.plane);
        const distances = rows.map(({ geometry }) =>
          outlineDistanceM(boundary, outlineFromGeoJson(geometry, houses.plane)),
        );
        // Within the plane's own error of the limit the geodesic decides: not the subject here.
        fc.pre(distances.every((distance) => Math.abs(distance - 500) > 1e-3));
        const people = places.reduce((sum, [, , each], i) => sum + (distances[i]! <= 500 ? each : 0), 0);
        const { summary } = runAnalysis(hazardGrade, PLANT, [plant(), houses]);
        expect(summary.people).toBe(people);
        expect(summary.level).toBe(gradeHazard({ substances: CHLORINE, people }).level);
      }),
      { numRuns: 60 },
    );
  });

  test("change the level when houses are added to the ledger", () => {
    const few = makeSnapshot("houses", [house(at(100, 0), 20)]);
    const many = makeSnapshot("houses", [house(at(100, 0), 20), house(at(200, 0), 40)]);
    expect(runAnalysis(hazardGrade, PLANT, [plant(), few]).summary).toMatchObject({ level: "3", changed: false });
    expect(runAnalysis(hazardGrade, PLANT, [plant(), many]).summary).toMatchObject({ level: "2", changed: true });
  });
});

test("every source of the demonstration zone has the level that is filed for it", () => {
  const layers = ["hazard-sources", "houses", "protection-targets", "enterprises"];
  const snapshots = layers.map((layer) => makeSnapshot(layer, zone.layers[layer]!, zone.center));
  const sources = snapshots[0]!;
  const levels = Array.from({ length: sources.count }, (_, row) => {
    const { summary } = runAnalysis(hazardGrade, { hazardId: sources.ids.get(row) }, snapshots);
    expect(summary.unknown).toEqual([]);
    return [summary.hazard.code, summary.level, summary.changed];
  });
  expect(levels).toEqual(zone.layers["hazard-sources"]!.map(({ code, attributes }) => [code, attributes.level, false]));
});

describe("what counts as a resident", () => {
  const targets = makeSnapshot("protection-targets", [
    target(point(...at(200, 0)), "village", 20),
    target(point(...at(0, 200)), "school", 600),
    target(point(...at(-250, 0)), "elderly-care", 5),
    target(point(...at(0, -200)), "hotel", 50),
  ]);
  const works = makeSnapshot("enterprises", [
    { geometry: point(...at(300, 0)), attributes: { employees: 70, creditCode: "OTHER" } },
    { geometry: point(...at(320, 0)), attributes: { employees: 90, creditCode: "OWN" } },
  ]);
  const own = plant({ creditCode: "OWN" });

  test("is who lives there: schools, hotels and other works are listed apart, with the level that they would give", () => {
    const { summary, findings } = runAnalysis(hazardGrade, PLANT, [own, targets, works]);
    expect(summary).toMatchObject({ people: 25, level: "3" });
    expect(summary.groups).toEqual([
      { group: "residents", places: 2, people: 25, unknownPeople: 0, counted: true },
      { group: "institutions", places: 2, people: 650, unknownPeople: 0, counted: false },
      { group: "workers", places: 1, people: 70, unknownPeople: 0, counted: false },
      { group: "added", places: 0, people: 0, unknownPeople: 0, counted: true },
    ]);
    expect(summary.readings.map(({ people, level }) => [people, level])).toEqual([
      [25, "3"],
      [675, "2"],
      [745, "2"],
    ]);
    expect(findings.filter(({ counted }) => counted).map(({ kind }) => kind)).toEqual(["village", "elderly-care"]);
    expect(findings.find(({ why }) => why === "own")).toMatchObject({
      layer: "enterprises",
      code: "N1",
      counted: false,
    });
  });

  test("is what the caller asks to count", () => {
    const count = ["residents", "institutions"];
    expect(runAnalysis(hazardGrade, { ...PLANT, count }, [own, targets, works]).summary).toMatchObject({
      people: 675,
      level: "2",
    });
  });

  test("is not counted twice: a house inside an estate whose number is known", () => {
    const houses = makeSnapshot("houses", [house(at(200, 0), 4), house(at(100, 0), 3)]);
    const estate = (people: number | null) =>
      makeSnapshot("protection-targets", [{ ...target(square(at(200, 0), 30), "residential", people), id: idOf(77) }]);
    const known = runAnalysis(hazardGrade, PLANT, [plant(), houses, estate(60)]);
    expect(known.summary.people).toBe(63);
    expect(known.findings.find(({ why }) => why === "inside-another")).toMatchObject({
      code: "N0",
      counted: false,
      within: { layer: "protection-targets", id: idOf(77) },
    });
    const unknown = runAnalysis(hazardGrade, PLANT, [plant(), houses, estate(null)]);
    expect(unknown.summary).toMatchObject({ people: 7, unknownPeople: 1 });
  });

  test("is the whole of a village that reaches beyond 500 m, and the finding says so", () => {
    const village = makeSnapshot("protection-targets", [target(square(at(560, 0), 100), "village", 90)]);
    const { findings, summary } = runAnalysis(hazardGrade, PLANT, [plant(), village]);
    expect(summary.people).toBe(90);
    expect(findings[0]).toMatchObject({ partly: true, counted: true });
    const near = makeSnapshot("protection-targets", [target(square(at(300, 0), 100), "village", 90)]);
    expect(runAnalysis(hazardGrade, PLANT, [plant(), near]).findings[0]).toMatchObject({ partly: false });
  });
});

describe("places without a number", () => {
  test("leave the level open where they could raise it", () => {
    const houses = makeSnapshot("houses", [house(at(100, 0), 10), house(at(200, 0), null)]);
    const { summary } = runAnalysis(hazardGrade, PLANT, [plant(), houses]);
    expect(summary).toMatchObject({
      people: 10,
      unknownPeople: 1,
      level: null,
      levelRange: { least: "3", most: "2" },
      changed: null,
    });
    expect(runAnalysis(hazardGrade, PLANT, [plant({ level: "4" }), houses]).summary.changed).toBe(true);
  });

  test("do not matter where they could not", () => {
    const houses = makeSnapshot("houses", [house(at(100, 0), 100), house(at(200, 0), null)]);
    expect(runAnalysis(hazardGrade, PLANT, [plant(), houses]).summary).toMatchObject({ unknownPeople: 1, level: "2" });
  });
});

describe("corrections", () => {
  const houses = makeSnapshot("houses", [house(at(100, 0), 60), house(at(200, 0), null)]);
  const school = makeSnapshot("protection-targets", [target(point(...at(0, 250)), "school", 600)]);

  test("replace a number, take a place out, count one that is not counted, and add people", () => {
    const corrections = [
      { layer: "houses", id: idOf(0), people: 0, note: "已拆除" },
      { layer: "houses", id: idOf(1), people: 12 },
      { layer: "protection-targets", id: idOf(0), people: 20, note: "住校生" },
      { add: 7, note: "工地宿舍" },
    ];
    const { summary, findings } = runAnalysis(hazardGrade, { ...PLANT, corrections }, [plant(), houses, school]);
    expect(summary).toMatchObject({ people: 39, unknownPeople: 0, alpha: 1.2, level: "3" });
    const shown = findings.map(({ people, ledgerPeople, why, note }) => [people, ledgerPeople, why, note]);
    expect(shown).toEqual([
      [0, 60, "corrected", "已拆除"],
      [12, null, "corrected", null],
      [20, 600, "corrected", "住校生"],
      [7, null, "corrected", "工地宿舍"],
    ]);
  });

  test("of a place that is not near are refused by their field", () => {
    const corrections = [
      { add: 1, note: "一人" },
      { layer: "houses", id: idOf(9), people: 1 },
    ];
    expect(refusalOf(() => runAnalysis(hazardGrade, { ...PLANT, corrections }, [plant(), houses])).field).toBe(
      "corrections.1.id",
    );
  });
});

describe("what cannot be graded", () => {
  const bow = polygon(at(0, 0), at(100, 100), at(100, 0), at(0, 100));

  test.each([
    [{ hazardId: "nobody" }, "hazardId"],
    [{ geometry: bow, substances: CHLORINE }, "geometry"],
    [{ ...PLANT, boundary: bow }, "boundary"],
  ])("is refused: %o", (parameters, field) => {
    expect(refusalOf(() => runAnalysis(hazardGrade, parameters, [plant()])).field).toBe(field);
  });

  test("a source without substances is refused, and graded with those that a person names", () => {
    const empty = plant({ substances: [] });
    expect(refusalOf(() => runAnalysis(hazardGrade, PLANT, [empty])).field).toBe("substances");
    expect(runAnalysis(hazardGrade, { ...PLANT, substances: CHLORINE }, [empty]).summary.S).toBe(10);
  });

  test("substances that the tables do not hold are named and leave the level open", () => {
    const strange = plant({ substances: [...CHLORINE, { name: "神秘物质", tonnes: 5 }] });
    const { summary } = runAnalysis(hazardGrade, PLANT, [strange]);
    expect(summary.unknown.map(({ name }) => name)).toEqual(["神秘物质"]);
    expect(summary).toMatchObject({ level: null, levelRange: { least: "3", most: "1" } });
  });

  test.each([
    [{}, "hazardId"],
    [{ ...PLANT, geometry: point(...ZONE), substances: CHLORINE }, "hazardId"],
    [{ geometry: point(...ZONE) }, "substances"],
    [{ ...PLANT, substances: [{ name: "氯", tonnes: 0 }] }, "substances.0.tonnes"],
    [{ ...PLANT, substances: [] }, "substances"],
  ])("%o does not parse", (parameters, field) => {
    const issues = hazardGrade.parameters.safeParse(parameters).error!.issues;
    expect(issues.map(({ path }) => path.join("."))).toContain(field);
  });
});
