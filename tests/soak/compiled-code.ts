import type { CDPSession } from "@playwright/test";

/** What of a heap snapshot is read here, as Chromium's developer tools write it. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly (readonly string[])[] };
  };
  /** One node after the other, as many numbers each as there are fields. */
  readonly nodes: readonly number[];
}

/**
 * Bytes of a page's heap that are compiled code. A browser compiles what is called often again and better, for thousands of scenes:
 * that grows as a leak does, and ends.
 */
export async function compiledCodeBytes(session: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  session.on("HeapProfiler.addHeapSnapshotChunk", keep);
  await session.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  session.off("HeapProfiler.addHeapSnapshotChunk", keep);
  // Otherwise the page would follow the place of each object from now on.
  await session.send("HeapProfiler.disable");
  return codeBytesOf(JSON.parse(chunks.join("")) as HeapSnapshot);
}

export function codeBytesOf({ snapshot: { meta }, nodes }: HeapSnapshot): number {
  const fields = meta.node_fields;
  const [type, size] = [fields.indexOf("type"), fields.indexOf("self_size")];
  const code = meta.node_types[type]?.indexOf("code") ?? -1;
  if (size < 0 || code < 0)
    throw new Error("the browser writes its heap snapshots otherwise than those that are read here");
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += fields.length)
    if (nodes[node + type] === code) bytes += nodes[node + size]!;
  return bytes;
}
