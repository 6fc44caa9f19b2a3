import { readFile, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Context } from "hono";
import { acceptsGzip, matchesEtag } from "./negotiation.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".pbf": "application/x-protobuf",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".ico": "image/x-icon",
};

/** These are compressed already. */
const PACKED = new Set([".woff2", ".woff", ".png", ".jpg", ".webp", ".ico"]);

/** Vite puts a hash of the content into these names. */
const IMMUTABLE = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

const compress = promisify(gzip);

interface KeptFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** Made when first asked for, then kept: the same few files are asked for again and again. */
  packed: Promise<Uint8Array<ArrayBuffer>> | null;
}

/** Answers from a file, or says with `null` that there is none by this path. */
export type FileAnswers = (c: Context, path: string, status?: 200 | 404) => Promise<Response | null>;

/** Serves the files of one folder, and nothing outside of it. */
export function filesOf(folder: string): FileAnswers {
  const kept = new Map<string, KeptFile>();

  async function find(path: string): Promise<KeptFile | null> {
    const place = join(folder, path);
    if (!place.startsWith(folder.endsWith(sep) ? folder : folder + sep) || /[\0\\]|\/\./.test(path)) return null;
    const facts = await stat(place).catch(() => null);
    if (!facts?.isFile()) return null;
    const etag = `"${facts.size.toString(36)}-${Math.round(facts.mtimeMs).toString(36)}"`;
    const known = kept.get(path);
    if (known?.etag === etag) return known;
    const file = { body: new Uint8Array(await readFile(place)), etag, packed: null };
    if (!PACKED.has(extname(path))) kept.set(path, file);
    return file;
  }

  return async (c, path, status = 200) => {
    const file = await find(path);
    if (!file) return null;
    const extension = extname(path);
    const isPacked = PACKED.has(extension);
    const gzip = !isPacked && acceptsGzip(c.req.header("accept-encoding"));
    const etag = gzip ? file.etag.replace(/"$/, '-gz"') : file.etag;
    c.header("etag", etag);
    c.header("cache-control", IMMUTABLE.test(path) ? "public, max-age=31536000, immutable" : "no-cache");
    if (!isPacked) c.header("vary", "accept-encoding");
    if (status === 200 && matchesEtag(c.req.header("if-none-match"), etag)) return c.body(null, 304);
    c.header("content-type", TYPES[extension] ?? "application/octet-stream");
    if (!gzip) return c.body(file.body, status);
    file.packed ??= compress(file.body, { level: 9 }).then((bytes) => new Uint8Array(bytes));
    c.header("content-encoding", "gzip");
    return c.body(await file.packed, status);
  };
}
