import { createReadStream } from "node:fs";
import { UnreadableFile } from "./delivery.ts";
import { MOST_LINE_BYTES } from "./limits.ts";

const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];

/** Longest value beside the features that is kept: a name, a reference system. */
const MOST_MEMBER_BYTES = 100_000;

/** An element of the member `features`, or another member of the outer object. */
export type JsonPart =
  | { readonly kind: "feature"; readonly json: string }
  | { readonly kind: "member"; readonly name: string; readonly json: string };

/**
 * Cuts a feature collection into its features without parsing it whole. It looks only for strings and brackets: what stands
 * between them is judged by `JSON.parse`, feature by feature, so that one broken feature does not take the others with it.
 *
 * @param path - of a file in UTF-8.
 * @throws UnreadableFile when the outer object does not end, or something follows it.
 */
export async function* readJsonParts(path: string): AsyncGenerator<JsonPart> {
  const cutter = new JsonCutter();
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)
    yield* cutter.cut(chunk);
  if (!cutter.ended) throw new UnreadableFile("broken-json", "the file is cut off: its last bracket is missing");
}

class JsonCutter {
  ended = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #inFeatures = false;
  /** Name of the member of the outer object that is being read. */
  #member = "";
  #text = new ByteBuffer();
  /** Where in the present chunk the value began that is being kept. */
  #start = -1;

  *cut(chunk: Buffer): Generator<JsonPart> {
    if (this.#start >= 0) this.#start = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (this.#inString) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) this.#inString = false;
        continue;
      }
      if (byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf) continue;
      if (this.ended) throw new UnreadableFile("broken-json", "something follows the end of the JSON");
      const floor = this.#inFeatures ? 2 : 1;
      const isBreak = this.#depth === floor && (byte === COMMA || byte === CLOSE_ARRAY || byte === CLOSE_OBJECT);
      if (isBreak) yield* this.#finish(chunk, at);
      else if (this.#depth === 1 && byte === COLON) {
        this.#member = this.#takeName(chunk, at);
        continue;
      } else if (this.#depth >= floor && this.#start < 0 && !(this.#isFeatures && this.#depth === 1)) this.#start = at;
      this.#step(byte);
    }
    if (this.#start >= 0)
      this.#text.add(chunk.subarray(this.#start), this.#inFeatures ? MOST_LINE_BYTES : MOST_MEMBER_BYTES);
  }

  get #isFeatures(): boolean {
    return this.#member === "features";
  }

  #step(byte: number): void {
    if (byte === QUOTE) this.#inString = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      if (this.#depth === 0 && byte === OPEN_ARRAY) throw notGeoJson();
      if (this.#depth === 1 && this.#isFeatures) this.#inFeatures = byte === OPEN_ARRAY;
      this.#depth++;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      this.#depth--;
      if (this.#depth === 1) this.#inFeatures = false;
      if (this.#depth === 0) this.ended = true;
    } else if (this.#depth === 0) throw notGeoJson();
  }

  *#finish(chunk: Buffer, at: number): Generator<JsonPart> {
    const json = this.#start < 0 ? null : this.#take(chunk, at);
    const name = this.#member;
    if (!this.#inFeatures) this.#member = "";
    if (json === null) return;
    if (this.#inFeatures) yield { kind: "feature", json };
    else if (name !== "") yield { kind: "member", name, json };
  }

  #takeName(chunk: Buffer, at: number): string {
    const json = this.#start < 0 ? null : this.#take(chunk, at);
    try {
      return String(JSON.parse(json ?? '""'));
    } catch {
      throw new UnreadableFile("broken-json", `the file is not JSON: ${json?.slice(0, 40)} is no name of a member`);
    }
  }

  /** @returns `null` for a member that is too long to matter. */
  #take(chunk: Buffer, at: number): string | null {
    this.#text.add(chunk.subarray(this.#start, at), this.#inFeatures ? MOST_LINE_BYTES : MOST_MEMBER_BYTES);
    this.#start = -1;
    return this.#text.take();
  }
}

class ByteBuffer {
  #chunks: Buffer[] = [];
  #bytes = 0;
  #tooLong = false;

  add(chunk: Buffer, most: number): void {
    this.#bytes += chunk.length;
    if (this.#bytes > MOST_LINE_BYTES && most === MOST_LINE_BYTES)
      throw new UnreadableFile("line-too-long", `a feature is longer than ${MOST_LINE_BYTES / 1e6} MB`);
    if (this.#bytes > most) this.#tooLong = true;
    if (this.#tooLong) this.#chunks = [];
    else this.#chunks.push(chunk);
  }

  take(): string | null {
    const text = this.#tooLong ? null : Buffer.concat(this.#chunks).toString("utf8").trim();
    this.#chunks = [];
    this.#bytes = 0;
    this.#tooLong = false;
    return text;
  }
}

const notGeoJson = () => new UnreadableFile("no-features", "the file is JSON but no GeoJSON");
