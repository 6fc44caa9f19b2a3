import type { Archive, ArchiveEntry } from "./archive.ts";
import { crsByWkt } from "./crs.ts";
import { type DbfFile, openDbf } from "./dbf.ts";
import {
  type BrokenRow,
  type FoundEncoding,
  type Notice,
  type ReadOptions,
  type SourceRow,
  type SourceTable,
  UnreadableFile,
} from "./delivery.ts";
import { nameColumns } from "./header.ts";
import { MOST_TABLES } from "./limits.ts";
import type { Content } from "./open-delivery.ts";
import { openShapes, type ShapeFile } from "./shapes.ts";
import type { WorkSpace } from "./work-space.ts";

type Parts = Partial<Record<"shp" | "shx" | "dbf" | "prj" | "cpg", ArchiveEntry>>;

/** All shapefiles of an archive, each a table. One that cannot be read is left out and named, as long as another can. */
export async function openShapefiles(archive: Archive, options: ReadOptions, space: WorkSpace): Promise<Content> {
  const groups = [...groupByName(archive.entries)].filter(([, { shp, dbf }]) => shp ?? dbf).slice(0, MOST_TABLES);
  const opened: { table: SourceTable; encoding: FoundEncoding; close: () => void }[] = [];
  const notices: Notice[] = [];
  let last: unknown;
  for (const [name, parts] of groups) {
    try {
      opened.push(await openOne(name, parts, archive, options, space));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      last = error;
      notices.push({ code: "table-left-out", detail: `${name}: ${error.message}` });
    }
  }
  if (opened.length === 0) throw last;
  return {
    format: "shapefile",
    encoding: opened[0]!.encoding,
    delimiter: null,
    tables: opened.map(({ table }) => table),
    notices,
    close: () => {
      for (const { close } of opened) close();
    },
  };
}

function groupByName(entries: readonly ArchiveEntry[]): Map<string, Parts> {
  const groups = new Map<string, Parts>();
  for (const entry of entries) {
    // Finder's resource forks have the names of the files they belong to.
    if (/(^|\/)(__MACOSX\/|\._)/.test(entry.name)) continue;
    const match = /^(.*)\.(shp|shx|dbf|prj|cpg)$/i.exec(entry.name);
    if (!match) continue;
    const group: Parts = groups.get(match[1]!) ?? {};
    group[match[2]!.toLowerCase() as keyof Parts] = entry;
    groups.set(match[1]!, group);
  }
  return groups;
}

async function openOne(name: string, parts: Parts, archive: Archive, options: ReadOptions, space: WorkSpace) {
  const { shp, dbf, shx, prj, cpg } = parts;
  if (!shp || !dbf) {
    const [there, missing] = shp ? ["shapes", ".dbf with their table"] : ["a table", ".shp with its shapes"];
    throw new UnreadableFile("incomplete-shapefile", `${name} has ${there} and no ${missing}: put it into the zip`);
  }
  const unpack = async (entry: ArchiveEntry) => space.write(await archive.open(entry));
  const textOf = async (entry: ArchiveEntry | undefined) =>
    entry && (await archive.read(entry)).toString("utf8").trim();
  const wkt = await textOf(prj);
  const table = await openDbf(await unpack(dbf), await textOf(cpg), options.encoding);
  const shapes = await openShapes(await unpack(shp), shx ? await unpack(shx) : null, table.recordCount);
  const { names, notices } = nameColumns([table.fieldNames]);
  return {
    encoding: table.encoding,
    close: () => {
      table.close();
      shapes.close();
    },
    table: {
      name: name.split("/").at(-1)!,
      columns: names.filter((column) => column !== null),
      rowCount: null,
      crs: wkt ? crsByWkt(wkt) : null,
      notices: [
        ...notices,
        ...table.notices,
        ...shapes.notices,
        ...(wkt ? [] : [{ code: "missing-prj", detail: name } as const]),
      ],
      rows: () => readRows(table, shapes, names),
    },
  };
}

async function* readRows(
  table: DbfFile,
  shapes: ShapeFile,
  names: readonly (string | null)[],
): AsyncGenerator<SourceRow | BrokenRow> {
  for (let index = 0; index < table.recordCount; index++) {
    const place = index + 1;
    const values = table.read(index);
    if (values === "deleted") continue;
    if (typeof values === "string") {
      yield { place, reason: values };
      continue;
    }
    const geometry = shapes.read(index);
    if (typeof geometry === "string") {
      yield { place, reason: geometry };
      continue;
    }
    const fields = Object.fromEntries(names.flatMap((name, i) => (name === null ? [] : [[name, values[i]]])));
    yield { place, geometry, fields };
  }
}
