import { buffer } from "node:stream/consumers";
import { ZipFile } from "yazl";

/** A zip in memory. The same files and instant give the same bytes. */
export async function zipBytes(
  files: ReadonlyMap<string, string | Uint8Array>,
  madeAt: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new ZipFile();
  for (const [name, content] of files) {
    // What is gzipped or a picture already would only take longer.
    const compress = typeof content === "string";
    // Without the time in UTC, which some readers would shift: the DOS time of the entry is the local one.
    zip.addBuffer(Buffer.from(content as string), name, { mtime: madeAt, mode: 0o100644, compress });
  }
  zip.end();
  return new Uint8Array(await buffer(zip.outputStream as NodeJS.ReadableStream));
}
