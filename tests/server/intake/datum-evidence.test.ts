import { gzipSync } from "node:zlib";
import type { Geometry } from "geojson";
import { describe, expect, test } from "vitest";
import { createRandom } from "#data/demo/random.ts";
import { getLayer } from "#data/layers/index.ts";
import { encodeSnapshot } from "#data/snapshot/arrow.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { findDatum } from "../../../server/intake/datum.ts";
import { createReference, openReference, weighDatum } from "../../../server/intake/datum-evidence.ts";
import { zone } from "../../data/demo/zone.ts";
import { idOf, makeSnapshot, point, polygon } from "../../support/make-snapshot.ts";

const map = createReference([
  makeSnapshot("buildings", zone.layers.buildings!),
  makeSnapshot("roads", zone.layers.roads!),
])!;

/** Where the demonstration zone has things, WGS84; deliberately misplaced ones are among them. */
const placesOf = (layer: string): [number, number][] =>
  zone.layers[layer]!.map(({ geometry }) => {
    const flat = (geometry as { coordinates: number[] }).coordinates.flat(3) as number[];
    return [flat[0]!, flat[1]!];
  });

/** As an office would deliver them that keeps its places in this datum. */
const deliveredIn = (id: string, places: readonly [number, number][]): Geometry[] =>
  places.map((place) => point(...findDatum(id).fromWgs84(place)));

const some = (layer: string, seed: number, count: number) =>
  createRandom(seed, layer).shuffled(placesOf(layer)).slice(0, count);

const LEDGERS = ["enterprises", "accidents", "houses", "water-sources", "protection-targets"];

describe.each(LEDGERS)("%s delivered as WGS84", (layer) => {
  test("fit the map when they are", () => {
    const evidence = weighDatum(deliveredIn("wgs84", placesOf(layer)), "wgs84", null, map);
    expect(evidence).toMatchObject({ verdict: "fits", suggested: null, why: [{ code: "on-map" }] });
    expect(evidence.candidates[0]).toMatchObject({ datum: "wgs84", plausible: true });
  });

  test.each(["gcj02", "bd09", "gcj02-reversed", "bd09-reversed"])("are seen to be %s when they are", (id) => {
    const evidence = weighDatum(deliveredIn(id, placesOf(layer)), "wgs84", null, map);
    expect(evidence).toMatchObject({
      verdict: "another-fits-better",
      suggested: id,
      why: [{ code: "another-on-map" }],
    });
    expect(evidence.candidates[0]!.datum).toBe(id);
  });

  test("delivered as what they are not, are seen to be WGS84", () => {
    for (const stated of ["gcj02", "bd09"])
      expect(weighDatum(deliveredIn("wgs84", placesOf(layer)), stated, null, map)).toMatchObject({
        verdict: "another-fits-better",
        suggested: "wgs84",
      });
  });
});

describe("sixty places are enough", () => {
  test.each(LEDGERS.slice(0, 4))("of %s, whichever they are", (layer) => {
    for (let seed = 0; seed < 8; seed++)
      for (const id of ["wgs84", "gcj02", "bd09"]) {
        const { verdict, suggested } = weighDatum(deliveredIn(id, some(layer, seed, 60)), "wgs84", null, map);
        expect(id === "wgs84" ? verdict : suggested, `${id}, seed ${seed}`).toBe(id === "wgs84" ? "fits" : id);
      }
  });
});

test("fewer may not be enough, and then the answer is that nobody can tell, not a wrong one", () => {
  for (const layer of LEDGERS)
    for (const count of [1, 5, 14, 15, 20, 30, 45])
      for (let seed = 0; seed < 4; seed++)
        for (const id of ["wgs84", "gcj02", "bd09"]) {
          const { verdict, suggested, why } = weighDatum(deliveredIn(id, some(layer, seed, count)), "wgs84", null, map);
          if (count < 15) expect(why).toEqual([{ code: "too-few-places", places: count, needed: 15 }]);
          if (verdict === "cannot-tell") continue;
          expect(id === "wgs84" ? verdict : suggested, `${layer}, ${count}, ${id}`).toBe(id === "wgs84" ? "fits" : id);
        }
});

test("places at random in the zone tell nothing, however many", () => {
  for (const count of [20, 60, 200, 500])
    for (let seed = 0; seed < 8; seed++) {
      const random = createRandom(seed, `random ${count}`);
      const widthDeg = random.between(0.01, 0.15);
      const places = Array.from({ length: count }, () =>
        point(122.26 + random.between(-1, 1) * widthDeg, 43.62 + random.between(-1, 1) * widthDeg * 0.7),
      );
      const { verdict, why } = weighDatum(places, "wgs84", null, map);
      expect([verdict, why[0]!.code], `${count}, seed ${seed}`).toEqual(["cannot-tell", "no-clear-difference"]);
    }
});

describe("the tightest case", () => {
  // Single buildings two kilometres apart: no shift takes a place from one to another.
  const corners = Array.from({ length: 100 }, (_, i): [number, number] => [
    122 + (i % 10) * 0.025,
    43.5 + Math.floor(i / 10) * 0.018,
  ]);
  const lonely = createReference(
    [
      makeSnapshot(
        "buildings",
        corners.map(([lon, lat]) => ({
          geometry: polygon([lon, lat], [lon + 1e-4, lat], [lon + 1e-4, lat + 1e-4], [lon, lat + 1e-4]),
        })),
      ),
    ],
    { center: [122.11, 43.58], radiusM: 40_000 },
  )!;

  /** So many places on buildings when read in a datum, and the rest in the fields whatever they are read in. */
  const delivered = (id: string, onMap: number, inFields: number) => [
    ...deliveredIn(id, corners.slice(0, onMap)),
    ...Array.from({ length: inFields }, (_, i) => {
      const [lon, lat] = corners[i % 100]!;
      return point(lon + 0.0125, lat + 0.0005);
    }),
  ];

  test.each([
    // A share of 15 % is the margin.
    [15, 85, true],
    [14, 86, false],
    // Eleven of eleven come by chance once in 2,048 files, ten of ten once in 1,024.
    [11, 62, true],
    [10, 56, false],
  ])("%d places on the map and %d beside it tell: %s", (onMap, inFields, tell) => {
    for (const id of ["gcj02", "bd09"])
      expect(weighDatum(delivered(id, onMap, inFields), "wgs84", null, lonely).suggested).toBe(tell ? id : null);
    expect(weighDatum(delivered("wgs84", onMap, inFields), "wgs84", null, lonely).verdict).toBe(
      tell ? "fits" : "cannot-tell",
    );
  });
});

describe("projected coordinates", () => {
  const enterprises = placesOf("enterprises");

  test.each(["EPSG:4550", "EPSG:4529", "EPSG:4510", "EPSG:4499", "EPSG:32651"])("in %s fit it", (id) => {
    const { verdict, suggested } = weighDatum(deliveredIn(id, enterprises), id, null, map);
    expect([verdict, suggested]).toEqual(["fits", null]);
  });

  test.each([
    ["EPSG:4550", "EPSG:4549", "another-fits-better"],
    ["EPSG:4529", "EPSG:4528", "contradiction"],
    ["EPSG:4529", "EPSG:4550", "contradiction"],
    ["EPSG:4550", "EPSG:4529", "contradiction"],
    ["EPSG:4499", "EPSG:4529", "contradiction"],
    ["EPSG:4550", "EPSG:32651", "another-fits-better"],
    ["EPSG:32651", "EPSG:4550", "another-fits-better"],
    ["EPSG:4550", "EPSG:3857", "contradiction"],
    ["EPSG:32651", "EPSG:3857", "contradiction"],
    ["EPSG:3857", "EPSG:4550", "contradiction"],
    ["EPSG:4550", "wgs84", "contradiction"],
    ["EPSG:3857", "wgs84", "contradiction"],
    ["wgs84", "EPSG:3857", "contradiction"],
    ["wgs84", "EPSG:4550", "contradiction"],
    ["EPSG:4550-yx", "EPSG:4550", "contradiction"],
    ["wgs84-yx", "wgs84", "contradiction"],
  ])("in %s, stated as %s, are a case of %s, with the right suggestion", (id, stated, verdict) => {
    const evidence = weighDatum(deliveredIn(id, enterprises), stated, null, map);
    expect([evidence.verdict, evidence.suggested]).toEqual([verdict, id]);
  });

  test("what the file declares is looked at beside what is stated", () => {
    const declared = { text: "Beijing 1954", id: null };
    const evidence = weighDatum(deliveredIn("wgs84", enterprises), "wgs84", declared, map);
    expect(evidence.why.at(-1)).toEqual({ code: "declared-unknown" });
  });
});

test("places of another city fit nothing here, and it is said how far away they are", () => {
  const beijing = Array.from({ length: 50 }, (_, i) => point(116.3 + i / 1000, 39.9 + i / 2000));
  expect(weighDatum(beijing, "wgs84", null, map)).toMatchObject({
    verdict: "cannot-tell",
    suggested: null,
    why: [{ code: "elsewhere", distanceKm: expect.closeTo(640, -2) }],
  });
});

test("without anything on the map only what the numbers cannot be is seen", () => {
  const metres = deliveredIn("EPSG:4550", placesOf("enterprises"));
  expect(weighDatum(metres, "EPSG:4550", null, null)).toMatchObject({
    verdict: "cannot-tell",
    reference: null,
    why: [{ code: "no-reference" }],
  });
  expect(weighDatum(metres, "wgs84", null, null)).toMatchObject({
    verdict: "contradiction",
    suggested: null,
    why: [{ code: "numbers-outside-datum", share: 1 }],
  });
  expect(createReference([makeSnapshot("roads", [])])).toBeNull();
  const few = createReference([makeSnapshot("buildings", zone.layers.buildings!.slice(0, 49))], map.zone);
  expect(weighDatum(deliveredIn("wgs84", placesOf("enterprises")), "wgs84", null, few).why).toEqual([
    { code: "no-reference" },
  ]);
});

test("outside China, where there is no shift, a file that fits is not asked about", () => {
  const byTheSea = (lon: number, lat: number) => [lon - 114.84, lat + 0.11] as [number, number];
  const moved = (layer: string) =>
    zone.layers[layer]!.map(({ geometry }) => ({
      geometry: JSON.parse(JSON.stringify(geometry), (_, value) =>
        Array.isArray(value) && typeof value[0] === "number" ? byTheSea(value[0], value[1]) : value,
      ) as Geometry,
    }));
  const monaco = createReference([makeSnapshot("buildings", moved("buildings"), [7.42, 43.73])]);
  const places = placesOf("enterprises").map((place) => point(...byTheSea(...place)));
  const evidence = weighDatum(places, "wgs84", null, monaco);
  expect(evidence).toMatchObject({ verdict: "fits", suggested: null });
  expect(evidence.candidates.map(({ datum }) => datum)).not.toContain("gcj02");
});

test("nothing, no position, and one place many times are too little", () => {
  const enterprises = deliveredIn("wgs84", placesOf("enterprises"));
  for (const sample of [[], [point(0, 0), point(77.7777, 77.7777)], [{ type: "Point", coordinates: [] } as Geometry]])
    expect(weighDatum(sample, "wgs84", null, map)).toMatchObject({ sampled: 0, verdict: "cannot-tell" });
  const same = Array.from({ length: 400 }, () => enterprises[0]!);
  expect(weighDatum(same, "wgs84", null, map)).toMatchObject({ sampled: 1, why: [{ code: "too-few-places" }] });
});

test("of a file of 200,000 rows five hundred are looked at, always the same", () => {
  const enterprises = deliveredIn("gcj02", placesOf("enterprises"));
  const random = createRandom(1, "rows");
  const rows = Array.from({ length: 200_000 }, () => {
    const [lon, lat] = (random.pick(enterprises) as { coordinates: number[] }).coordinates;
    return point(lon! + random.between(-1e-6, 1e-6), lat! + random.between(-1e-6, 1e-6));
  });
  const evidence = weighDatum(rows, "wgs84", null, map);
  expect(evidence).toMatchObject({ sampled: 500, suggested: "gcj02" });
  expect(weighDatum(rows, "wgs84", null, map)).toEqual(evidence);
});

test("a reference opens from what the server keeps of a layer", () => {
  const rows = zone.layers.roads!.map((draft, n) => ({ id: idOf(n), ...draft }));
  const bytes = encodeSnapshot(buildTable(getLayer("roads"), rows, 1, zone.center), getLayer("roads"));
  const reference = openReference({ roads: gzipSync(bytes) })!;
  expect(reference.roads?.count).toBe(rows.length);
  expect(weighDatum(deliveredIn("bd09", placesOf("accidents")), "wgs84", null, reference)).toMatchObject({
    reference: { layers: ["roads"], features: rows.length },
    suggested: "bd09",
  });
});
