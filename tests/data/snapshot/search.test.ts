import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { type SearchSource, search } from "#data/snapshot/search.ts";
import { line, makeSnapshot, point, type Row } from "../../support/make-snapshot.ts";

const AT = point(122.26, 43.62);

const sourceOf = (layer: string, rows: readonly Row[]): SearchSource => ({
  snapshot: makeSnapshot(layer, rows),
  layer: getLayer(layer),
});

const enterprises = sourceOf("enterprises", [
  {
    code: "QY-0001",
    name: "示例化工有限公司",
    geometry: point(122.2, 43.6),
    attributes: {
      address: "创业大街 12 号",
      creditCode: "91150500MA0TEST018",
      safetyManager: "张三",
      phone: "1390000",
    },
  },
  { code: "QY-0010", name: "示例化工", geometry: AT, attributes: { address: "创业大街 7 号" } },
  { code: "QY-0100", name: "北方示例化工厂", geometry: AT, attributes: { address: "工业路 12 号" } },
  { code: "QY-0011", name: "Harbour Mill", geometry: AT, attributes: { address: "Mill Lane 3" } },
]);
const houses = sourceOf("houses", [
  { code: "FW-1", name: "", geometry: AT, attributes: { address: "创业大街 12 号院", owner: "李四" } },
  { code: "FW-2", name: "", geometry: AT, attributes: { address: "创业大街 12 号院" } },
]);
const roads = sourceOf("roads", [
  {
    code: "L1",
    name: "国道111",
    geometry: line([122.2, 43.6], [122.3, 43.6]),
    attributes: { roadCode: "G111", startStakeM: 810_000 },
  },
]);
const sources = [enterprises, houses, roads];

const found = (query: string, limit = 10) =>
  search(query, sources, limit).map((hit) =>
    hit.kind === "feature" ? `${hit.layer} ${hit.row} ${hit.field}` : hit.kind,
  );

describe("features", () => {
  test("are found by code, exact before longer ones", () => {
    expect(found("QY-001")).toEqual(["enterprises 1 code", "enterprises 3 code"]);
    expect(found("fw-1")).toEqual(["houses 0 code"]);
  });

  test("are found by name: exact, then beginning, then inside", () => {
    expect(found("示例化工")).toEqual(["enterprises 1 name", "enterprises 0 name", "enterprises 2 name"]);
    expect(search("北方示例化工厂", sources, 10)).toEqual([
      {
        kind: "feature",
        position: [122.26, 43.62],
        layer: "enterprises",
        row: 2,
        field: "name",
        text: "北方示例化工厂",
      },
    ]);
  });

  test("are found by what their layer lets be searched: address, credit code", () => {
    expect(found("创业大街")).toEqual([
      "enterprises 1 address",
      "enterprises 0 address",
      "houses 0 address",
      "houses 1 address",
    ]);
    expect(found("91150500ma0test018")).toEqual(["enterprises 0 creditCode"]);
  });

  test("are found whatever the case and the width", () => {
    expect(found("ｑｙ－０１００")).toEqual(["enterprises 2 code"]);
    expect(found("HARBOUR")).toEqual(["enterprises 3 name"]);
    expect(found("  harbour   mill ")).toEqual(["enterprises 3 name"]);
  });

  test("need every word, in whichever fields and order", () => {
    expect(found("12 化工")).toEqual(["enterprises 2 name", "enterprises 0 name"]);
    expect(found("mill harbour lane")).toEqual(["enterprises 3 name"]);
    expect(found("化工 月球")).toEqual([]);
  });

  test("with the phrase itself go before those with its words here and there", () => {
    expect(found("创业大街 12 号")).toEqual(["enterprises 0 address", "houses 0 address", "houses 1 address"]);
  });

  test("are never found by what is personal", () => {
    for (const secret of ["张三", "1390000", "李四"]) expect(found(secret)).toEqual([]);
  });

  test("are listed up to the limit", () => {
    expect(found("创业大街", 2)).toEqual(["enterprises 1 address", "enterprises 0 address"]);
    expect(found("创业大街", 0)).toEqual([]);
  });
});

describe("stakes", () => {
  test.each([
    "G111 K812+300",
    "g111k812+300",
    "Ｇ１１１　Ｋ８１２＋３００",
    "国道111 812.3km",
    "G111 812公里300米",
  ])("%s", (query) => {
    const [hit, ...others] = search(query, sources, 10);
    expect(others).toEqual([]);
    expect(hit).toMatchObject({ kind: "stake", layer: "roads", row: 0 });
    expect(hit?.kind === "stake" && hit.stakeM).toBeCloseTo(812_300, 6);
    expect(hit!.position[0]).toBeCloseTo(122.2285, 3);
    expect(hit!.position[1]).toBeCloseTo(43.6, 4);
  });

  test("off the road, or without a road, are nowhere", () => {
    for (const query of ["G111 K900+000", "G112 K812+300", "K812+300"]) expect(found(query)).toEqual([]);
    expect(search("G111 K812+300", [enterprises], 10)).toEqual([]);
  });
});

describe("positions", () => {
  test("come before everything else, the nearer reading first", () => {
    expect(search("122.26,43.62", sources, 10)).toEqual([{ kind: "position", position: [122.26, 43.62] }]);
    const positions = (near: [number, number]) =>
      search("10.5, 50.25", sources, 10, near).map(({ position }) => position);
    expect(positions([11, 50])).toEqual([
      [10.5, 50.25],
      [50.25, 10.5],
    ]);
    expect(positions([50, 11])).toEqual([
      [50.25, 10.5],
      [10.5, 50.25],
    ]);
  });
});

test.each([
  "",
  "   ",
  "\n",
  "月球",
  "%",
  "\\",
  "(",
  ".*",
  "undefined",
  "null",
  "K",
  "+",
  "😀",
  "\ud800",
])("%j has no hits", (query) => {
  expect(search(query, sources, 10)).toEqual([]);
});

test("a text longer than any address has no hits", () => {
  expect(found(`示例化工${" ".repeat(400)}`)).toEqual([]);
});

test("empty ledgers have no hits", () => {
  expect(search("化工", [sourceOf("enterprises", []), sourceOf("roads", [])], 10)).toEqual([]);
  expect(search("化工", [], 10)).toEqual([]);
});

/** Every word somewhere in the code, the name or a searchable attribute: what the search promises, asked row by row. */
function rowsWith(query: string, { snapshot, layer }: SearchSource): number[] {
  const fold = (text: string | null) => (text ?? "").normalize("NFKC").toLowerCase();
  const words = fold(query).split(/\s+/).filter(Boolean);
  const fields = Object.entries(layer.attributes).filter(([, each]) => each.searchable && !each.personal);
  return Array.from({ length: snapshot.count }, (_, row) => row).filter((row) => {
    const columns = fields.map(([id]) => snapshot.columns[id]);
    const texts = [snapshot.codes, snapshot.names, ...columns].map((column) =>
      column?.type === "text" ? fold(column.get(row)) : "",
    );
    return words.length > 0 && words.every((word) => texts.some((text) => text.includes(word)));
  });
}

test("finds the rows that looking at each row finds, each once, and never throws", () => {
  const text = fc
    .array(fc.constantFrom("路", "大街", "a", "B", "Ａb", "12", " ", "é", "ﬁ", "\n", "😀"), { maxLength: 5 })
    .map((parts) => parts.join(""));
  const rows = fc.array(
    fc.record({ name: text, geometry: fc.constant(AT), attributes: fc.record({ address: fc.option(text) }) }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(rows, text, (each, query) => {
      const source = sourceOf("enterprises", each);
      const hits = search(query, [source], 1000).flatMap((hit) => (hit.kind === "feature" ? [hit.row] : []));
      const wanted = rowsWith(query, source);
      expect(new Set(hits).size).toBe(hits.length);
      // One letter or digit alone is only looked for where a text begins.
      if (/^[!-~]$/.test(query.trim().normalize("NFKC"))) expect(wanted).toEqual(expect.arrayContaining(hits));
      else expect(hits.toSorted((a, b) => a - b)).toEqual(wanted);
    }),
    { numRuns: 300 },
  );
});

test("never throws, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (query) => {
      expect(Array.isArray(search(query, sources, 10))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
