import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openDelivery } from "../../../../server/intake/formats/open-delivery.ts";
import { deliver, refusalOf } from "../../../support/deliver.ts";
import { makeZip } from "../../../support/make-zip.ts";

const CSV = "a,b\n1,2\n";

test("the content says what a file is, and a wrong name is said", async () => {
  const csv = await deliver("ledger.xlsx", CSV);
  expect([csv.format, csv.notices]).toEqual(["csv", [{ code: "wrong-extension", detail: ".xlsx → csv" }]]);
  const json = await deliver("ledger.csv", '\n{"type":"FeatureCollection","features":[]}');
  expect([json.format, json.notices]).toEqual(["geojson", [{ code: "wrong-extension", detail: ".csv → geojson" }]]);
  expect((await deliver("a.csv", CSV)).notices).toEqual([]);
  expect((await deliver("a.csv.gz", gzipSync(CSV))).notices).toEqual([]);
});

test("gzip is unpacked; the digest and the size are those of the file as delivered", async () => {
  const packed = gzipSync(CSV);
  const one = await deliver("a.csv.gz", packed);
  expect(one).toMatchObject({ format: "csv", compression: "gzip", bytes: packed.length });
  expect(one.tables[0].rows).toHaveLength(1);
  const plain = await deliver("a.csv", CSV);
  expect(plain.compression).toBeNull();
  expect(plain.sha256).not.toBe(one.sha256);
  expect((await deliver("b.csv", CSV)).sha256).toBe(plain.sha256);
});

test.each<[string, string, Buffer]>([
  ["a cut-off gzip", "broken-archive", gzipSync(CSV.repeat(99)).subarray(0, 30)],
  ["gzip in gzip", "nested-archive", gzipSync(gzipSync(CSV))],
  ["an empty gzip", "empty", gzipSync("")],
  ["a gzip bomb", "unpacks-too-large", gzipSync(Buffer.alloc(80_000_000, "0"))],
  ["an empty file", "empty", Buffer.alloc(0)],
  ["an old workbook", "old-workbook", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
  [
    "a locked workbook",
    "encrypted",
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]),
  ],
  ["a .shp alone", "bare-shapefile", Buffer.concat([Buffer.from("0000270a", "hex"), Buffer.alloc(96)])],
  ["a PDF", "unknown-format", Buffer.from("%PDF-1.7 …")],
  ["a picture", "unknown-format", Buffer.from("89504e470d0a1a0a", "hex")],
  ["a RAR", "nested-archive", Buffer.from("526172211a0700", "hex")],
  ["a web page that calls itself .xls", "web-page", Buffer.from("<html><table><tr><td>1</td></tr></table></html>")],
  ["other XML", "unknown-format", Buffer.from("<?xml version='1.0'?><gpx></gpx>")],
  ["bytes of nothing known", "unknown-format", Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251))],
])("%s is refused as %s", async (_, code, content) => {
  expect(await refusalOf("file.bin", content)).toMatch(new RegExp(`^${code}: .{15,}`));
});

test("a file that is too large is refused by its size, unread", async () => {
  const folder = await mkdtemp(join(tmpdir(), "large-"));
  const path = join(folder, "large.csv");
  await writeFile(path, CSV);
  await truncate(path, 2_000_000_000);
  const started = performance.now();
  await expect(openDelivery(path, { name: "large.csv", workFolder: folder })).rejects.toMatchObject({
    code: "too-large",
    message: "the file has 2000 MB, and at most 600 MB are read: split it",
  });
  expect(performance.now() - started).toBeLessThan(1000);
  await rm(folder, { recursive: true });
});

test("a path that is no file is told from one that is not there", async () => {
  const options = { name: "x.csv", workFolder: tmpdir() };
  await expect(openDelivery(join(tmpdir(), "no-such-file"), options)).rejects.toMatchObject({ code: "not-found" });
  await expect(openDelivery(tmpdir(), options)).rejects.toMatchObject({ code: "not-a-file" });
});

test.each([
  ["a way upwards", "../../evil.shp"],
  ["a way upwards behind a folder", "a/../../evil.dbf"],
  ["a way upwards in the style of Windows", "..\\..\\evil.shp"],
  ["an absolute name", "/etc/evil.shp"],
  ["a drive", "C:\\evil.shp"],
  ["a NUL", "a.shp\0.txt"],
])("an archive with %s in a name is refused", async (_, name) => {
  expect(await refusalOf("a.zip", makeZip([{ name, content: "x" }]))).toMatch(/^unsafe-name: /);
});

test("an archive with a link is refused", async () => {
  expect(await refusalOf("a.zip", makeZip([{ name: "a.shp", content: "/etc/passwd", isLink: true }]))).toMatch(
    /^unsafe-name: /,
  );
});

test.each<[string, string, Parameters<typeof makeZip>[0]]>([
  ["another archive", "nested-archive", [{ name: "a.zip", content: makeZip([{ name: "b.csv", content: CSV }]) }]],
  ["a password", "encrypted", [{ name: "a.shp", content: "x", encrypted: true }]],
  ["nothing that is read", "nothing-inside", [{ name: "readme.txt", content: "x" }]],
  ["nothing", "nothing-inside", []],
  [
    "a document of Word",
    "other-workbook",
    [
      { name: "[Content_Types].xml", content: "<Types/>" },
      { name: "word/document.xml", content: "<a/>" },
    ],
  ],
  ["a binary workbook", "binary-workbook", [{ name: "xl/workbook.bin", content: "x" }]],
  ["a bomb that says what it is", "unpacks-too-large", [{ name: "a.dbf", content: Buffer.alloc(80_000_000) }]],
  ["sizes beyond all limits", "unpacks-too-large", [{ name: "a.dbf", content: "x", saysBytes: 3_000_000_000 }]],
])("an archive with %s is refused as %s", async (_, code, entries) => {
  expect(await refusalOf("a.zip", makeZip(entries))).toMatch(new RegExp(`^${code}: `));
});

test("a bomb that says it is small is stopped where it says it ends", async () => {
  const entries = [
    { name: "a.shp", content: "x" },
    { name: "a.dbf", content: Buffer.alloc(40_000_000), saysBytes: 100 },
  ];
  expect(await refusalOf("a.zip", makeZip(entries))).toMatch(/^broken-archive: /);
});

test("an archive of 10,001 files is refused by their number", async () => {
  const entries = Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}.txt`, content: "" }));
  expect(await refusalOf("a.zip", makeZip(entries))).toMatch(/^too-many-entries: the archive holds 10001 files/);
});

test("a damaged archive is refused whatever byte is wrong", async () => {
  const whole = makeZip([
    { name: "a.shp", content: CSV },
    { name: "a.dbf", content: CSV },
  ]);
  for (let length = 4; length < whole.length; length += 7)
    expect(await refusalOf("a.zip", whole.subarray(0, length))).toMatch(/^(broken-archive|nothing-inside): /);
});
