import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { readCsv } from "./csv.ts";
import { type Delivery, UnreadableFile } from "./delivered.ts";
import { readGeoJson } from "./geojson.ts";

const gunzipAsync = promisify(gunzip);

/** Unpacked files beyond this are refused before they fill the memory. */
const MOST_BYTES = 400_000_000;

export interface ReadFile extends Delivery {
  /** Of the file as delivered, so that the same file is known again. */
  readonly sha256: string;
}

/**
 * Reads GeoJSON or CSV, gzipped or not; which of them is seen from the content, not from the name.
 *
 * @param encoding - a name that the WHATWG Encoding Standard knows, such as `gb18030`; `undefined`: UTF-8.
 * @throws UnreadableFile with one line that says what to do.
 */
export async function readDelivery(path: string, encoding: string | undefined): Promise<ReadFile> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(`${path} cannot be read: ${error.code ?? error.message}`);
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const text = decode(await unpack(bytes, path), encoding, path);
  const delivery = /^\s*[{[]/.test(text.slice(0, 200)) ? readGeoJson(text) : readCsv(text);
  return { ...delivery, encoding: encoding ?? "utf-8", sha256 };
}

async function unpack(bytes: Buffer, path: string): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return gunzipAsync(bytes, { maxOutputLength: MOST_BYTES }).catch((error: Error) => {
    throw new UnreadableFile(`${path} cannot be unpacked: ${error.message}`);
  });
}

function decode(bytes: Buffer, encoding: string | undefined, path: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding ?? "utf-8", { fatal: true });
  } catch {
    throw new UnreadableFile(`there is no encoding ${encoding}; utf-8 and gb18030 are the usual ones`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UnreadableFile(
      encoding
        ? `${path} is not in ${encoding}; try --encoding ${decoder.encoding === "utf-8" ? "gb18030" : "utf-8"}`
        : `${path} is not in UTF-8; say in which encoding it is, for example --encoding gb18030`,
    );
  }
}
