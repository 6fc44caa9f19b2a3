import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitRecord } from "../../../../server/intake/formats/csv-records.ts";
import type { Delimiter } from "../../../../server/intake/formats/delivery.ts";
import { deliver, refusalOf } from "../../../support/deliver.ts";
import { encodeGbk } from "../../../support/encode-gbk.ts";

const codes = (notices: readonly { code: string }[]) => notices.map(({ code }) => code);

describe("taking lines apart", () => {
  test("a row keeps the number of the line on which it begins, whatever the line ends", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const text = ["code,name", 'A,"two', 'lines"', "", "B,one", ""].join(end);
      const { rows } = (await deliver("x.csv", text)).tables[0];
      expect(rows).toEqual([
        { place: 2, geometry: null, fields: { code: "A", name: "two\nlines" } },
        { place: 5, geometry: null, fields: { code: "B", name: "one" } },
      ]);
    }
  });

  test("a quote that nobody closes costs its own line and no other", async () => {
    const { rows, broken } = (await deliver("x.csv", 'a,b\n1,2\n3,"x\n4,5\n6,"y"z\n7,8\n')).tables[0];
    expect(rows.map(({ place }) => place)).toEqual([2, 4, 6]);
    expect(broken).toEqual([
      { place: 3, reason: "more text follows a field's closing quote" },
      { place: 5, reason: "more text follows a field's closing quote" },
    ]);
    const open = (await deliver("x.csv", 'a,b\n3,"x\n4,5\n')).tables[0];
    expect(open.broken).toEqual([{ place: 2, reason: "a quote opens a field and none closes it" }]);
    expect(open.rows.map(({ fields }) => fields)).toEqual([{ a: "4", b: "5" }]);
  });

  test("a quote within a field is a character", async () => {
    const { rows } = (await deliver("x.csv", 'a,b\n1,5" pipe\n2,6" pipe\n')).tables[0];
    expect(rows.map(({ fields }) => fields.b)).toEqual(['5" pipe', '6" pipe']);
  });

  test("a line with more or fewer fields is named; empty ones behind the last column are no trouble", async () => {
    const { rows, broken } = (await deliver("x.csv", "a,b\n1,2,,\n3\n4,5,6\n")).tables[0];
    expect(rows.map(({ place }) => place)).toEqual([2]);
    expect(broken).toEqual([
      { place: 3, reason: "1 fields where the header has 2" },
      { place: 4, reason: "3 fields where the header has 2" },
    ]);
  });

  test("a NUL byte breaks its line only", async () => {
    const { rows, broken } = (await deliver("x.csv", `a,b\n1,2\n3,\0\n${"5,6\n".repeat(20)}`)).tables[0];
    expect(broken).toEqual([{ place: 3, reason: "it holds a NUL character" }]);
    expect(rows).toHaveLength(21);
  });

  test.each<[Delimiter, string]>([
    [";", "id;x;y\n1;1,5;2,5\n2;3,5;4,25\n"],
    ["\t", "id\tx\ty\n1\ta,b,c\tz\n"],
    [",", 'id,x\n1,"a;b;c"\n2,"d;e;f"\n'],
    [",", "only\none\n"],
  ])("the delimiter %j is found", async (delimiter, text) => {
    expect((await deliver("x.csv", text)).delimiter).toBe(delimiter);
  });

  test("a stated delimiter is used", async () => {
    const { tables } = await deliver("x.csv", "a;b,c\n1;2,3\n", { delimiter: "," });
    expect(tables[0].columns).toEqual(["a;b", "c"]);
  });

  test("reads what csv-parse reads", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "中", '"', ",", ";", "\t", " ", "\n"), maxLength: 6 });
    const quote = (value: string) => `"${value.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(",", ";", "\t"),
        (fields, delimiter) => {
          const text = fields.map(quote).join(delimiter);
          const [expected] = parse(text, { delimiter, trim: true }) as string[][];
          expect(splitRecord(text, delimiter as Delimiter)).toEqual(expected);
        },
      ),
    );
  });
});

describe("the header", () => {
  test("titles above it are passed over and said", async () => {
    const { rows, columns, notices } = (await deliver("x.csv", "重点企业台账,,\n制表,,\n编号,名称,经度\nA,甲,1\n"))
      .tables[0];
    expect(columns).toEqual(["编号", "名称", "经度"]);
    expect(notices).toEqual([{ code: "rows-above-header", detail: "重点企业台账 | 制表" }]);
    expect(rows).toEqual([{ place: 4, geometry: null, fields: { 编号: "A", 名称: "甲", 经度: "1" } }]);
  });

  test("where it is can be said", async () => {
    const { columns, rows } = (await deliver("x.csv", "a,b\nc,d\n1,2\n", { headerRow: 2 })).tables[0];
    expect([columns, rows.length]).toEqual([["c", "d"], 1]);
    const joined = (await deliver("x.csv", "a,b\nc,d\n1,2\n", { headerRows: 2 })).tables[0];
    expect([joined.columns, joined.rows.length]).toEqual([["a/c", "b/d"], 1]);
    expect(await refusalOf("x.csv", "a,b\n1,2\n", { headerRow: 9 })).toMatch(/^header-not-there: row 9/);
  });

  test("a name that stands twice is numbered and said; a column without a name is left out", async () => {
    const { columns, rows, notices } = (await deliver("x.csv", "经度,经度,经度 (2),\n1,2,3,4\n")).tables[0];
    expect(columns).toEqual(["经度", "经度 (3)", "经度 (2)"]);
    expect(notices).toEqual([{ code: "doubled-column", detail: "经度 → 经度 (3)" }]);
    expect(rows[0]!.fields).toEqual({ 经度: "1", "经度 (3)": "2", "经度 (2)": "3" });
  });

  test("a header alone is a table without rows", async () => {
    const { columns, rows, notices } = (await deliver("x.csv", "a,b\n")).tables[0];
    expect([columns, rows, codes(notices)]).toEqual([["a", "b"], [], ["no-rows"]]);
  });

  test("5,000 columns are refused by their number", async () => {
    const header = Array.from({ length: 5000 }, (_, i) => `c${i}`).join(",");
    expect(await refusalOf("x.csv", `${header}\n`)).toBe("too-many-columns: there are 5000 columns: at most 1000");
  });

  test.each([
    ["nothing", ""],
    ["a byte order mark", "\uFEFF"],
    ["blank lines", " \n\n,,\n"],
  ])("a file with %s is refused as empty", async (_, text) => {
    expect(await refusalOf("x.csv", text)).toMatch(/^empty: /);
  });

  test("a column may be called like a member of every object", async () => {
    const { rows } = (await deliver("x.csv", "__proto__,constructor\n1,2\n")).tables[0];
    expect(Object.entries(rows[0]!.fields)).toEqual([
      ["__proto__", "1"],
      ["constructor", "2"],
    ]);
  });
});

describe("the encoding", () => {
  const TEXT = "编号,名称\nA,科尔沁区建国路企业\nB,通辽市永清化工\n";
  const wide = (text: string) => Buffer.from(text, "utf16le");

  test.each<[string, Buffer, string, string]>([
    ["UTF-8", Buffer.from(TEXT), "utf-8", "valid"],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${TEXT}`), "utf-8", "mark"],
    ["GBK", encodeGbk(TEXT), "gb18030", "guess"],
    ["UTF-16 with its mark", wide(`\uFEFF${TEXT}`), "utf-16le", "mark"],
    ["UTF-16, big end first, with its mark", wide(`\uFEFF${TEXT}`).swap16(), "utf-16be", "mark"],
    ["UTF-16 without a mark", wide(TEXT), "utf-16le", "guess"],
  ])("%s is found", async (_, bytes, id, sure) => {
    const { encoding, tables, notices } = await deliver("x.csv", bytes);
    expect(encoding).toMatchObject({ id, sure });
    expect(tables[0].rows[0]!.fields).toEqual({ 编号: "A", 名称: "科尔沁区建国路企业" });
    expect(notices).toEqual([]);
  });

  test.each([
    ["windows-1252", "straße,größe\nMüllerstraße,schön\nKölner Straße,grün\n", "latin1"],
    [
      "windows-1251",
      "c5ebe5eae5f2f02cf3ebe8f6e00acff0e8e2e5f22ccfe5f0e2e0ff20f3ebe8f6e020cce8f0e00ad3ebe8f6e02cc4eeec20ede020eff0eef1efe5eaf2e50a",
      "hex",
    ],
  ] as const)("%s is guessed", async (id, text, form) => {
    const { encoding } = await deliver("x.csv", Buffer.from(text, form));
    expect(encoding).toMatchObject({ id, sure: "guess" });
  });

  test("windows-1250 is among what it could be", async () => {
    // "Straż pożarna, Łódź, ulica Świętokrzyska" in windows-1250.
    const polish = Buffer.concat([
      Buffer.from("nazwa,ulica\nStra"),
      Buffer.from([0xbf]),
      Buffer.from(" po"),
      Buffer.from([0xbf]),
      Buffer.from("arna,"),
      Buffer.from([0x8c]),
      Buffer.from("wi"),
      Buffer.from([0xea]),
      Buffer.from("tokrzyska\n"),
      Buffer.from([0xa3, 0xf3]),
      Buffer.from("d"),
      Buffer.from([0x9f]),
      Buffer.from(",Ko"),
      Buffer.from([0x9c]),
      Buffer.from("cielna\n"),
    ]);
    const { encoding } = await deliver("x.csv", polish);
    expect([encoding!.id, ...encoding!.others]).toContain("windows-1250");
  });

  test("every common text of Chinese ledgers is seen as GB 18030 when written so", () => {
    const character = fc.constantFrom(
      ..."通辽市科尔沁区建国路企业有限公司化工危险源消防水鹤村镇东西南北中大小人民永清",
    );
    const cell = fc.string({ unit: character, minLength: 4, maxLength: 20 });
    return fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 3, maxLength: 10 }), async (cells) => {
        const { encoding, tables } = await deliver("x.csv", encodeGbk(`编号\n${cells.join("\n")}\n`));
        expect(encoding!.id).toBe("gb18030");
        expect(tables[0].rows.map(({ fields }) => fields.编号)).toEqual(cells);
      }),
      { numRuns: 30 },
    );
  });

  test("a file that mixes UTF-8 and GBK loses the lines of the fewer, by their numbers", async () => {
    const mostlyUtf8 = Buffer.concat([Buffer.from(TEXT), encodeGbk("C,混入的企业\n"), Buffer.from("D,后来的企业\n")]);
    const one = await deliver("x.csv", mostlyUtf8);
    expect(one.encoding).toMatchObject({ id: "utf-8", sure: "guess" });
    expect(one.notices).toEqual([{ code: "mixed-encodings", detail: "4" }]);
    expect(one.tables[0].broken).toEqual([{ place: 4, reason: "its bytes are not utf-8, as the other lines are" }]);
    expect(one.tables[0].rows.map(({ place }) => place)).toEqual([2, 3, 5]);

    const mostlyGbk = Buffer.concat([encodeGbk(TEXT), Buffer.from("C,混入的企业\n"), encodeGbk("D,后来的企业\n")]);
    const other = await deliver("x.csv", mostlyGbk);
    expect(other.encoding).toMatchObject({ id: "gb18030", sure: "guess" });
    expect(other.tables[0].broken).toEqual([{ place: 4, reason: "its bytes are not gb18030, as the other lines are" }]);
    expect(other.tables[0].rows.map(({ fields }) => fields.名称)).toEqual([
      "科尔沁区建国路企业",
      "通辽市永清化工",
      "后来的企业",
    ]);
  });

  test("a mixture is seen over megabytes", async () => {
    const filler = Buffer.from("A,科尔沁区建国路企业\n".repeat(80_000));
    const { tables } = await deliver(
      "x.csv",
      Buffer.concat([Buffer.from("编号,名称\n"), filler, encodeGbk("B,永清化工\n"), filler]),
    );
    expect(tables[0].broken.map(({ place }) => place)).toEqual([80_002]);
    expect(tables[0].rows).toHaveLength(160_000);
    expect(tables[0].rows.at(-1)!.place).toBe(160_002);
  });

  test("a stated encoding is held to", async () => {
    const { encoding } = await deliver("x.csv", encodeGbk(TEXT), { encoding: "GBK" });
    expect(encoding).toEqual({ id: "gbk", sure: "stated", others: [] });
    expect(await refusalOf("x.csv", encodeGbk(TEXT), { encoding: "utf-8" })).toBe(
      "wrong-encoding: line 1 is not in utf-8; gb18030 fits better",
    );
    expect(await refusalOf("x.csv", TEXT, { encoding: "klingon" })).toMatch(/^unknown-encoding: .*klingon/);
    expect(await refusalOf("x.csv", `\uFEFF${TEXT}`, { encoding: "gbk" })).toMatch(/^wrong-encoding: .*mark of utf-8/);
  });

  test("a lone half of a pair in UTF-16 is refused", async () => {
    const cut = Buffer.concat([wide("\uFEFFa,b\n1,"), Buffer.from([0x00, 0xd8]), wide("x\n")]);
    expect(await refusalOf("x.csv", cut)).toMatch(/^wrong-encoding: /);
  });
});
