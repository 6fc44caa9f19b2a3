import { describe, expect, test } from "vitest";
import type { Attribute } from "#data/layers/define.ts";
import { getLayer, LAYERS } from "#data/layers/index.ts";
import type { DraftView, RemarkGroup, RemarkReason } from "../../../../web/api.ts";
import { REMARK_WORDS } from "../../../../web/messages/remarks.ts";
import { findHindrance } from "../../../../web/workspaces/data/commit/commit-state.ts";
import { previewReport, refusedTable } from "../../../../web/workspaces/data/commit/refused-report.ts";
import { keptSettings } from "../../../../web/workspaces/data/mapping/kept-settings.ts";
import { mappingFields, sampleValues } from "../../../../web/workspaces/data/mapping/mapping-fields.ts";
import { cellValues, fixText, withEdits } from "../../../../web/workspaces/data/rows/cell-edits.ts";
import { fileColumns } from "../../../../web/workspaces/data/rows/file-columns.ts";
import { groupsByRemark, rowsOfFix } from "../../../../web/workspaces/data/rows/remark-groups.ts";
import { allowedText, codeTitle, detailText, expectedText } from "../../../../web/workspaces/data/rows/remark-text.ts";

describe("the mapping as a person sees it", () => {
  test("lists every field of every layer once, in both languages", () => {
    for (const layer of LAYERS)
      for (const language of ["zh", "en"] as const) {
        const targets = mappingFields(layer, {}, language).map(({ target }) => target);
        expect(new Set(targets).size).toBe(targets.length);
        expect(targets).toEqual(expect.arrayContaining(["code", "lon", "position", ...Object.keys(layer.attributes)]));
      }
  });

  test("says which column fills a field, and which come after it", () => {
    const fields = mappingFields(getLayer("enterprises"), { name: ["企业名称", "单位名称"], code: ["甲+乙"] }, "zh");
    expect(fields.find(({ target }) => target === "name")).toMatchObject({
      title: "名称",
      required: true,
      column: "企业名称",
      otherwise: ["单位名称"],
    });
    expect(fields.find(({ target }) => target === "code")!.column).toBe("甲+乙");
    expect(fields.find(({ target }) => target === "risk")!.column).toBeNull();
  });

  test("shows different values, those of joined columns together", () => {
    const sample = [
      { row: 2, fields: { a: "1", b: "x", "a+b": "whole" } },
      { row: 3, fields: { a: "1", b: null, "a+b": null } },
      { row: 4, fields: { a: "2", b: "y", "a+b": null } },
    ];
    expect(sampleValues("a", sample)).toEqual(["1", "2"]);
    expect(sampleValues("a+b", sample)).toEqual(["whole"]);
    expect(sampleValues("b+a", sample)).toEqual(["x 1", "1", "y 2"]);
    expect(sampleValues(null, sample)).toEqual([]);
  });
});

const draft = (change: object = {}, counts: object = {}) =>
  ({
    state: "ready",
    ...change,
    preview: {
      datum: { ask: false },
      counts: { new: 1, changed: 0, ...counts },
      ...("preview" in change ? (change.preview as object) : {}),
    },
  }) as unknown as DraftView;

describe("why nothing can be written", () => {
  test("only a ready draft without open question, with something to write, and a person", () => {
    expect(findHindrance(draft(), "王工")).toBeNull();
    expect(findHindrance(draft(), " ")).toBe("person");
    expect(findHindrance(draft({}, { new: 0 }), "王工")).toBe("nothing");
    expect(findHindrance(draft({ preview: { datum: { ask: true } } }), "王工")).toBe("datum");
    expect(findHindrance(draft({ state: "judging" }), "王工")).toBe("judging");
    expect(findHindrance(draft({ state: "failed" }), "王工")).toBe("failed");
  });
});

describe("remarks of a draft", () => {
  const group = (change: Partial<RemarkGroup>): RemarkGroup => ({
    reason: "not-a-code",
    severity: "refusal",
    column: "风险等级",
    fix: null,
    rows: 1,
    ...change,
  });

  test("those that can be mended and those that cannot are one entry; the worst come first", () => {
    const groups = [
      group({ reason: "code-missing", severity: "notice", column: null, rows: 90 }),
      group({ rows: 4 }),
      group({ rows: 3, fix: "nearest-code" }),
    ];
    expect(groupsByRemark(groups).map(({ reason, rows, fix }) => [reason, rows, fix])).toEqual([
      ["not-a-code", 7, "nearest-code"],
      ["code-missing", 90, null],
    ]);
    expect(rowsOfFix(groups, "nearest-code")).toBe(3);
  });

  test("the last word about a cell counts", () => {
    const edits = withEdits([{ row: 2, column: "a", value: "1" }], 2, { a: "2", b: "3" });
    expect(edits).toEqual([
      { row: 2, column: "a", value: "2" },
      { row: 2, column: "b", value: "3" },
    ]);
    expect(withEdits(edits, 3, { a: "4" })).toHaveLength(3);
  });

  test("cells to type over are those of the file, several that are meant together each by itself", () => {
    const facts = {
      tables: [{ name: "一", columns: ["编号", "经度", "纬度", "a, b"] }],
    } as unknown as DraftView["facts"];
    const columns = fileColumns(getLayer("enterprises"), facts, { table: "一", mapping: { code: ["编号"] } });
    const cells = (column: string | null, reason: RemarkReason = "out-of-range") => columns.cellsOf({ column, reason });
    expect(cells("经度")).toEqual(["经度"]);
    expect(cells("经度, 纬度")).toEqual(["经度", "纬度"]);
    expect(cells("a, b")).toEqual(["a, b"]);
    expect(cells("经度, 高程")).toEqual([]);
    expect(cells(null)).toEqual([]);
    expect(cells(null, "duplicate-code")).toEqual(["编号"]);
    expect(cellValues(["经度", "纬度"], "122,2784, 43,6280")).toEqual({ 经度: "122,2784", 纬度: "43,6280" });
    expect(cellValues(["经度", "纬度"], "122")).toEqual({ 经度: "", 纬度: "" });
    expect(cellValues(["电话"], null)).toEqual({ 电话: "" });
  });

  test("a button says what would stand there, and of several cells what is done", () => {
    const words = REMARK_WORDS.zh;
    expect(
      fixText({ kind: "nearest-code", edits: { 风险等级: "red" } }, words, (_, text) =>
        codeTitle(text, getLayer("enterprises").attributes.risk, "zh"),
      ),
    ).toBe("改为 重大风险(红)");
    expect(fixText({ kind: "swap-lon-lat", edits: { 经度: "122", 纬度: "43" } }, words)).toBe("交换经纬度");
    expect(fixText({ kind: "swap-axes", edits: {} }, words)).toBe("交换坐标轴");
  });

  test("what the server says in English is said in the reader's language", () => {
    expect(allowedText("longitude -180…180, latitude -90…90", REMARK_WORDS.zh)).toBe("经度 -180…180, 纬度 -90…90");
    expect(allowedText("LineString, MultiLineString", REMARK_WORDS.zh)).toBe("线, 多部件线");
    expect(allowedText("Tomato Pointing", REMARK_WORDS.zh)).toBe("Tomato Pointing");
    const { risk, employees } = getLayer("enterprises").attributes;
    const said = (reason: RemarkReason, allowed: string | null, attribute?: Attribute) =>
      expectedText({ reason, allowed }, attribute, REMARK_WORDS.zh, "zh");
    expect(said("not-a-code", "red, blue", risk)).toMatch(/^重大风险\(红\)、较大风险/);
    expect(said("not-a-number", "人", employees)).toBe("数字，单位 人");
    expect(said("out-of-range", "0 to 9", employees)).toBe("0 至 9");
    expect(said("broken-row", null)).toBeNull();
    expect(detailText({ reason: "fix-applied", detail: "swap-axes" }, REMARK_WORDS.zh)).toBe("交换坐标轴");
    expect(detailText({ reason: "out-of-zone", detail: "41.2 km" }, REMARK_WORDS.zh)).toBe("41.2 km");
  });
});

const whole = {
  id: "x",
  fileName: "f.csv",
  settings: {
    mapping: { name: "单位" },
    edits: [{ row: 2, column: "电话", value: "13900000000" }],
    observedOn: "2026-11-01",
    table: "一",
    datum: "gcj02",
    datumConfirmed: true,
  },
  preview: {
    mapping: { name: ["单位"], phone: ["电话"], code: ["编号", "序号"] },
    sample: [{ row: 2, fields: { 单位: "甲厂" } }],
  },
} as unknown as DraftView;

describe("what leaves the page", () => {
  test("a saved mapping holds how to read, not what was said of this delivery", () => {
    const kept = keptSettings(whole);
    expect(kept.mapping).toEqual({ name: "单位", phone: "电话" });
    expect(kept.datum).toBe("gcj02");
    for (const one of ["edits", "observedOn", "table", "datumConfirmed", "layer"]) expect(kept).not.toHaveProperty(one);
  });

  test("the report holds neither samples nor what was typed over", () => {
    const text = JSON.stringify(previewReport(whole));
    expect(text).not.toContain("13900000000");
    expect(text).not.toContain("甲厂");
    expect(JSON.parse(text).settings.cellsTypedOver).toBe(1);
  });

  test("refused rows are listed with their reasons alone", () => {
    const remark = {
      row: 7,
      code: "E-7",
      column: "风险等级",
      value: "红红",
      severity: "refusal",
      reason: "not-a-code",
      detail: null,
      allowed: "red, blue",
      fix: { kind: "nearest-code", edits: { 风险等级: "red" } },
    } as const;
    const rows = [{ row: 7, remarks: [remark, { ...remark, severity: "notice" }] }] as never;
    expect(refusedTable(rows, "zh").rows).toEqual([
      [7, "E-7", "风险等级", "红红", "不在可选值之中", null, "red, blue", "改为 red"],
    ]);
  });
});
