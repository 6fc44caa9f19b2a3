import { stat } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { ProposalSchema } from "#data/standards/proposal.ts";
import { type Archive, type ArchiveEntry, openArchive } from "../intake/formats/archive.ts";
import { UnreadableFile } from "../intake/formats/delivery.ts";
import { type Manifest, ManifestSchema, PROOF_FILES, PROOF_VERSION, type Proof, sha256Of } from "./proof-format.ts";

/** Not a bundle, or not as it was written. The message is one line that names the file. */
export class DamagedProof extends Error {}

/** A bundle of whole layers of a large city is far below. */
const MOST_PROOF_BYTES = 200_000_000;
const MOST_FILE_BYTES = 64_000_000;
/** No bundle has more files than there are layers and a handful. */
const MOST_FILES = 100;

/** @throws DamagedProof */
export async function readProof(path: string): Promise<Proof> {
  const bytes = await sizeOf(path);
  let archive: Archive | undefined;
  try {
    archive = await openArchive(path, bytes);
    return parseProof(await readFiles(archive));
  } catch (error) {
    if (error instanceof UnreadableFile) throw new DamagedProof(error.message);
    throw error;
  } finally {
    archive?.close();
  }
}

async function sizeOf(path: string): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new DamagedProof(`${path} cannot be read: ${error.code}`);
  });
  if (!found.isFile()) throw new DamagedProof(`${path} is not a file`);
  if (found.size > MOST_PROOF_BYTES) throw new DamagedProof(`${path} has ${found.size} bytes: no bundle is so large`);
  return found.size;
}

/** Every file that the manifest names, and no other, each as it was written. */
async function readFiles(archive: Archive): Promise<ReadonlyMap<string, Buffer>> {
  const entries = new Map<string, ArchiveEntry>();
  for (const entry of archive.entries) {
    if (entries.has(entry.name)) throw new DamagedProof(`${entry.name} is in the bundle twice`);
    entries.set(entry.name, entry);
  }
  if (entries.size > MOST_FILES) throw new DamagedProof(`the zip holds ${entries.size} files: no bundle has so many`);
  const manifestEntry = entries.get(PROOF_FILES.manifest);
  if (!manifestEntry) throw new DamagedProof(`this is no proof bundle: it has no ${PROOF_FILES.manifest}`);
  const manifest = parseManifest(await read(archive, manifestEntry));
  const files = new Map<string, Buffer>();
  for (const { path, bytes, sha256 } of manifest.files) {
    const entry = entries.get(path);
    if (!entry) throw new DamagedProof(`${path} is missing from the bundle`);
    const content = await read(archive, entry);
    if (content.length !== bytes || sha256Of(content) !== sha256)
      throw new DamagedProof(`${path} is not what was written: its checksum is another`);
    files.set(path, content);
    entries.delete(path);
  }
  entries.delete(PROOF_FILES.manifest);
  const [foreign] = entries.keys();
  if (foreign !== undefined) throw new DamagedProof(`${foreign} does not belong to the bundle`);
  return files;
}

async function read(archive: Archive, entry: ArchiveEntry): Promise<Buffer> {
  if (entry.bytes > MOST_FILE_BYTES) throw new DamagedProof(`${entry.name} is larger than any file of a bundle`);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await archive.open(entry)) chunks.push(chunk);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new DamagedProof(`${entry.name}: ${error.message}`);
    throw error;
  }
  return Buffer.concat(chunks);
}

function parseManifest(bytes: Buffer): Manifest {
  const parsed = ManifestSchema.safeParse(parseJson(PROOF_FILES.manifest, bytes));
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new DamagedProof(`${PROOF_FILES.manifest} is not that of a proof bundle: ${path.join(".")}: ${message}`);
  }
  if (parsed.data.version > PROOF_VERSION)
    throw new DamagedProof(`the bundle has format ${parsed.data.version}; this program reads up to ${PROOF_VERSION}`);
  return parsed.data;
}

const SNAPSHOT = /^snapshots\/([a-z][a-z-]*)\.arrow\.gz$/;

function parseProof(files: ReadonlyMap<string, Buffer>): Proof {
  const json = <Value>(name: string): Value => {
    const bytes = files.get(name);
    if (!bytes) throw new DamagedProof(`${PROOF_FILES.manifest} does not name ${name}`);
    return parseJson(name, bytes) as Value;
  };
  const parsed = ProposalSchema.safeParse(json(PROOF_FILES.proposal));
  if (!parsed.success)
    throw new DamagedProof(`${PROOF_FILES.proposal} is no proposal: ${parsed.error.issues[0]!.path.join(".")}`);
  const parameters = json<Proof["parameters"]>(PROOF_FILES.parameters);
  const [spacing] = Array.isArray(parameters?.asks) ? parameters.asks : [];
  if (!isDeepStrictEqual((spacing?.parameters as { proposal?: unknown } | undefined)?.proposal, parsed.data))
    throw new DamagedProof(`${PROOF_FILES.proposal} and ${PROOF_FILES.parameters} name two proposals`);
  return {
    opinion: json(PROOF_FILES.opinion),
    parameters,
    answer: json(PROOF_FILES.answer),
    rules: json(PROOF_FILES.rules),
    packed: Object.fromEntries(
      [...files].flatMap(([name, bytes]) => {
        const layer = SNAPSHOT.exec(name)?.[1];
        return layer === undefined ? [] : [[layer, bytes]];
      }),
    ),
  };
}

function parseJson(name: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    throw new DamagedProof(`${name} is not JSON`);
  }
}
