import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { openArchiveTables } from "./archive-tables.ts";
import { openCsv } from "./csv.ts";
import { type Delivery, type FormatId, type Notice, type ReadOptions, UnreadableFile } from "./delivery.ts";
import { openGeoJson } from "./geojson.ts";
import { looksLikeLines, openGeoJsonLines } from "./geojson-lines.ts";
import { openGeoPackage } from "./geopackage.ts";
import { isGzip, unpackGzip } from "./gzip.ts";
import { inUtf8 } from "./in-utf8.ts";
import { openKml } from "./kml.ts";
import { MOST_FILE_BYTES } from "./limits.ts";
import { readHead, sniff, startOf } from "./sniff.ts";
import { openWorkSpace, type WorkSpace } from "./work-space.ts";

export { UnreadableFile } from "./delivery.ts";

/** What the reader of a format finds in a file. */
export interface Content extends Pick<Delivery, "format" | "encoding" | "delimiter" | "tables" | "notices"> {
  /** Lets go of the file. */
  readonly close?: () => void;
}

/**
 * Opens a file of any format that is read here; which one is seen from its content, not from its name.
 *
 * @throws UnreadableFile
 */
export async function openDelivery(path: string, options: ReadOptions): Promise<Delivery> {
  const bytes = await sizeOf(path, options.name);
  const head = await readHead(path);
  const space = await openWorkSpace(options.workFolder);
  try {
    const compressed = isGzip(head);
    const unpacked = compressed ? await unpackGzip(path, bytes, space) : path;
    const [sha256, content] = [await digest(path), await openContent(unpacked, options, space)];
    const { close, ...rest } = content;
    return {
      ...rest,
      bytes,
      sha256,
      compression: compressed ? "gzip" : null,
      notices: [...endingNotices(options.name, content.format), ...content.notices],
      async close() {
        close?.();
        await space.remove();
      },
    };
  } catch (error) {
    await space.remove();
    throw error;
  }
}

async function openContent(path: string, options: ReadOptions, space: WorkSpace): Promise<Content> {
  const head = await readHead(path);
  if (head.length === 0) throw new UnreadableFile("empty", "the file is empty");
  switch (sniff(head)) {
    case "zip":
      return openArchiveTables(path, options, space);
    case "sqlite":
      return openGeoPackage(path, space);
    case "xml": {
      const text = await inUtf8(path, head, options.encoding, space);
      const tables = [await openKml(text.path, options.name)];
      return { format: "kml", encoding: text.encoding, delimiter: null, tables, notices: [] };
    }
    case "json": {
      const text = await inUtf8(path, head, options.encoding, space);
      const isLines = looksLikeLines(startOf(await readHead(text.path)));
      const table = await (isLines ? openGeoJsonLines : openGeoJson)(text.path, options.name);
      const format = isLines ? "geojson-lines" : "geojson";
      return { format, encoding: text.encoding, delimiter: null, tables: [table], notices: [] };
    }
    case "text":
      return { format: "csv", ...(await openCsv(path, head, options)) };
  }
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ENOENT"
      ? new UnreadableFile("not-found", `there is no file ${name}`)
      : new UnreadableFile("no-access", `${name} cannot be read: ${error.code ?? error.message}`);
  });
  if (!found.isFile()) throw new UnreadableFile("not-a-file", `${name} is no file: name one file`);
  if (found.size === 0) throw new UnreadableFile("empty", "the file is empty");
  if (found.size > MOST_FILE_BYTES)
    throw new UnreadableFile(
      "too-large",
      `the file has ${Math.round(found.size / 1e6)} MB, and at most ${MOST_FILE_BYTES / 1e6} MB are read: split it`,
    );
  return found.size;
}

async function digest(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk);
  return hash.digest("hex");
}

const FORMATS_OF_ENDINGS: Readonly<Record<string, readonly FormatId[]>> = {
  csv: ["csv"],
  tsv: ["csv"],
  tab: ["csv"],
  xls: [],
  xlsx: ["xlsx"],
  xlsm: ["xlsx"],
  geojson: ["geojson", "geojson-lines"],
  geojsonl: ["geojson-lines", "geojson"],
  geojsons: ["geojson-lines", "geojson"],
  json: ["geojson", "geojson-lines"],
  zip: ["shapefile"],
  gpkg: ["geopackage"],
  kml: ["kml"],
  kmz: ["kml"],
};

function endingNotices(name: string, format: FormatId): Notice[] {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase().replace(/\.gz$/, ""))?.[1] ?? "";
  const expected = FORMATS_OF_ENDINGS[ending];
  return expected && !expected.includes(format) ? [{ code: "wrong-extension", detail: `.${ending} → ${format}` }] : [];
}
