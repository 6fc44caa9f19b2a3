import { existsSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Point } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BlackSpotFinding, BlackSpotSummary } from "#data/analyses/black-spot-results.ts";
import type { AnalysisAnswer } from "#data/analyses/define.ts";
import { geodesicDistanceM } from "#data/geodesy/geodesic.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import { root } from "../../server/commands/install.mjs";
import { findFeatures } from "../../server/db/features.ts";
import { DraftSettingsSchema } from "../../server/intake/draft.ts";
import { importFile } from "../../server/intake/import-file.ts";
import type { ImportReport } from "../../server/intake/import-report.ts";
import { startApi, type TestApi } from "../support/api.ts";

/** Open data of three cities, which is not part of the project; where it is missing, these tests count as skipped. */
const REAL = join(root, "../shared/real");

interface Layer {
  id: string;
  count: number;
  revision: number;
  extent: [number, number, number, number] | null;
}

describe.runIf(existsSync(REAL))("real open data in an empty record", () => {
  let api: TestApi;
  const reports: Record<string, ImportReport> = {};

  async function load(file: string, layer: string, over: { where?: [string, string]; crashes?: boolean } = {}) {
    const { where, crashes = false } = over;
    const settings = DraftSettingsSchema.parse({
      layer,
      where: where && Object.fromEntries([where]),
      ...(crashes && { mapping: { code: "DATE+LATITUDE+LONGITUDE" }, merge: true }),
    });
    const { report } = await importFile(api.database.record, {
      path: join(REAL, file),
      settings,
      changedBy: "tester",
      zoneCenter: undefined,
    });
    reports[`${file} → ${layer}`] = report;
  }

  beforeAll(async () => {
    api = await startApi();
    await load("monaco-roads.geojson.gz", "roads");
    await load("monaco-buildings.geojson.gz", "buildings");
    await load("toronto-ksi.csv.gz", "accidents", { crashes: true });
    await load("poland-osm-hydrants.geojson.gz", "water-sources", { where: ["emergency", "fire_hydrant"] });
    await load("poland-osm-hydrants.geojson.gz", "forces", { where: ["amenity", "fire_station"] });
    await load("monaco-fuel-points.geojson.gz", "enterprises");
    await api.settle();
  }, 300_000);
  afterAll(() => api?.close());

  const layers = async () => new Map((await api.get<Layer[]>("/api/layers")).map((layer) => [layer.id, layer]));
  const run = async (name: string, body: unknown) => {
    const answer = await api.post(`/api/analyses/${name}`, body);
    if (answer.status !== 200) throw new Error(await answer.text());
    return (await answer.json()) as AnalysisAnswer<unknown, Record<string, unknown>>;
  };

  test("comes in whole, but for what is named", () => {
    const counts = Object.entries(reports).map(([name, { rows, passedOver, merged, refused, accepted }]) => {
      expect(passedOver + merged + refused.length + accepted, name).toBe(rows);
      return [name, accepted, refused.length];
    });
    expect(counts).toEqual([
      ["monaco-roads.geojson.gz → roads", 2903, 0],
      ["monaco-buildings.geojson.gz → buildings", 23329, 7],
      ["toronto-ksi.csv.gz → accidents", 5150, 0],
      ["poland-osm-hydrants.geojson.gz → water-sources", 294, 0],
      ["poland-osm-hydrants.geojson.gz → forces", 6, 0],
      ["monaco-fuel-points.geojson.gz → enterprises", 14, 0],
    ]);
  });

  test("invalid building outlines are mended, or refused by name, place and reason", () => {
    const { mended, refused } = reports["monaco-buildings.geojson.gz → buildings"]!;
    expect(mended.map(({ code }) => code)).toEqual(["1866213", "62656969", "62664330"]);
    for (const { code, value, reason, detail } of refused) {
      expect(code).toMatch(/^\d+$/);
      expect(value).toMatch(/^7\.\d+, 43\.\d+$/);
      expect([reason, detail]).toEqual(["geometry-invalid", "a ring with too few corners"]);
    }
  });

  test("people in crashes become crashes, as fatal as the city counts them", async () => {
    const { features } = await findFeatures(api.database.record.db, { layer: "accidents", limit: 10_000 });
    const fatal = features.filter(({ attributes }) => attributes.severity === "fatal");
    const inYear = (year: string) => fatal.filter(({ attributes }) => String(attributes.happenedAt).startsWith(year));
    // 694 people died in these years, in fewer crashes.
    expect(fatal.length).toBeGreaterThan(600);
    expect(fatal.length).toBeLessThan(694);
    expect(inYear("2016")).toHaveLength(74);
  });

  test("the zone is where the first data is, without a name, and no demonstration", async () => {
    expect(await api.get("/api/zone")).toEqual({ name: null, center: [7.42, 43.74], demo: false });
  });

  test("each layer has the extent of its own city, and nothing is in Tongliao", async () => {
    const found = await layers();
    const middle = (id: string) => {
      const [west, south, east, north] = found.get(id)!.extent!;
      return [Math.round((west + east) / 2), Math.round((south + north) / 2)];
    };
    expect(middle("buildings")).toEqual([7, 44]);
    expect(middle("roads")).toEqual([7, 44]);
    expect(middle("accidents")).toEqual([-79, 44]);
    expect(middle("water-sources")).toEqual([21, 50]);
    expect(found.get("houses")).toMatchObject({ count: 0, extent: null });
  });

  test("each layer is measured on a plane of its own city", async () => {
    for (const { id, revision, extent } of (await layers()).values()) {
      if (!extent) continue;
      const answer = await api.request(`/api/layers/${id}/snapshots/${revision}.arrow`, {
        headers: { "accept-encoding": "gzip" },
      });
      const { plane } = openSnapshot(gunzipSync(await answer.arrayBuffer()));
      const [west, south, east, north] = extent;
      const awayM = geodesicDistanceM(plane.center[0], plane.center[1], (west + east) / 2, (south + north) / 2);
      expect(awayM, id).toBeLessThan(50_000);
    }
  });

  test("rings around a crossing in Toronto count what the geodesic counts", async () => {
    const [lon, lat] = [-79.3832, 43.6532];
    const radiiM = [300, 1000, 3000];
    const { summary } = await run("buffer", {
      geometry: { type: "Point", coordinates: [lon, lat] },
      radiiM,
      layers: ["accidents", "buildings"],
    });
    const { features } = await findFeatures(api.database.record.db, { layer: "accidents", limit: 10_000 });
    const distancesM = features.map(({ geometry }) => {
      const [x, y] = (geometry as Point).coordinates as [number, number];
      return geodesicDistanceM(lon, lat, x, y);
    });
    const rings = summary.rings as { layers: { layer: string; count: number }[] }[];
    expect(rings.map((ring) => ring.layers.map(({ count }) => count))).toEqual(
      radiiM.map((radiusM) => [distancesM.filter((distanceM) => distanceM <= radiusM).length, 0]),
    );
    expect(rings[2]!.layers[0]!.count).toBeGreaterThan(500);
  });

  test("pairs of Polish hydrants, and of stations and buildings in Monaco, are those of the geodesic", async () => {
    const { features } = await findFeatures(api.database.record.db, { layer: "water-sources", limit: 1000 });
    const places = features.map(({ geometry }) => (geometry as Point).coordinates as [number, number]);
    let pairs = 0;
    for (const [i, [x1, y1]] of places.entries())
      for (const [x2, y2] of places.slice(i + 1)) if (geodesicDistanceM(x1, y1, x2, y2) <= 200) pairs++;
    expect((await run("near-pairs", { layer: "water-sources", distanceM: 200 })).summary.count).toBe(pairs);
    expect(pairs).toBeGreaterThan(50);
    const near = await run("near-pairs", { layer: "enterprises", otherLayer: "buildings", distanceM: 50 });
    expect(near.summary.count).toBeGreaterThan(14);
  });

  test("circles around accidents in Toronto, which has no roads here, are those of the geodesic", async () => {
    const [radiusM, atLeast] = [150, 3];
    const answer = await run("black-spots", {
      ruleSet: "koroad",
      overrides: { most: null },
      from: "2014-01-01",
      to: "2017-01-01",
    });
    const findings = answer.findings as BlackSpotFinding[];
    const { tally } = answer.summary as unknown as BlackSpotSummary;
    const { features } = await findFeatures(api.database.record.db, { layer: "accidents", limit: 10_000 });
    const used = features.filter(({ attributes: { happenedAt } }) => {
      const day = String(happenedAt ?? "");
      return day >= "2014-01-01" && day < "2017-01-01";
    });
    expect(tally).toMatchObject({ all: features.length, placed: features.length, used: used.length });
    const places = used.map(({ id, geometry }) => ({ id, at: (geometry as Point).coordinates as [number, number] }));
    const around = ([lon, lat]: readonly [number, number], withinM: number) =>
      places
        // A thousandth of a degree of latitude is 111 m.
        .filter(({ at: [x, y] }) => Math.abs(y - lat) < 0.002 && geodesicDistanceM(lon, lat, x, y) <= withinM)
        .map(({ id }) => id);
    const counted = findings.flatMap(({ accidentIds }) => accidentIds);
    expect(new Set(counted).size).toBe(counted.length);
    for (const { place, accidentIds } of findings) {
      if (place.site.kind !== "circle") throw new Error(`a ${place.site.kind} without roads`);
      expect(accidentIds.length).toBeGreaterThanOrEqual(atLeast);
      // A millimetre for the plane, which is nowhere shorter than the geodesic.
      const within = around(place.site.position, radiusM + 0.001);
      for (const id of accidentIds) expect(within).toContain(id);
    }
    const taken = new Set(counted);
    const crowded = places.filter(({ at }) => around(at, radiusM - 0.01).length >= atLeast);
    expect(crowded.length).toBeGreaterThan(10);
    for (const { at } of crowded) expect(around(at, radiusM).some((id) => taken.has(id))).toBe(true);
    const windows = await run("black-spots", { ruleSet: "proposed-500" });
    expect(windows.summary).toMatchObject({ found: 0, tally: { all: features.length, unplaced: features.length } });
  });

  test("two layers of different cities have no pair, and say so", async () => {
    const { summary } = await run("near-pairs", { layer: "accidents", otherLayer: "buildings", distanceM: 5000 });
    expect(summary.count).toBe(0);
  });
});
