import type { Geometry, Position } from "geojson";
import type { z } from "zod";
import type { AnalysisDefinition, AnalysisInputs, AnalysisResult } from "#data/analyses/define.ts";
import { CENTER, toLonLat } from "#data/demo/frame.ts";
import { generateZone } from "#data/demo/index.ts";
import { createRandom, type Random } from "#data/demo/random.ts";
import { createZonePlane } from "#data/geodesy/zone-plane.ts";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { getLayer } from "#data/layers/index.ts";
import { encodeSnapshot } from "#data/snapshot/arrow.ts";
import { buildTable } from "#data/snapshot/build.ts";
import { openSnapshot } from "#data/snapshot/open.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import { LIBRARY_BOOK } from "./rule-book.ts";

/** Every figure of the table is measured on the same data on every machine. */
const SEED = 20261125;

export const BENCH_CENTER = CENTER;
export const benchPlane = createZonePlane(BENCH_CENTER);

/** Ledgers of the demonstration zone, written over again until there are `count` features, each repeat moved by up to 250 m. */
export function crowdedLedgers(layers: readonly string[], count: number): Map<string, FeatureDraft[]> {
  const zone = generateZone();
  const random = createRandom(SEED, "crowded-ledgers");
  const own = layers.reduce((sum, layer) => sum + zone.layers[layer]!.length, 0);
  let before = 0;
  let given = 0;
  return new Map(
    layers.map((layer) => {
      const drafts = zone.layers[layer]!;
      before += drafts.length;
      const share = Math.round((before / own) * count) - given;
      given += share;
      return [layer, Array.from({ length: share }, (_, i) => repeated(drafts[i % drafts.length]!, i, random))];
    }),
  );
}

function repeated(draft: FeatureDraft, i: number, random: Random): FeatureDraft {
  const [east, north] = [random.between(-0.003, 0.003), random.between(-0.00225, 0.00225)];
  const move = ([lon = 0, lat = 0]: Position): Position => [round(lon + east), round(lat + north)];
  return { ...draft, code: `${draft.code}-${i}`, geometry: moved(draft.geometry, move) };
}

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

function moved(geometry: Geometry, move: (position: Position) => Position): Geometry {
  switch (geometry.type) {
    case "Point":
      return { type: "Point", coordinates: move(geometry.coordinates) };
    case "LineString":
      return { type: "LineString", coordinates: geometry.coordinates.map(move) };
    case "Polygon":
      return { type: "Polygon", coordinates: geometry.coordinates.map((ring) => ring.map(move)) };
    default:
      throw new RangeError(`the demonstration zone has no ${geometry.type}`);
  }
}

/**
 * Points as hydrants and houses stand: in the same towns of different sizes for every theme, along parallel streets, a few far out in
 * the country.
 *
 * @param apartM - along a street, on average.
 */
export function pointsAlongStreets(count: number, theme: string, apartM = 70): Position[] {
  const towns = createRandom(SEED, "towns");
  const random = createRandom(SEED, theme);
  const points: Position[] = [];
  while (points.length < count) {
    const town = { x: towns.between(-18_000, 18_000), y: towns.between(-18_000, 18_000) };
    const angle = towns.between(0, Math.PI / 2);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const halfM = towns.between(300, 2500);
    const streetsApartM = towns.between(110, 260);
    for (let v = -halfM; v <= halfM; v += streetsApartM) {
      for (let u = -halfM; u <= halfM; u += random.between(0.4, 1.6) * apartM) {
        const across = v + random.normal(0, 8);
        points.push(toLonLat([town.x + u * cos - across * sin, town.y + u * sin + across * cos]));
      }
    }
    points.push(toLonLat([random.between(-25_000, 25_000), random.between(-25_000, 25_000)]));
  }
  return points.slice(0, count);
}

/** Bare features of a layer at these places. */
export const draftsAt = (positions: readonly Position[]): FeatureDraft[] =>
  positions.map((coordinates, i) => ({
    code: `B-${i}`,
    name: `${i}`,
    geometry: { type: "Point", coordinates },
    attributes: {},
    positionErrorM: null,
    districtCode: null,
    source: "bench",
    observedOn: null,
  }));

/** What the server delivers for these features, opened as a page opens it. */
export const openedSnapshot = (layer: string, drafts: readonly FeatureDraft[]): Snapshot =>
  openSnapshot(snapshotBytes(layer, drafts));

/** The Arrow stream as it leaves the builder, not yet gzipped. */
export function snapshotBytes(layer: string, drafts: readonly FeatureDraft[]): Uint8Array {
  const random = createRandom(SEED, layer);
  const rows = drafts.map((draft) => ({ ...draft, id: uuid(random) }));
  return encodeSnapshot(buildTable(getLayer(layer), rows, 1, BENCH_CENTER), getLayer(layer));
}

function uuid(random: Random): string {
  const digits = Array.from({ length: 32 }, () => random.integer(0, 15).toString(16)).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What the worker gives to an analysis. */
export function inputsOf(...snapshots: readonly Snapshot[]): AnalysisInputs {
  const byLayer = new Map(snapshots.map((snapshot) => [snapshot.layer, snapshot]));
  return {
    plane: benchPlane,
    layer: getLayer,
    rules: LIBRARY_BOOK,
    snapshot(layer) {
      const snapshot = byLayer.get(layer);
      if (!snapshot) throw new RangeError(`no snapshot of ${layer}`);
      return snapshot;
    },
  };
}

/** An analysis as the server and the worker run it: parameters through the schema first. */
export const runOn = <Parameters extends z.ZodType, Finding, Summary>(
  analysis: AnalysisDefinition<Parameters, Finding, Summary>,
  parameters: z.input<Parameters>,
  inputs: AnalysisInputs,
): AnalysisResult<Finding, Summary> => analysis.run(analysis.parameters.parse(parameters), inputs);
