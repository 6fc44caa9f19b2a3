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
  /** As the WHATWG Encoding Standard calls it. */
  readonly encoding: string;
  /** Of the file as delivered, so that the same file is known again. */
  readonly sha256: string;
}

/**
 * Reads GeoJSON or CSV, gzipped or not; which of them is seen from the content, not from the name.
 *
 * @param encoding - a name that the WHATWG Encoding Standard knows, such as `gb18030`; `undefined`: what the file's byte order
 * mark says, or else UTF-8.
 * @throws UnreadableFile with one line that says what to do.
 */
export async function readDelivery(path: string, encoding: string | undefined): Promise<ReadFile> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFile(whyNotRead(path, error));
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const decoded = decode(await unpack(bytes, path), encoding, path);
  const delivery = /^\s*[{[]/.test(decoded.text.slice(0, 200)) ? readGeoJson(decoded.text) : readCsv(decoded.text);
  return { ...delivery, encoding: decoded.encoding, sha256 };
}

const whyNotRead = (path: string, { code, message }: NodeJS.ErrnoException): string =>
  code === "ENOENT"
    ? `there is no file ${path}`
    : code === "EISDIR"
      ? `${path} is a folder: name one file in it`
      : code === "EACCES"
        ? `${path} cannot be read: this user may not`
        : `${path} cannot be read: ${code ?? message}`;

async function unpack(bytes: Buffer, path: string): Promise<Buffer> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const tooLarge = () => new UnreadableFile(`${path} holds more than ${MOST_BYTES / 1e6} MB: split it`);
  if (!isPacked) {
    if (bytes.length > MOST_BYTES) throw tooLarge();
    return bytes;
  }
  return gunzipAsync(bytes, { maxOutputLength: MOST_BYTES }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === "ERR_BUFFER_TOO_LARGE"
      ? tooLarge()
      : new UnreadableFile(`${path} cannot be unpacked: ${error.message}`);
  });
}

/** The encoding that a byte order mark names. Spreadsheets write one before UTF-16 ("Unicode text") and UTF-8. */
function encodingByMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function decode(bytes: Buffer, wanted: string | undefined, path: string): { text: string; encoding: string } {
  const marked = encodingByMark(bytes);
  const decoder = decoderFor(wanted ?? marked ?? "utf-8");
  const { encoding } = decoder;
  if (marked && marked !== encoding)
    throw new UnreadableFile(`${path} begins with the mark of ${marked} and is not ${encoding}: leave --encoding out`);
  try {
    return { text: decoder.decode(bytes), encoding };
  } catch {
    throw new UnreadableFile(
      wanted
        ? `${path} is not in ${encoding}; try --encoding ${encoding === "utf-8" ? "gb18030" : "utf-8"}`
        : `${path} is not in ${encoding}; say in which encoding it is, for example --encoding gb18030`,
    );
  }
}

function decoderFor(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new UnreadableFile(`there is no encoding ${encoding}; utf-8 and gb18030 are the usual ones`);
  }
}
