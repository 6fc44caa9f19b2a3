import { at, frameAlong, type Point } from "./frame.ts";
import { riverHalfWidth } from "./plan.ts";
import { createRandom } from "./random.ts";
import type { PONDS } from "./utility-plan.ts";

/** The points of one bank, from west to east. @param beyondM - how far from the water's edge, outward. */
export function bankOf(middle: readonly Point[], side: "north" | "south", beyondM: number): Point[] {
  return middle.map((point, i): Point => {
    const before = middle[Math.max(0, i - 1)]!;
    const after = middle[Math.min(middle.length - 1, i + 1)]!;
    const half = riverHalfWidth(point[0]) + beyondM;
    const frame = { ...frameAlong(before, after), x: point[0], y: point[1] };
    return at(frame, 0, side === "north" ? half : -half);
  });
}

/** Both banks as one ring, counter-clockwise: the south bank eastwards, the north bank back. */
export const riverOutline = (middle: readonly Point[]): Point[] => [
  ...bankOf(middle, "south", 0),
  ...bankOf(middle, "north", 0).reverse(),
];

/** The shore of a pond, counter-clockwise from its easternmost end. */
export function shoreOf({ name, at: [x, y], radiusM }: (typeof PONDS)[number], seed: number): Point[] {
  const random = createRandom(seed, `shore of ${name}`);
  const waves = [random.between(0, 6), random.between(0, 6)] as const;
  return Array.from({ length: 28 }, (_, i): Point => {
    const angle = (i * 2 * Math.PI) / 28;
    const swell = 1 - 0.14 * (1 + Math.sin(2 * angle + waves[0])) - 0.06 * (1 + Math.sin(5 * angle + waves[1]));
    return [x + 1.3 * radiusM * swell * Math.cos(angle), y + radiusM * swell * Math.sin(angle)];
  });
}
