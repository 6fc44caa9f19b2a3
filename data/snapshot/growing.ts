/** Coordinates of unknown count, kept without boxing: an array that doubles. */
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

  /** Twice the signed area of the ring of pairs from `start` to the end, above 0 when it runs counter-clockwise. */
  doubleArea(start: number): number {
    const values = this.#values;
    const [x0, y0] = [values[start]!, values[start + 1]!];
    let area = 0;
    for (let i = start + 2; i + 3 < this.#length; i += 2)
      area += (values[i]! - x0) * (values[i + 3]! - y0) - (values[i + 2]! - x0) * (values[i + 1]! - y0);
    return area;
  }

  /** Turns the pairs from `start` to the end around, but for the first, which stays where a ring begins. */
  reversePairs(start: number): void {
    const values = this.#values;
    for (let i = start + 2, j = this.#length - 2; i < j; i += 2, j -= 2) {
      const [x, y] = [values[i]!, values[i + 1]!];
      values[i] = values[j]!;
      values[i + 1] = values[j + 1]!;
      values[j] = x;
      values[j + 1] = y;
    }
  }

  /** The numbers in an array of their own. */
  take(): Float64Array {
    return this.#values.slice(0, this.#length);
  }
}
