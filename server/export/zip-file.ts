import { createWriteStream } from "node:fs";
import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/** Beyond this, a level more takes much longer and saves little. */
const COMPRESSION_LEVEL = 3;

/** A zip archive that is written as its entries grow. */
export interface ZipArchive {
  /** One entry whose text is written bit by bit. Entries are packed one after another, in the order in which they begin. */
  begin(name: string): ZipEntry;
  addText(name: string, text: string): void;
  addFile(name: string, path: string): void;
  /** Settles when the archive is whole and on disk. */
  finish(): Promise<void>;
}

export interface ZipEntry {
  write(text: string): void;
  /** Settles when the archive has taken what was written. */
  drain(): Promise<void>;
  end(): void;
}

export function createZip(path: string, madeAt: Date): ZipArchive {
  const zip = new ZipFile();
  const options = { mtime: madeAt, compressionLevel: COMPRESSION_LEVEL };
  const file = createWriteStream(path, { flags: "wx" });
  const written = finished(file);
  // Awaited in finish; a disk that is full must not end the thread before.
  written.catch(() => undefined);
  zip.on("error", (error: Error) => file.destroy(error));
  zip.outputStream.pipe(file);
  return {
    begin(name) {
      const entry = new PassThrough({ highWaterMark: 1 << 20 });
      zip.addReadStream(entry, name, options);
      return {
        write: (text) => void entry.write(text),
        async drain() {
          if (!entry.writableNeedDrain) return;
          await Promise.race([new Promise<void>((resolve) => entry.once("drain", resolve)), written]);
        },
        end: () => void entry.end(),
      };
    },
    addText: (name, text) => zip.addBuffer(Buffer.from(text), name, options),
    addFile: (name, source) => zip.addFile(source, name, options),
    async finish() {
      zip.end();
      await written;
    },
  };
}
