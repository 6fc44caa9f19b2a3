export const TURN = 2 * Math.PI;

/** A stretch of a circle that nobody covers, counter-clockwise from `from` to `to`. */
export interface Gap {
  readonly from: number;
  /** Above `from`; above a full turn when the gap runs through angle 0. */
  readonly to: number;
  /** Who covers what lies before the gap, and who what lies after. */
  readonly previous: number;
  readonly next: number;
}

/** Which angles of a circle are covered, and by whom at each end: intervals apart from each other, in order. */
export class CoveredAngles {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #startBy: number[] = [];
  readonly #endBy: number[] = [];

  get isEmpty(): boolean {
    return this.#starts.length === 0;
  }

  get isFull(): boolean {
    return this.#starts.length === 1 && this.#ends[0]! - this.#starts[0]! >= TURN;
  }

  /**
   * Covers the angles around a direction.
   *
   * @param direction - radians in [-π, π].
   * @param half - radians to either side, above 0, at most π / 2.
   * @param by - who covers them, at least 0.
   */
  add(direction: number, half: number, by: number): void {
    const first = direction - half;
    const from = first < 0 ? first + TURN : first;
    const to = from + 2 * half;
    this.#insert(from, to, by);
    // Once more a turn back, so that what runs through angle 0 is seen from both sides.
    if (to > TURN) this.#insert(from - TURN, to - TURN, by);
  }

  /** What is left, in order; the one through angle 0 last. Empty when everything is covered; not for an empty circle. */
  gaps(): Gap[] {
    const gaps: Gap[] = [];
    const n = this.#starts.length;
    for (let i = 0; i < n; i++) {
      const from = this.#ends[i]!;
      const isLast = i + 1 === n;
      const to = isLast ? this.#starts[0]! + TURN : this.#starts[i + 1]!;
      if (to > from) gaps.push({ from, to, previous: this.#endBy[i]!, next: this.#startBy[isLast ? 0 : i + 1]! });
    }
    return gaps;
  }

  #insert(from: number, to: number, by: number): void {
    const [starts, ends] = [this.#starts, this.#ends];
    let first = 0;
    while (first < starts.length && ends[first]! < from) first++;
    let end = first;
    while (end < starts.length && starts[end]! <= to) end++;
    if (first === end) {
      starts.splice(first, 0, from);
      ends.splice(first, 0, to);
      this.#startBy.splice(first, 0, by);
      this.#endBy.splice(first, 0, by);
      return;
    }
    if (from < starts[first]!) {
      starts[first] = from;
      this.#startBy[first] = by;
    }
    const last = end - 1;
    const isFarther = to > ends[last]!;
    ends[first] = isFarther ? to : ends[last]!;
    this.#endBy[first] = isFarther ? by : this.#endBy[last]!;
    const merged = last - first;
    if (merged === 0) return;
    for (const list of [starts, ends, this.#startBy, this.#endBy]) list.splice(first + 1, merged);
  }
}
