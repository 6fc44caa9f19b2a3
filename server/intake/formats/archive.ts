import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";
import { type Entry, openPromise, validateFileName, type ZipFile } from "yauzl";
import { UnreadableFile } from "./delivery.ts";
import { assertUnpackedSize } from "./gzip.ts";
import { MOST_ENTRIES, MOST_PART_BYTES } from "./limits.ts";

export interface ArchiveEntry {
  /** With `/` between folders. Shown and compared, never used as a path. */
  readonly name: string;
  readonly bytes: number;
}

/** A zip whose names, sizes and counts have been checked. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  /** Stops with an error when the entry turns out longer than it says. */
  open(entry: ArchiveEntry): Promise<AsyncIterable<Buffer>>;
  /** A part that is needed whole. */
  read(entry: ArchiveEntry): Promise<Buffer>;
  close(): void;
}

const broken = (message: string) => new UnreadableFile("broken-archive", `the archive is damaged: ${message}`);

/** @throws UnreadableFile for damaged, encrypted and hostile archives. */
export async function openArchive(path: string, packedBytes: number): Promise<Archive> {
  // Names stay bytes: Windows in China writes them in GBK without saying so.
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false }).catch(
    (error: Error) => {
      throw broken(error.message);
    },
  );
  try {
    const found = await readEntries(zip, packedBytes);
    return {
      entries: [...found.keys()],
      open: (entry) => openEntry(zip, found.get(entry)!),
      async read(entry) {
        if (entry.bytes > MOST_PART_BYTES) throw broken(`${entry.name} is larger than any such part is`);
        const chunks: Buffer[] = [];
        for await (const chunk of await openEntry(zip, found.get(entry)!)) chunks.push(chunk);
        return Buffer.concat(chunks);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function readEntries(zip: ZipFile, packedBytes: number): Promise<Map<ArchiveEntry, Entry>> {
  if (zip.entryCount > MOST_ENTRIES)
    throw new UnreadableFile("too-many-entries", `the archive holds ${zip.entryCount} files: at most ${MOST_ENTRIES}`);
  const found = new Map<ArchiveEntry, Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      assertSafeName(name, entry);
      bytes += entry.uncompressedSize;
      assertUnpackedSize(bytes, packedBytes, "the archive");
      if (name.endsWith("/")) continue;
      if (entry.isEncrypted())
        throw new UnreadableFile("encrypted", "the archive is locked with a password: unlock it");
      found.set({ name, bytes: entry.uncompressedSize }, entry);
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw broken((error as Error).message);
  }
  return found;
}

function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry): string {
  const saysUtf8 = (generalPurposeBitFlag & 0x800) !== 0;
  const encoding = saysUtf8 || isUtf8(fileNameRaw) ? "utf-8" : "gb18030";
  return new TextDecoder(encoding).decode(fileNameRaw).replaceAll("\\", "/");
}

/** Nothing is ever written by these names; but an archive that tries is not the one the person meant to give. */
function assertSafeName(name: string, entry: Entry): void {
  const isLink = ((entry.externalFileAttributes >>> 16) & 0xf000) === 0xa000;
  const trouble = isLink ? "a link" : name.includes("\0") ? "a name with a NUL" : validateFileName(name);
  if (trouble !== null)
    throw new UnreadableFile(
      "unsafe-name",
      `the archive holds a name that leads out of it (${JSON.stringify(name.slice(0, 80))}): it is refused`,
    );
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const stream = await zip.openReadStreamPromise(entry).catch((error: Error) => {
    throw broken(error.message);
  });
  // An error before the first read would otherwise have no listener; the reader hears of it from the stream.
  stream.on("error", () => undefined);
  return whole(stream);
}

/** The library's errors as one line for the person. */
async function* whole(stream: Readable): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    throw broken((error as Error).message);
  }
}
