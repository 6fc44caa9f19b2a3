import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDelivery } from "../../../server/intake/read-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "read-file-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function read(bytes: Uint8Array | string, encoding?: string, name = "file.csv") {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return readDelivery(path, encoding);
}

const TEXT = "编号,名称\nA,科尔沁路";
const FIELDS = { 编号: "A", 名称: "科尔沁路" };
/** The same in GBK, by the table of GB 18030-2022. */
const GBK = Buffer.from("b1e0bac52cc3fbb3c60a412cbfc6b6fbc7dfc2b7", "hex");
const utf16 = (text: string, mark: boolean) => Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");

test.each([
  ["UTF-8", Buffer.from(TEXT), undefined, "utf-8"],
  ["UTF-8 with its mark", Buffer.from(`\uFEFF${TEXT}`), undefined, "utf-8"],
  ["UTF-8 with its mark, said again", Buffer.from(`\uFEFF${TEXT}`), "UTF8", "utf-8"],
  ["GBK", GBK, "gbk", "gbk"],
  ["GB 18030", GBK, "GB18030", "gb18030"],
  ["UTF-16 with its mark", utf16(TEXT, true), undefined, "utf-16le"],
  ["UTF-16, big end first", utf16(TEXT, true).swap16(), undefined, "utf-16be"],
  ["UTF-16 without a mark, said", utf16(TEXT, false), "utf-16le", "utf-16le"],
])("%s is read", async (_, bytes, encoding, name) => {
  const { rows, columns, ...rest } = await read(bytes, encoding);
  expect(rest).toMatchObject({ format: "csv", encoding: name });
  expect(columns).toEqual(["编号", "名称"]);
  expect(rows[0]!.fields).toEqual(FIELDS);
});

test("gzipped or not, by its content and not by its name", async () => {
  const packed = await read(gzipSync(TEXT), undefined, "looks-plain.csv");
  expect(packed.rows[0]!.fields).toEqual(FIELDS);
  const collection = await read('\n{"type":"FeatureCollection","features":[]}', undefined, "looks-like.csv");
  expect(collection).toMatchObject({ format: "geojson", rows: [] });
});

test("the same bytes have the same digest, others another", async () => {
  const [first, second, third] = [await read(TEXT), await read(TEXT, undefined, "b.csv"), await read(`${TEXT}\n`)];
  expect(first.sha256).toBe(second.sha256);
  expect(first.sha256).not.toBe(third.sha256);
});

test.each([
  ["another encoding than UTF-8", GBK, undefined, /is not in utf-8; say in which .*--encoding gb18030$/],
  ["another encoding than was said", GBK, "utf-8", /is not in utf-8; try --encoding gb18030$/],
  ["a mark against what was said", utf16(TEXT, true), "gbk", /begins with the mark of utf-16le and is not gbk/],
  ["an encoding that there is not", TEXT, "klingon", /^there is no encoding klingon; utf-8 and gb18030/],
  ["a cut-off archive", gzipSync(TEXT.repeat(50)).subarray(0, 40), undefined, /cannot be unpacked: unexpected end/],
  ["an archive that unpacks to more than it may", gzipSync(Buffer.alloc(401e6)), undefined, /more than 400 MB: split/],
])("%s is one line that says what to do", async (_, bytes, encoding, message) => {
  const problem = await read(bytes, encoding).catch((error: Error) => error.message);
  expect(problem).toMatch(message);
  expect(problem).not.toContain("\n");
});

test("a file that is not there, and a folder, are named", async () => {
  await expect(readDelivery(join(folder, "none.csv"), undefined)).rejects.toThrow(/^there is no file .*none\.csv$/);
  await expect(readDelivery(folder, undefined)).rejects.toThrow(/is a folder: name one file in it$/);
});
