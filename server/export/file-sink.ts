import { closeSync, openSync, writeSync } from "node:fs";

const CHUNK_BYTES = 1 << 18;

/** A file that grows by small pieces, written in large ones. For worker threads: it blocks while it writes. */
export class FileSink {
  readonly #descriptor: number;
  readonly #chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  #used = 0;
  #flushed = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, "wx");
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#flushed + this.#used;
  }

  write(data: string | Uint8Array): void {
    // Three bytes of UTF-8 at most for each unit of a string.
    if (typeof data === "string" && data.length * 3 <= CHUNK_BYTES) {
      if (this.#used + data.length * 3 > CHUNK_BYTES) this.#flush();
      this.#used += this.#chunk.write(data, this.#used);
      return;
    }
    const bytes = typeof data === "string" ? Buffer.from(data) : data;
    if (this.#used + bytes.length > CHUNK_BYTES) this.#flush();
    if (bytes.length > CHUNK_BYTES) {
      this.#writeAt(bytes, this.#flushed);
      this.#flushed += bytes.length;
      return;
    }
    this.#chunk.set(bytes, this.#used);
    this.#used += bytes.length;
  }

  /** Overwrites what was written at `position`: headers that hold counts known at the end. */
  patch(position: number, bytes: Uint8Array): void {
    this.#flush();
    this.#writeAt(bytes, position);
  }

  close(): void {
    this.#flush();
    closeSync(this.#descriptor);
  }

  #flush(): void {
    this.#writeAt(this.#chunk.subarray(0, this.#used), this.#flushed);
    this.#flushed += this.#used;
    this.#used = 0;
  }

  #writeAt(bytes: Uint8Array, position: number): void {
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.#descriptor, bytes, at, bytes.length - at, position + at);
  }
}
