import { expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { findGroups, MOST_HITS } from "../../../../web/panels/search/find-groups.ts";
import { toOptionGroups } from "../../../../web/panels/search/options.ts";
import type { Ledger } from "../../../../web/state/ledgers.ts";
import { makeSnapshot, point } from "../../../support/make-snapshot.ts";

const ledger = (layer: string, rows: Parameters<typeof makeSnapshot>[1]): Ledger => ({
  definition: getLayer(layer),
  snapshot: makeSnapshot(layer, rows),
});

const section = (name: string, i: number) => ({
  name,
  geometry: {
    type: "LineString" as const,
    coordinates: [
      [122.2 + i / 100, 43.6],
      [122.21 + i / 100, 43.6],
    ],
  },
  attributes: { roadCode: "G111", startStakeM: 800_000 + i * 1000 },
});

const ledgers = [
  ledger("accidents", [{ name: "北街 K1+200", geometry: point(122.2, 43.6), attributes: { roadName: "北街" } }]),
  ledger(
    "houses",
    Array.from({ length: 400 }, (_, i) => ({ name: `平房 ${i}`, geometry: point(122.2, 43.6), attributes: {} })),
  ),
  ledger("roads", [section("北街", 0), section("南街", 1), section("北街", 2)]),
];

const find = (query: string, isShown: (layer: string, row: number) => boolean = () => true) =>
  findGroups(query, ledgers, null, ({ definition, snapshot }) =>
    Uint8Array.from({ length: snapshot.count }, (_, row) => (isShown(definition.id, row) ? 1 : 0)),
  );

test("a road comes first and once, with all its sections", () => {
  const { groups } = find("北街");
  expect(groups.map(({ ledger: { definition } }) => definition.id)).toEqual(["roads", "accidents"]);
  expect(groups[0]!.hits).toMatchObject([{ rows: [0, 2], text: "北街" }]);
});

test("says of each hit whether the filter shows it", () => {
  const { groups } = find("平房 7", (layer, row) => layer !== "houses" || row === 7);
  const hidden = groups[0]!.hits.filter(({ isHidden }) => isHidden);
  expect(hidden).toHaveLength(groups[0]!.hits.length - 1);
  expect(groups[0]!.hits.find(({ row }) => row === 7)).toMatchObject({ isHidden: false });
});

test("a stake and a position are places, not features", () => {
  expect(find("G111 K802+300").places).toMatchObject([{ kind: "stake", stakeM: 802_300, row: 2 }]);
  expect(find("122.25,43.61").places).toMatchObject([{ kind: "position", position: [122.25, 43.61] }]);
});

test("says when there is more than is listed", () => {
  expect(find("平房")).toMatchObject({ isCut: true });
  expect(find("平房").groups[0]!.hits).toHaveLength(MOST_HITS);
  expect(find("南街")).toMatchObject({ isCut: false });
});

test("a long group is folded, and every hit is reached by unfolding it", () => {
  const found = find("平房 1");
  const { length } = found.groups[0]!.hits;
  const [folded] = toOptionGroups(found, new Set());
  const more = folded!.options.at(-1);
  expect(more).toMatchObject({ kind: "more", layer: "houses", count: length - (folded!.options.length - 1) });
  const [unfolded] = toOptionGroups(found, new Set(["houses"]));
  expect(unfolded!.options.map(({ kind }) => kind)).toEqual(Array(length).fill("feature"));
});
