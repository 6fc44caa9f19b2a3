import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { FeatureCollection, LineString, MultiLineString } from "geojson";
import { beforeAll, describe, expect, test } from "vitest";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { nearestPositions, pointAt } from "#data/traffic/network/linear-reference.ts";
import type { RouteNetwork } from "#data/traffic/network/route.ts";
import { root } from "../../../../server/commands/install.mjs";
import { makeSnapshot } from "../../../support/make-snapshot.ts";

/** Open data of Monaco and around: no stakes, loops, dual carriageways, footways. Not part of the project; without it, skipped. */
const FILE = join(root, "../shared/real/monaco-roads.geojson.gz");

interface RoadProperties {
  readonly osm_id: string;
  readonly name: string | null;
}

describe.runIf(existsSync(FILE))("the roads of a real city without stakes", () => {
  let roads: Snapshot;
  let network: RouteNetwork;

  beforeAll(() => {
    const text = gunzipSync(readFileSync(FILE)).toString();
    const { features } = JSON.parse(text) as FeatureCollection<LineString | MultiLineString, RoadProperties>;
    const rows = features.map(({ geometry, properties }) => ({
      geometry,
      code: properties.osm_id,
      name: properties.name ?? "",
    }));
    roads = makeSnapshot("roads", rows, [7.42, 43.74]);
    network = routeNetworkOf(roads);
  });

  test("are whole on routes: every section once, and as long as it is", () => {
    const { outlines, count } = roads;
    const sections = network.routes.flatMap((route) => route.sections);
    expect(sections.map(({ row }) => row).sort((a, b) => a - b)).toEqual(
      Array.from({ length: count }, (_, row) => row),
    );
    let [lengthM, stakesM] = [0, 0];
    for (let v = 0; v + 1 < outlines!.xy.length / 2; v++)
      if (!outlines!.partStart.includes(v + 1))
        lengthM += Math.hypot(
          outlines!.xy[v * 2 + 2]! - outlines!.xy[v * 2]!,
          outlines!.xy[v * 2 + 3]! - outlines!.xy[v * 2 + 1]!,
        );
    for (const { carriageway, fromM, toM } of sections) if (carriageway === 0) stakesM += toM - fromM;
    const second = sections.filter(({ carriageway }) => carriageway > 0);
    expect(network.lengthM).toBeLessThanOrEqual(lengthM);
    // A carriageway may begin before the axis that it runs beside.
    expect(stakesM).toBeLessThanOrEqual(network.lengthM + 1e-6);
    const besideM = second.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0);
    expect(Math.abs(lengthM - stakesM - besideM)).toBeLessThan(0.002 * lengthM);
  });

  test("lead from every corner and middle of theirs to a stake and back", () => {
    const { outlines } = roads;
    let farthestM = 0;
    for (let row = 0; row < roads.count; row++)
      for (let part = outlines!.featureStart[row]!; part < outlines!.featureStart[row + 1]!; part++)
        for (let v = outlines!.partStart[part]!; v + 1 < outlines!.partStart[part + 1]!; v++)
          for (const share of [0, 0.5]) {
            const [ax, ay, bx, by] = outlines!.xy.subarray(v * 2, v * 2 + 4) as unknown as number[];
            const [x, y] = [ax! + (bx! - ax!) * share, ay! + (by! - ay!) * share];
            const backs = nearestPositions(network, x, y, 0.5).map(({ route, stakeM, carriageway }) =>
              pointAt(network, route, stakeM, carriageway),
            );
            const offsM = backs.map((back) => (back ? Math.hypot(back[0] - x, back[1] - y) : Number.POSITIVE_INFINITY));
            farthestM = Math.max(farthestM, Math.min(...offsM));
          }
    expect(farthestM).toBeLessThan(0.01);
  });

  test("have their loops, carriageways and branches told", () => {
    const kinds = new Set(network.issues.map(({ kind }) => kind));
    for (const kind of ["no-stakes", "nameless", "loop", "dual-carriageway", "branch"] as const)
      expect(kinds, kind).toContain(kind);
    expect(network.routes.every(({ stakes }) => stakes === "measured")).toBe(true);
    expect(network.junctions.length).toBeGreaterThan(1000);
  });
});
