import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

/** A folder of its own for what one delivery unpacks. Files get names of ours: no name from an archive becomes a path. */
export interface WorkSpace {
  /** Writes a stream to a new file. */
  write(content: AsyncIterable<Uint8Array>): Promise<string>;
  nextPath(): string;
  remove(): Promise<void>;
}

export async function openWorkSpace(parent: string): Promise<WorkSpace> {
  const folder = await mkdtemp(join(parent, "delivery-"));
  let count = 0;
  const nextPath = () => join(folder, String(++count));
  return {
    nextPath,
    async write(content) {
      const path = nextPath();
      await pipeline(content, createWriteStream(path));
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
