import { afterAll, beforeAll, expect, test } from "vitest";
import type { AttributeValue } from "#data/layers/feature.ts";
import type { Conflict, ConflictEvent } from "../../../server/conflicts/conflict.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { findRevisions } from "../../../server/db/layer-revisions.ts";
import { listed, startApi, type TestApi } from "../../support/api.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** A square of 20 m, its west edge so many metres east of the zone's centre. */
function squareAt(eastM: number) {
  const [west, south, side] = [122.26 + eastM / 80_500, 43.62, 0.0002];
  const [east, north] = [west + side, south + side];
  return {
    type: "Polygon" as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  };
}
const write = (layer: string, code: string, eastM: number, attributes: Record<string, AttributeValue>) =>
  writeFeatures(
    api.database.record.db,
    layer,
    [
      {
        code,
        name: code,
        geometry: squareAt(eastM),
        attributes,
        positionErrorM: 0.5,
        districtCode: null,
        source: "test",
        observedOn: "2026-03-01",
      },
    ],
    { changedBy: "tester" },
  );
const HAZARD = {
  kind: "warehouse",
  designStandard: "gb50016",
  fireClass: "a",
  items: "1256",
  fireRating: "2",
  totalTonnes: 20,
  outlineOf: "unit",
};
const SCHOOL = { kind: "school", people: 400 };
const list = () => api.get<{ conflicts: (Conflict & { revision: number })[] }>("/api/conflicts?verdict=too-near");
const eventsOf = async (id: string) => (await api.get<{ events: ConflictEvent[] }>(`/api/conflicts/${id}`)).events;

test("the list follows the layers and the words on rules, and a decision ends when its facts do", async () => {
  await listed(api);
  expect((await list()).conflicts).toEqual([]);

  await write("hazard-sources", "H1", 0, HAZARD);
  await write("protection-targets", "T1", 35, SCHOOL);
  const status = await listed(api);
  const revisions = await findRevisions(api.database.record.db);
  expect(status.revisions).toMatchObject(Object.fromEntries(revisions));
  const [found] = (await list()).conflicts;
  expect(found).toMatchObject({ state: "open", finding: { hazard: { code: "H1" }, target: { code: "T1" } } });

  const word = { state: "accepted", note: "专家论证", revision: found!.revision, by: "王工" };
  expect((await api.post(`/api/conflicts/${found!.id}/decisions`, word)).status).toBe(201);
  const [rule] = found!.finding.rules;
  const override = { kind: "override", distanceM: rule!.requiredM + 7, reason: "地方规定", by: "李工" };
  expect((await api.post(`/api/rules/${rule!.ruleId}/decisions`, override)).status).toBe(201);
  await listed(api);
  const [overridden] = (await list()).conflicts;
  expect(overridden!.state).toBe("open");
  expect(overridden!.finding.rules[0]).toMatchObject({ ruleId: rule!.ruleId, requiredM: rule!.requiredM + 7 });
  const kinds = (await eventsOf(found!.id)).map(({ kind }) => kind);
  expect(kinds).toEqual(["seen", "decision", "changed", "reopened"]);
  expect((await eventsOf(found!.id)).at(-1)!.reasons).toContain("required");

  await write("protection-targets", "T1", 2_000, SCHOOL);
  await listed(api);
  expect((await list()).conflicts).toEqual([]);
  expect((await eventsOf(found!.id)).at(-1)).toMatchObject({ kind: "gone" });
});

test("a server that starts again finds the list as it was, and tells nobody anything", async () => {
  await listed(api);
  const before = api.services.events.position;
  const again = await startApi({ shared: api.database });
  const status = await listed(again);
  await again.close();
  expect(status.pending).toBe(false);
  await api.services.events.refresh();
  expect(api.services.events.position).toBe(before);
});
