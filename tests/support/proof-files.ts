import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { type Manifest, PROOF_FILES, sha256Of } from "../../server/opinion/proof-format.ts";
import { makeZip } from "./make-zip.ts";

/** The files of a bundle by name. */
export async function filesOf(zip: Uint8Array): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(Buffer.from(zip), { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry())
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
  return files;
}

export const zipOf = (files: ReadonlyMap<string, Uint8Array | string>): Buffer =>
  makeZip([...files].map(([name, content]) => ({ name, content })));

/** With checksums that fit what the files are now, as somebody would make them who wants to deceive. */
export function resealed(files: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const manifest = JSON.parse(files.get(PROOF_FILES.manifest)!.toString()) as Manifest;
  const sealed = manifest.files.map(({ path }) => {
    const content = files.get(path)!;
    return { path, bytes: content.length, sha256: sha256Of(content) };
  });
  return new Map([...files, [PROOF_FILES.manifest, Buffer.from(JSON.stringify({ ...manifest, files: sealed }))]]);
}

/** A bundle with one of its JSON files changed. */
export function changed<Content>(
  files: ReadonlyMap<string, Buffer>,
  name: string,
  change: (content: Content) => void,
): Map<string, Buffer> {
  const content = JSON.parse(files.get(name)!.toString()) as Content;
  change(content);
  return new Map([...files, [name, Buffer.from(JSON.stringify(content))]]);
}
