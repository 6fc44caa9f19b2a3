import type { Table } from "./table.ts";
import type { Written } from "./xlsx-worker.ts";

/** Tables as one workbook, written in a worker of its own that ends with it. */
export async function toXlsxApart(tables: readonly Table[]): Promise<Blob> {
  const worker = new Worker(new URL("./xlsx-worker.ts", import.meta.url), { type: "module", name: "workbook" });
  try {
    const written = await new Promise<Written>((resolve, reject) => {
      worker.addEventListener("message", ({ data }: MessageEvent<Written>) => resolve(data));
      worker.addEventListener("error", (event) => reject(new Error(event.message)));
      worker.postMessage(tables);
    });
    if ("crash" in written) throw new Error(written.crash);
    return written.blob;
  } finally {
    worker.terminate();
  }
}
