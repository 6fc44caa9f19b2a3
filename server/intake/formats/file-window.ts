import { closeSync, fstatSync, openSync, readSync } from "node:fs";

const WINDOW_BYTES = 1 << 20;

/** Reads a file piece by piece from one window of it in the memory: quick for pieces that follow one another. */
export class FileWindow {
  readonly bytes: number;
  readonly #file: number;
  #window = Buffer.alloc(0);
  #from = 0;
  #closed = false;

  constructor(path: string) {
    this.#file = openSync(path, "r");
    this.bytes = fstatSync(this.#file).size;
  }

  /** @returns `null` when the file ends before; valid until the next read. */
  read(at: number, length: number): Buffer | null {
    if (at < 0 || at + length > this.bytes) return null;
    if (at < this.#from || at + length > this.#from + this.#window.length) this.#load(at, length);
    return this.#window.subarray(at - this.#from, at - this.#from + length);
  }

  #load(at: number, length: number): void {
    const size = Math.min(Math.max(length, WINDOW_BYTES), this.bytes - at);
    const window = Buffer.alloc(size);
    for (let done = 0; done < size; ) {
      const count = readSync(this.#file, window, done, size - done, at + done);
      if (count === 0) throw new Error("the file was shortened while it was read");
      done += count;
    }
    this.#window = window;
    this.#from = at;
  }

  close(): void {
    if (!this.#closed) closeSync(this.#file);
    this.#closed = true;
  }
}
