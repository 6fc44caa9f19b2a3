import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { UnreadableFile } from "./delivery.ts";
import { MOST_RATIO, MOST_UNPACKED_BYTES, RATIO_FROM_BYTES } from "./limits.ts";
import type { WorkSpace } from "./work-space.ts";

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Unpacks into the work space, and stops as soon as it becomes more than a delivery may hold. */
export async function unpackGzip(path: string, packedBytes: number, space: WorkSpace): Promise<string> {
  const unpacked = space.nextPath();
  let bytes = 0;
  async function* bounded(content: AsyncIterable<Buffer>) {
    for await (const chunk of content) {
      bytes += chunk.length;
      assertUnpackedSize(bytes, packedBytes, "the file");
      yield chunk;
    }
  }
  try {
    await pipeline(createReadStream(path), createGunzip(), bounded, createWriteStream(unpacked));
    return unpacked;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile("broken-archive", `the gzip cannot be unpacked: ${(error as Error).message}`);
  }
}

/** @throws UnreadableFile for what only a bomb unpacks to. */
export function assertUnpackedSize(bytes: number, packedBytes: number, what: string): void {
  if (bytes > MOST_UNPACKED_BYTES)
    throw new UnreadableFile(
      "unpacks-too-large",
      `${what} unpacks to more than ${MOST_UNPACKED_BYTES / 1e6} MB: split it`,
    );
  if (bytes > RATIO_FROM_BYTES && bytes > packedBytes * MOST_RATIO)
    throw new UnreadableFile(
      "unpacks-too-large",
      `${what} unpacks to more than ${MOST_RATIO} times its size, which no ledger does`,
    );
}
