import type { Archive, ArchiveEntry } from "./archive.ts";
import { type Notice, type ReadOptions, type SourceTable, UnreadableFile } from "./delivery.ts";
import { MOST_TABLES } from "./limits.ts";
import { readNumberFormats } from "./number-formats.ts";
import type { Content } from "./open-delivery.ts";
import { readSharedTexts } from "./shared-texts.ts";
import { openSheet, type SheetSource } from "./sheet.ts";
import { attributeOf, readXml } from "./xml-events.ts";

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: ArchiveEntry;
}

/** The sheets of an OOXML workbook (ISO/IEC 29500), hidden ones last. */
export async function openWorkbook(archive: Archive, options: ReadOptions): Promise<Content> {
  const parts = new Map(archive.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const main = parts.get("xl/workbook.xml");
  if (!main) throw new UnreadableFile("broken-workbook", "the workbook has no list of its sheets");
  const targets = await readRelations(archive, parts.get("xl/_rels/workbook.xml.rels"));
  const partOf = (type: string) => parts.get([...targets.values()].find((target) => target.type === type)?.path ?? "");
  const { sheets, from1904 } = await readSheetList(archive, main, targets, parts);
  const source: Omit<SheetSource, "open"> = {
    texts: await readSharedTexts(archive, partOf("sharedStrings")),
    formats: await readNumberFormats(archive, partOf("styles")),
    from1904,
  };
  const notices: Notice[] = from1904 ? [{ code: "dates-from-1904", detail: "" }] : [];
  const tables: SourceTable[] = [];
  let last: unknown;
  for (const { name, hidden, part } of sheets) {
    try {
      const table = await openSheet(name, { ...source, open: () => archive.open(part) }, options);
      if (!table) notices.push({ code: "empty-sheet", detail: name });
      else tables.push(table);
      if (table && hidden) notices.push({ code: "hidden-sheet", detail: name });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      last = error;
      notices.push({ code: "table-left-out", detail: `${name}: ${error.message}` });
    }
  }
  if (tables.length === 0) throw last ?? new UnreadableFile("empty", "no sheet of the workbook holds anything");
  return { format: "xlsx", encoding: null, delimiter: null, tables, notices };
}

interface Target {
  /** Last word of the relation's type: it is the same in both editions of the standard. */
  readonly type: string;
  readonly path: string;
}

async function readRelations(archive: Archive, part: ArchiveEntry | undefined): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>();
  if (!part) return targets;
  await readXml(oneChunk(await archive.read(part)), {
    open(name, { Id, Type, Target }) {
      if (name !== "Relationship" || !Id || !Type || !Target) return;
      const path = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
      targets.set(Id, { type: Type.split("/").at(-1)!, path: path.toLowerCase().replaceAll("/./", "/") });
    },
    close() {},
    text() {},
  });
  return targets;
}

async function readSheetList(
  archive: Archive,
  main: ArchiveEntry,
  targets: ReadonlyMap<string, Target>,
  parts: ReadonlyMap<string, ArchiveEntry>,
): Promise<{ sheets: SheetEntry[]; from1904: boolean }> {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  await readXml(oneChunk(await archive.read(main)), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = /^(1|true)$/.test(attributes.date1904 ?? "");
      if (name !== "sheet") return;
      const target = targets.get(attributeOf(attributes, "id") ?? "");
      const part = target?.type === "worksheet" ? parts.get(target.path) : undefined;
      if (part)
        sheets.push({
          name: attributes.name ?? part.name,
          hidden: (attributes.state ?? "visible") !== "visible",
          part,
        });
    },
    close() {},
    text() {},
  });
  if (sheets.length === 0) throw new UnreadableFile("broken-workbook", "the workbook has no sheet with cells");
  sheets.sort((a, b) => Number(a.hidden) - Number(b.hidden));
  return { sheets: sheets.slice(0, MOST_TABLES), from1904 };
}

export async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
