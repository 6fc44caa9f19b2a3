import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrokenRow, Delivery, Notice, ReadOptions, SourceRow } from "../../server/intake/formats/delivery.ts";
import { openDelivery, UnreadableFile } from "../../server/intake/formats/open-delivery.ts";

interface DeliveredTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The datum that is declared. */
  readonly crs: string | null;
  readonly rows: SourceRow[];
  readonly broken: BrokenRow[];
  /** As they are when all rows have been read. */
  readonly notices: readonly Notice[];
}

export interface Delivered extends Omit<Delivery, "tables" | "close"> {
  readonly tables: readonly [DeliveredTable, ...DeliveredTable[]];
}

/** Gives a file to the intake and reads all of it. Fails when anything that was unpacked is left behind. */
export async function deliver(
  name: string,
  content: Uint8Array | string,
  options: Partial<ReadOptions> = {},
): Promise<Delivered> {
  const folder = await mkdtemp(join(tmpdir(), "deliver-"));
  const workFolder = await mkdtemp(join(tmpdir(), "deliver-work-"));
  const path = join(folder, "delivered");
  await writeFile(path, content);
  const [outcome] = await Promise.allSettled([readAll(path, { name, workFolder, ...options })]);
  const left = await readdir(workFolder);
  await Promise.all([folder, workFolder].map((each) => rm(each, { recursive: true })));
  if (left.length > 0) throw new Error(`left behind: ${left.join(", ")}`);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

async function readAll(path: string, options: ReadOptions): Promise<Delivered> {
  const delivery = await openDelivery(path, options);
  try {
    const tables: DeliveredTable[] = [];
    for (const table of delivery.tables) tables.push(await readTable(table));
    const [first, ...others] = tables;
    return { ...delivery, tables: [first!, ...others] };
  } finally {
    await delivery.close();
  }
}

async function readTable(table: Delivery["tables"][number]): Promise<DeliveredTable> {
  const rows: SourceRow[] = [];
  const broken: BrokenRow[] = [];
  for await (const row of table.rows()) {
    if ("fields" in row) rows.push(row);
    else broken.push(row);
  }
  const { name, columns, crs } = table;
  return { name, columns, crs: crs?.id ?? null, rows, broken, notices: table.notices };
}

/** Why a file is refused, as `code: message`. */
export async function refusalOf(
  name: string,
  content: Uint8Array | string,
  options?: Partial<ReadOptions>,
): Promise<string> {
  try {
    await deliver(name, content, options);
  } catch (error) {
    if (error instanceof UnreadableFile) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error("the file was read");
}
