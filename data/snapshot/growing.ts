/** Numbers of unknown count, kept without boxing: arrays that double. */
export class GrowingFloats {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index]!;
  }

  /** Forgets all but the first `length`. */
  cut(length: number): void {
    this.#length = Math.min(length, this.#length);
  }

  /** The numbers in an array of their own. */
  take(): Float64Array {
    return this.#values.slice(0, this.#length);
  }
}
