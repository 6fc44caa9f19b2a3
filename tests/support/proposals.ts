import type { Position } from "geojson";
import type { FeatureDraft } from "#data/layers/feature.ts";
import { getLayer } from "#data/layers/index.ts";
import { type Proposal, ProposalSchema } from "#data/standards/proposal.ts";
import { writeFeatures } from "../../server/db/feature-writes.ts";
import { writeSetting } from "../../server/db/settings.ts";
import type { TestApi } from "./api.ts";

/** Degrees of a metre at 43.62° N, roughly: a test that needs more measures itself. */
const [EAST, NORTH] = [1 / 80_700, 1 / 111_100];
const [LON, LAT] = [122.26, 43.62];

/** The place so many metres east and north of 122.26 E 43.62 N. */
export const at = (eastM: number, northM: number): Position => [
  Number((LON + eastM * EAST).toFixed(9)),
  Number((LAT + northM * NORTH).toFixed(9)),
];

/** A square of so many metres around a place. */
export const square = (eastM: number, northM: number, sideM: number) => {
  const half = sideM / 2;
  const corners = [at(eastM - half, northM - half), at(eastM + half, northM - half), at(eastM + half, northM + half)];
  return {
    type: "Polygon" as const,
    coordinates: [[...corners, at(eastM - half, northM + half), corners[0]!]],
  };
};

export const FILLING_STATION: Proposal["use"] = {
  side: "hazard",
  hazard: {
    kind: "filling-station",
    petrolM3: 60,
    dieselM3: 30,
    vapourRecovery: true,
    lpgM3: 0,
    lpgBuried: null,
    cng: false,
    lngM3: 0,
  },
  substances: [],
  outline: "unit",
};

export const SCHOOL: Proposal["use"] = {
  side: "target",
  target: {
    kind: "school",
    people: 800,
    households: null,
    beds: null,
    floorAreaM2: 6_000,
    heightM: 15,
    storeys: 4,
    fireRating: "2",
  },
};

/** A filling station on a square of 20 m at the middle, unless said otherwise. */
export const proposalOf = (over: Partial<Proposal> = {}): Proposal =>
  ProposalSchema.parse({
    name: "拟建加油站",
    geometry: square(0, 0, 20),
    positionErrorM: 0,
    use: FILLING_STATION,
    claims: [],
    ...over,
  });

const draft = (code: string, name: string, over: Partial<FeatureDraft>): FeatureDraft => ({
  code,
  name,
  geometry: square(0, 0, 10),
  attributes: {},
  positionErrorM: 0.1,
  districtCode: null,
  source: "测绘院",
  observedOn: "2026-05-01",
  ...over,
});

/** What stands around the middle: a school 25 m east of it, one far away, and a shop. */
export const SURROUNDINGS: Readonly<Record<string, readonly FeatureDraft[]>> = {
  "protection-targets": [
    draft("S-NEAR", "东街小学", {
      geometry: square(45, 0, 20),
      attributes: { kind: "school", people: 600 },
    }),
    draft("S-FAR", "远郊小学", { geometry: square(4_000, 0, 20), attributes: { kind: "school", people: 300 } }),
  ],
  houses: [draft("H-1", "自建房一", { geometry: square(0, 60, 12), attributes: {} })],
};

/** Writes a demonstration zone of these surroundings into a record, and waits until they are published. */
export async function writeSurroundings(api: TestApi, layers = SURROUNDINGS): Promise<void> {
  const { db } = api.database.record;
  await writeSetting(db, "zone", { center: [LON, LAT], name: { zh: "示范区", en: "Demo zone" } }, "tester");
  await writeSetting(db, "demo", { seed: 1, edition: "test" }, "tester");
  for (const [layer, drafts] of Object.entries(layers)) {
    const known = getLayer(layer).attributes;
    const features = drafts.map((each) => ({
      ...each,
      attributes: Object.fromEntries(Object.entries(each.attributes).filter(([id]) => id in known)),
    }));
    await writeFeatures(db, layer, features, { changedBy: "tester" });
  }
  await api.settle();
}
