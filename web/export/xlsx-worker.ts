import type { Table } from "./table.ts";
import { toXlsx } from "./xlsx.ts";

/** What the worker gives back: the workbook, or what went wrong. */
export type Written = { readonly blob: Blob } | { readonly crash: string };

/** Writes one workbook beside the page, which stays usable meanwhile: a large one takes seconds. */
self.addEventListener("message", ({ data }: MessageEvent<readonly Table[]>) => {
  void toXlsx(data).then(
    (blob) => self.postMessage({ blob } satisfies Written),
    (error: Error) => self.postMessage({ crash: error.stack ?? error.message } satisfies Written),
  );
});
