import { mkdir, open, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Delivered files until they are written or forgotten: a folder for each draft, named by its id alone. */
export interface Uploads {
  folderOf(draftId: string): string;
  pathOf(draftId: string): string;
  create(draftId: string): Promise<void>;
  write(draftId: string, offset: number, bytes: Uint8Array): Promise<void>;
  remove(draftId: string): Promise<void>;
  /** Removes the folders of all drafts but these. */
  sweep(kept: ReadonlySet<string>): Promise<void>;
}

/** @param dataDir - only its owner may read what lies there: ledgers hold personal data. */
export function openUploads(dataDir: string): Uploads {
  const top = join(dataDir, "intake");
  const folderOf = (draftId: string) => join(top, draftId);
  const pathOf = (draftId: string) => join(folderOf(draftId), "delivered");
  const remove = (draftId: string) => rm(folderOf(draftId), { recursive: true, force: true });
  return {
    folderOf,
    pathOf,
    async create(draftId) {
      await mkdir(folderOf(draftId), { recursive: true, mode: 0o700 });
      const file = await open(pathOf(draftId), "wx", 0o600);
      await file.close();
    },
    async write(draftId, offset, bytes) {
      const file = await open(pathOf(draftId), "r+");
      try {
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
          done += bytesWritten;
        }
      } finally {
        await file.close();
      }
    },
    remove,
    async sweep(kept) {
      const names = await readdir(top).catch(() => [] as string[]);
      for (const name of names) if (!kept.has(name)) await remove(name);
    },
  };
}
