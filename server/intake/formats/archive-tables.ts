import { stat } from "node:fs/promises";
import { type Archive, openArchive } from "./archive.ts";
import { type FoundEncoding, type Notice, type ReadOptions, UnreadableFile } from "./delivery.ts";
import { inUtf8 } from "./in-utf8.ts";
import { openKml } from "./kml.ts";
import { MOST_TABLES } from "./limits.ts";
import type { Content } from "./open-delivery.ts";
import { openShapefiles } from "./shapefile.ts";
import { readHead } from "./sniff.ts";
import type { WorkSpace } from "./work-space.ts";
import { openWorkbook } from "./workbook.ts";

/** Opens a zip: a workbook, a KMZ, or shapefiles. */
export async function openArchiveTables(path: string, options: ReadOptions, space: WorkSpace): Promise<Content> {
  const archive = await openArchive(path, (await stat(path)).size);
  try {
    return { ...(await openInside(archive, options, space)), close: () => archive.close() };
  } catch (error) {
    archive.close();
    throw error;
  }
}

async function openInside(archive: Archive, options: ReadOptions, space: WorkSpace): Promise<Content> {
  const names = archive.entries.map(({ name }) => name.toLowerCase());
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/))
    throw new UnreadableFile("binary-workbook", "this is a binary workbook (.xlsb): save it as .xlsx");
  if (has(/^\[content_types\]\.xml$/) && has(/^xl\//)) return openWorkbook(archive, options);
  if (has(/^(word|ppt)\//) || has(/^meta-inf\/manifest\.xml$/))
    throw new UnreadableFile("other-workbook", "this is another kind of office document: save the table as .xlsx");
  if (has(/\.(zip|gz|tgz|rar|7z|kmz|tar|bz2|xz)$/))
    throw new UnreadableFile("nested-archive", "the archive holds another archive: unpack it and give what is inside");
  if (has(/\.(shp|dbf)$/)) return openShapefiles(archive, options, space);
  if (has(/\.kml$/)) return openKmz(archive, options, space);
  throw new UnreadableFile(
    "nothing-inside",
    "the archive holds no shapefile, workbook or KML: unpack it and give one file, or gzip it",
  );
}

/** `doc.kml` is what the archive is about; other KML files in it are what it may link to. */
async function openKmz(archive: Archive, options: ReadOptions, space: WorkSpace): Promise<Content> {
  const documents = archive.entries.filter(({ name }) => name.toLowerCase().endsWith(".kml")).slice(0, MOST_TABLES);
  documents.sort((a, b) => depthOf(a.name) - depthOf(b.name));
  const tables = [];
  const notices: Notice[] = [];
  let encoding: FoundEncoding | null = null;
  let last: unknown;
  for (const entry of documents) {
    try {
      const path = await space.write(await archive.open(entry));
      const text = await inUtf8(path, await readHead(path), options.encoding, space);
      encoding ??= text.encoding;
      tables.push(await openKml(text.path, entry.name));
    } catch (error) {
      if (!(error instanceof UnreadableFile) || error.code === "document-type") throw error;
      last = error;
      notices.push({ code: "table-left-out", detail: `${entry.name}: ${error.message}` });
    }
  }
  if (tables.length === 0) throw last;
  return { format: "kml", encoding, delimiter: null, tables, notices };
}

const depthOf = (name: string): number => name.split("/").length;
