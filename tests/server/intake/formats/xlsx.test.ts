import { describe, expect, test } from "vitest";
import { judgeFormat } from "../../../../server/intake/formats/number-formats.ts";
import { deliver, refusalOf } from "../../../support/deliver.ts";
import { makeWorkbook, plainRows, type WorkbookSpec } from "../../../support/make-workbook.ts";

const read = (spec: WorkbookSpec, options = {}) => deliver("x.xlsx", makeWorkbook(spec), options);
const sheet = (rows: string, merges: string[] = []) => ({ name: "台账", rows, merges });
const fieldsOf = async (cells: string, spec: Partial<WorkbookSpec> = {}) => {
  const header = plainRows([["A", "B", "C"]]);
  const { tables } = await read({ sheets: [sheet(`${header}<row r="2">${cells}</row>`)], ...spec });
  return { fields: tables[0].rows[0]?.fields, notices: tables[0].notices };
};

describe("cells", () => {
  test("texts, numbers and truth values keep their kind; nothing is null", async () => {
    const { fields } = await fieldsOf(
      '<c r="A2" t="s"><v>1</v></c><c r="B2"><v>122.26</v></c><c r="C2" t="b"><v>1</v></c>',
      {
        texts: [
          "<t>other</t>",
          "<r><t>科尔沁</t></r><rPh><t>ke er qin</t></rPh><r><t xml:space='preserve'> 路_x000D_</t></r>",
        ],
      },
    );
    expect(fields).toEqual({ A: "科尔沁 路\r", B: 122.26, C: true });
    expect((await fieldsOf('<c r="A2"><v>0</v></c><c r="C2" t="inlineStr"><is><t> </t></is></c>')).fields).toEqual({
      A: 0,
      B: null,
      C: null,
    });
  });

  test("dates are seen by the number's format, in both systems of counting", async () => {
    const cells =
      '<c r="A2" s="1"><v>45356</v></c><c r="B2" s="2"><v>45356.295138889</v></c><c r="C2" s="3"><v>0.5</v></c>';
    const formats = [0, 14, 'yyyy"年"m"月"d"日" h:mm', "h:mm:ss"];
    expect((await fieldsOf(cells, { formats })).fields).toEqual({
      A: "2024-03-05",
      B: "2024-03-05T07:05:00",
      C: "12:00:00",
    });
    const old = await read({
      sheets: [sheet(`${plainRows([["A", "B"]])}<row r="2"><c r="A2" s="1"><v>43894</v></c></row>`)],
      formats,
      from1904: true,
    });
    expect(old.tables[0].rows[0]!.fields.A).toBe("2024-03-05");
    expect(old.notices).toEqual([{ code: "dates-from-1904", detail: "" }]);
  });

  test("days of 1900 are those that Excel shows; its 29th of February stays a number", async () => {
    const cells = '<c r="A2" s="1"><v>1</v></c><c r="B2" s="1"><v>60</v></c><c r="C2" s="1"><v>61</v></c>';
    expect((await fieldsOf(cells, { formats: [0, 14] })).fields).toEqual({ A: "1900-01-01", B: 60, C: "1900-03-01" });
  });

  test.each([
    ["yyyy-mm-dd", "date"],
    ["m/d", "date"],
    ['[$-804]yyyy"年"m"月"', "date"],
    ["hh:mm", "time"],
    ["[h]:mm", "number"],
    ["General", "number"],
    ["0.00E+00", "number"],
    ['#,##0.0" m"', "number"],
    ["[Red]0.0;[Blue]-0.0", "number"],
    ["000000", { padded: 6 }],
  ])("the number format %s is %j", (code, format) => {
    expect(judgeFormat(code)).toEqual(format);
  });

  test("a code that its format pads with zeros is the text that is seen", async () => {
    expect((await fieldsOf('<c r="A2" s="1"><v>42</v></c>', { formats: [0, "000000"] })).fields!.A).toBe("000042");
  });

  test("a formula's stored value is used and said; without one the cell says nothing", async () => {
    const { fields, notices } = await fieldsOf(
      '<c r="A2"><f>1+1</f><v>2</v></c><c r="B2"><f>A2*2</f></c><c r="C2" t="e"><f>X!A1</f><v>#REF!</v></c>',
    );
    expect(fields).toEqual({ A: 2 });
    expect(notices).toEqual([
      { code: "formula", detail: "A2" },
      { code: "formula-without-value", detail: "B2" },
      { code: "error-value", detail: "C2" },
    ]);
  });

  test("long numbers, which spreadsheets round, are pointed at", async () => {
    const { fields, notices } = await fieldsOf(
      '<c r="A2"><v>150502199001011230</v></c><c r="B2"><v>999999999999999</v></c>',
    );
    expect(fields).toMatchObject({ A: 150502199001011230, B: 999999999999999 });
    expect(notices).toEqual([{ code: "long-number", detail: "A2" }]);
  });

  test("cells and rows without addresses follow one another", async () => {
    const { tables } = await read({
      sheets: [sheet('<row><c t="inlineStr"><is><t>A</t></is></c></row><row><c><v>7</v></c></row>')],
    });
    expect(tables[0].rows).toEqual([{ place: 2, fields: { A: 7 }, geometry: null }]);
  });

  test("values in a column without a name are pointed at", async () => {
    const { tables } = await read({
      sheets: [
        sheet(
          plainRows([
            ["A", null, "C"],
            [1, 2, 3],
            [4, 5, 6],
          ]),
        ),
      ],
    });
    expect(tables[0].columns).toEqual(["A", "C"]);
    expect(tables[0].notices).toEqual([{ code: "unnamed-column", detail: "B2, B3" }]);
  });
});

describe("headers", () => {
  test("titles above the header, though joined over all columns, are passed over", async () => {
    const rows = plainRows([
      ["重点企业台账", null, null],
      ["编号", "名称", "经度"],
      ["Q1", "甲", 122.3],
    ]);
    const { columns, rows: read1, notices } = (await read({ sheets: [sheet(rows, ["A1:C1"])] })).tables[0];
    expect(columns).toEqual(["编号", "名称", "经度"]);
    expect(read1).toEqual([{ place: 3, fields: { 编号: "Q1", 名称: "甲", 经度: 122.3 }, geometry: null }]);
    expect(notices).toEqual([{ code: "rows-above-header", detail: "重点企业台账" }]);
  });

  test("two rows of headings are joined", async () => {
    const rows = plainRows([
      ["编号", "位置", null, "联系人", null],
      [null, "经度", "纬度", "姓名", "电话"],
      ["Q1", 122.3, 43.6, "张", "138"],
    ]);
    const merges = ["A1:A2", "B1:C1", "D1:E1"];
    const { columns, rows: found, notices } = (await read({ sheets: [sheet(rows, merges)] })).tables[0];
    expect(columns).toEqual(["编号", "位置/经度", "位置/纬度", "联系人/姓名", "联系人/电话"]);
    expect(found.map(({ place }) => place)).toEqual([3]);
    expect(notices).toEqual([
      { code: "joined-header", detail: "1-2" },
      { code: "merged-header", detail: "B1:C1, D1:E1" },
    ]);
  });

  test("so are groups without cells that are joined downwards", async () => {
    const rows = plainRows([
      ["位置", null, "人", null],
      ["经度", "纬度", "姓名", "电话"],
      [122.3, 43.6, "张", "138"],
    ]);
    const { columns } = (await read({ sheets: [sheet(rows, ["A1:B1", "C1:D1"])] })).tables[0];
    expect(columns).toEqual(["位置/经度", "位置/纬度", "人/姓名", "人/电话"]);
  });

  test("a heading that is joined over two columns names both of them", async () => {
    const rows = plainRows([
      ["编号", "坐标", null],
      ["Q1", 122.3, 43.6],
    ]);
    const { columns, notices } = (await read({ sheets: [sheet(rows, ["B1:C1"])] })).tables[0];
    expect(columns).toEqual(["编号", "坐标", "坐标 (2)"]);
    expect(notices.map(({ code }) => code)).toEqual(["doubled-column", "merged-header"]);
  });

  test("how many rows it has can be said", async () => {
    const rows = plainRows([
      ["a", "b"],
      ["c", "d"],
      [1, 2],
    ]);
    const { tables } = await read({ sheets: [sheet(rows)] }, { headerRow: 1, headerRows: 2 });
    expect([tables[0].columns, tables[0].rows.length]).toEqual([["a/c", "b/d"], 1]);
  });

  test("joined cells of the table are pointed at", async () => {
    const rows = plainRows([
      ["镇", "村"],
      ["河西", "甲"],
      [null, "乙"],
    ]);
    const { tables } = await read({ sheets: [sheet(rows, ["A2:A3"])] });
    expect(tables[0].notices).toEqual([{ code: "merged-cells", detail: "A2:A3" }]);
  });

  test("too many columns are refused by their number", async () => {
    const cells = Array.from({ length: 5000 }, (_, i) => `<c t="inlineStr"><is><t>c${i}</t></is></c>`).join("");
    expect(await refusalOf("x.xlsx", makeWorkbook({ sheets: [sheet(`<row>${cells}</row>`)] }))).toMatch(
      /^too-many-columns: there are 5000 columns/,
    );
  });
});

describe("sheets", () => {
  const rows = plainRows([
    ["a", "b"],
    [1, 2],
  ]);

  test("hidden ones come last and are said, empty ones are left out and said", async () => {
    const { tables, notices } = await read({
      sheets: [
        { name: "旧", rows, state: "hidden" },
        { name: "空", rows: "" },
        { name: "今", rows },
        { name: "密", rows, state: "veryHidden" },
      ],
    });
    expect(tables.map(({ name }) => name)).toEqual(["今", "旧", "密"]);
    expect(notices).toEqual([
      { code: "empty-sheet", detail: "空" },
      { code: "hidden-sheet", detail: "旧" },
      { code: "hidden-sheet", detail: "密" },
    ]);
  });

  test("a header alone is a table without rows", async () => {
    const { tables } = await read({ sheets: [sheet(plainRows([["a", "b"]]))] });
    expect(tables[0]).toMatchObject({ columns: ["a", "b"], rows: [], notices: [{ code: "no-rows" }] });
  });

  test("a workbook without a value is refused as empty", async () => {
    expect(await refusalOf("x.xlsx", makeWorkbook({ sheets: [{ name: "空", rows: "" }] }))).toMatch(/^empty: /);
  });

  test("a sheet with damaged XML is left out; alone it is refused", async () => {
    const bad = { name: "坏", rows: '<row r="1"><c r="A1">' };
    const { tables, notices } = await read({ sheets: [bad, { name: "好", rows }] });
    expect(tables.map(({ name }) => name)).toEqual(["好"]);
    expect(notices[0]).toMatchObject({
      code: "table-left-out",
      detail: expect.stringMatching(/^坏: the XML is damaged/),
    });
    expect(await refusalOf("x.xlsx", makeWorkbook({ sheets: [bad] }))).toMatch(/^broken-xml: /);
  });

  test("a document type in a sheet is refused", async () => {
    const bomb = makeWorkbook({
      sheets: [{ name: "a", rows }],
      texts: ['<t>x</t></si></sst><!DOCTYPE a [<!ENTITY b "c">]><sst><si>'],
    });
    expect(await refusalOf("x.xlsx", bomb)).toMatch(/^(document-type|broken-xml): /);
  });

  test("rows may be read several times, and notices are counted anew each time", async () => {
    const cells = '<row r="2"><c r="A2"><f>1</f><v>2</v></c></row>';
    const { tables } = await read({ sheets: [sheet(plainRows([["A"]]) + cells)] });
    expect(tables[0].notices).toEqual([{ code: "formula", detail: "A2" }]);
  });
});
