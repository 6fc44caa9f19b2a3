/** Room for the last digit when a squared limit is compared: the final word is on the root. */
const SLACK = 1 + 1e-15;

/** Keeps the shortest way between edges of two outlines seen so far. */
export class NearestSearch {
  #best2: number;
  readonly #enough2: number;
  #hasFound = false;
  #fromX = 0;
  #fromY = 0;
  #toX = 0;
  #toY = 0;

  /**
   * @param limitM - nothing farther is kept.
   * @param enoughM - the search is done as soon as it has something at most this far; default: only when nothing can be nearer.
   */
  constructor(limitM: number, enoughM = 0) {
    this.#best2 = limitM * limitM * SLACK;
    this.#enough2 = enoughM * enoughM;
  }

  get isDone(): boolean {
    return this.#hasFound && this.#best2 <= this.#enough2;
  }

  /** Whether what is at least this far (squared) cannot change the result. */
  rejects(distance2: number): boolean {
    return this.#hasFound ? distance2 >= this.#best2 : distance2 > this.#best2;
  }

  found(limitM: number): { distanceM: number; from: [number, number]; to: [number, number] } | null {
    const distanceM = Math.sqrt(this.#best2);
    if (!this.#hasFound || distanceM > limitM) return null;
    return { distanceM, from: [this.#fromX, this.#fromY], to: [this.#toX, this.#toY] };
  }

  /** Edge AB of the first outline against CD of the second; either may be a point. */
  consider(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): void {
    const gapX = Math.max(Math.min(ax, bx) - Math.max(cx, dx), Math.min(cx, dx) - Math.max(ax, bx), 0);
    const gapY = Math.max(Math.min(ay, by) - Math.max(cy, dy), Math.min(cy, dy) - Math.max(ay, by), 0);
    const gap2 = gapX * gapX + gapY * gapY;
    if (this.rejects(gap2)) return;
    // Boxes apart cannot cross. Ends that touch are found as distance 0 by the point tests.
    if (gap2 === 0 && this.#cross(ax, ay, bx, by, cx, cy, dx, dy)) return;
    this.#considerPoint(ax, ay, cx, cy, dx, dy, false);
    this.#considerPoint(bx, by, cx, cy, dx, dy, false);
    this.#considerPoint(cx, cy, ax, ay, bx, by, true);
    this.#considerPoint(dx, dy, ax, ay, bx, by, true);
  }

  #cross(ax: number, ay: number, bx: number, by: number, cx: number, cy: number, dx: number, dy: number): boolean {
    const denominator = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx);
    if (denominator === 0) return false;
    const t = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / denominator;
    const u = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / denominator;
    if (t < 0 || t > 1 || u < 0 || u > 1) return false;
    const [x, y] = [ax + t * (bx - ax), ay + t * (by - ay)];
    this.#keep(0, x, y, x, y);
    return true;
  }

  /** Point P against edge UV; `isSecond` when P belongs to the second outline. */
  #considerPoint(px: number, py: number, ux: number, uy: number, vx: number, vy: number, isSecond: boolean): void {
    const wx = vx - ux;
    const wy = vy - uy;
    const length2 = wx * wx + wy * wy;
    const share = length2 > 0 ? ((px - ux) * wx + (py - uy) * wy) / length2 : 0;
    // The far end itself, not the near end plus the whole way: the sum can miss it by a digit.
    const qx = share <= 0 ? ux : share >= 1 ? vx : ux + share * wx;
    const qy = share <= 0 ? uy : share >= 1 ? vy : uy + share * wy;
    const distance2 = (px - qx) * (px - qx) + (py - qy) * (py - qy);
    if (this.rejects(distance2)) return;
    if (isSecond) this.#keep(distance2, qx, qy, px, py);
    else this.#keep(distance2, px, py, qx, qy);
  }

  #keep(distance2: number, fromX: number, fromY: number, toX: number, toY: number): void {
    this.#hasFound = true;
    this.#best2 = distance2;
    this.#fromX = fromX;
    this.#fromY = fromY;
    this.#toX = toX;
    this.#toY = toY;
  }
}
