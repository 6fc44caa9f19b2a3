import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import { BASE_LAYERS } from "../../../web/map/base-data.ts";
import { graticule } from "../../../web/map/graticule.ts";
import { joinRoads } from "../../../web/map/road-lines.ts";
import { kilometreStakes } from "../../../web/map/stakes.ts";
import { makeSnapshot } from "../../support/make-snapshot.ts";

const section = (from: Position, to: Position, name = "建设大街") => ({
  name,
  code: "",
  roadClass: "arterial",
  line: [from, to],
});

describe("joinRoads", () => {
  test("sections of one road become one line, whatever their order and direction", () => {
    const stations = Array.from({ length: 8 }, (_, i): Position => [122 + i / 100, 43]);
    const sections = stations.slice(1).map((to, i) => section(stations[i]!, to));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...sections.keys()], { minLength: 7, maxLength: 7 }),
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        (order, turned) => {
          const mixed = order.map((i) => ({
            ...sections[i]!,
            line: turned[i] ? [...sections[i]!.line].reverse() : sections[i]!.line,
          }));
          const joined = joinRoads(mixed);
          expect(joined).toHaveLength(1);
          const line = joined[0]!.line;
          expect(line[0]![0]! < line[7]![0]! ? line : [...line].reverse()).toEqual(stations);
        },
      ),
    );
  });

  test("other names, forks and gaps end a line", () => {
    const fork: Position = [122.01, 43];
    const roads = [
      section([122, 43], fork),
      section(fork, [122.02, 43]),
      section(fork, [122.01, 43.01]),
      section([123, 43], [123.1, 43]),
    ];
    expect(joinRoads(roads)).toHaveLength(4);
    expect(joinRoads([roads[0]!, { ...roads[1]!, name: "和平路" }])).toHaveLength(2);
  });

  test("a ring road comes round once, and a nameless one is not named", () => {
    const ring = [section([0, 0], [1, 0]), section([1, 0], [1, 1]), section([1, 1], [0, 0])];
    expect(joinRoads(ring)).toHaveLength(1);
    expect(joinRoads([section([0, 0], [1, 0], "")])).toHaveLength(0);
  });
});

describe("kilometreStakes", () => {
  test("one stake at every whole kilometre, about a kilometre apart", () => {
    const stakes = kilometreStakes(
      [
        [122, 43],
        [122, 43.05],
      ],
      811_700,
    );
    expect(stakes.map((stake) => stake.kilometre)).toEqual([812, 813, 814, 815, 816, 817]);
    // 0.3 km on, at 111.19 km a degree on the sphere.
    expect(stakes[0]!.at[1]).toBeCloseTo(43 + 0.3 / 111.195, 5);
  });

  test("a section that begins on a kilometre has its stake, one that ends there leaves it to the next", () => {
    expect(
      kilometreStakes(
        [
          [122, 43],
          [122, 43.001],
        ],
        5000,
      ).map((stake) => stake.kilometre),
    ).toEqual([5]);
    expect(
      kilometreStakes(
        [
          [122, 43],
          [122, 43],
        ],
        5000,
      ),
    ).toEqual([]);
  });
});

describe("graticule", () => {
  test.each([
    ["the zone", [122.1, 43.5, 122.4, 43.7]],
    ["Monaco", [7.4, 43.72, 7.44, 43.76]],
    ["the whole world", [-180, -85, 180, 85]],
    ["the south and the west", [-70.7, -33.5, -70.6, -33.4]],
  ] as const)("a handful of lines across %s, with their hemisphere", (_, bounds) => {
    const lines = graticule(bounds).features;
    const across = lines.filter((line) => {
      const [lon] = (line.geometry.type === "LineString" ? line.geometry.coordinates[0]! : [0]) as [number];
      return /[EW]$/.test(line.properties!.label) && lon >= bounds[0] && lon <= bounds[2];
    });
    expect(across.length).toBeGreaterThanOrEqual(2);
    expect(across.length).toBeLessThanOrEqual(14);
    expect(new Set(lines.map((line) => line.properties!.label)).size).toBe(lines.length);
  });
});

describe("base layers", () => {
  test("a road without code or stake has a shape and no stakes; a numbered one has both", () => {
    const line = (lat: number) => ({
      type: "LineString" as const,
      coordinates: [
        [122, lat],
        [122.03, lat],
      ],
    });
    const roads = makeSnapshot("roads", [
      { name: "无名路", geometry: line(43), attributes: { class: "local" } },
      {
        name: "集锡线",
        geometry: line(43.1),
        attributes: { class: "national", roadCode: "G111", startStakeM: 811_500 },
      },
    ]);
    expect(BASE_LAYERS.roads!.roads!(roads).map((each) => each.properties!.class)).toEqual(["local", "national"]);
    expect(BASE_LAYERS.roads!.stakes!(roads).map((each) => each.properties!.label)).toEqual(["K812", "K813"]);
    expect(BASE_LAYERS.roads!["road-names"]!(roads).map((each) => each.properties!.code)).toEqual(["", "G111"]);
  });

  test.each(Object.keys(BASE_LAYERS))("an empty %s layer gives no features", (layer) => {
    for (const make of Object.values(BASE_LAYERS[layer]!)) expect(make(makeSnapshot(layer, []))).toEqual([]);
  });
});
