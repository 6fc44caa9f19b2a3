import { at, type Frame, frameAlong, type Point, within } from "./frame.ts";

/** A rectangle that may stand at an angle: `frame` gives the directions, `u` and `v` its middle there. */
export interface Rectangle {
  readonly frame: Frame;
  readonly u: number;
  readonly v: number;
  /** Half the length along `u` and along `v`, metres. */
  readonly halfU: number;
  readonly halfV: number;
}

export const rectangle = (frame: Frame, u0: number, v0: number, u1: number, v1: number): Rectangle => ({
  frame,
  u: (u0 + u1) / 2,
  v: (v0 + v1) / 2,
  halfU: (u1 - u0) / 2,
  halfV: (v1 - v0) / 2,
});

/** The strip around a segment, square at its ends. */
export function strip(from: Point, to: Point, halfWidth: number): Rectangle {
  const frame = frameAlong(from, to);
  const [length] = within(frame, to);
  return rectangle(frame, 0, -halfWidth, length, halfWidth);
}

export const centerOf = ({ frame, u, v }: Rectangle): Point => at(frame, u, v);

/** The same rectangle with every side moved outward; a negative margin moves it inward. */
export const grown = (rect: Rectangle, margin: number): Rectangle => ({
  ...rect,
  halfU: rect.halfU + margin,
  halfV: rect.halfV + margin,
});

/** Corners, counter-clockwise, not closed. */
export function corners({ frame, u, v, halfU, halfV }: Rectangle): [Point, Point, Point, Point] {
  return [
    at(frame, u - halfU, v - halfV),
    at(frame, u + halfU, v - halfV),
    at(frame, u + halfU, v + halfV),
    at(frame, u - halfU, v + halfV),
  ];
}

/** Half the extent of a rectangle along a direction. */
const reach = (rect: Rectangle, x: number, y: number): number =>
  rect.halfU * Math.abs(rect.frame.cos * x + rect.frame.sin * y) +
  rect.halfV * Math.abs(rect.frame.cos * y - rect.frame.sin * x);

/** Whether two rectangles share area: they do unless a side of one separates them. */
export function overlaps(a: Rectangle, b: Rectangle): boolean {
  const [ax, ay] = centerOf(a);
  const [bx, by] = centerOf(b);
  const dx = bx - ax;
  const dy = by - ay;
  for (const { cos, sin } of [a.frame, b.frame])
    for (const [x, y] of [
      [cos, sin],
      [-sin, cos],
    ] as const)
      if (Math.abs(dx * x + dy * y) >= reach(a, x, y) + reach(b, x, y)) return false;
  return true;
}

/** Half width and half height of the upright box around a rectangle. */
export const halfExtent = (rect: Rectangle): Point => [reach(rect, 1, 0), reach(rect, 0, 1)];

/** Metres from a point to a rectangle; 0 inside. */
export function distanceTo(rect: Rectangle, point: Point): number {
  const [u, v] = within(rect.frame, point);
  const du = Math.max(0, Math.abs(u - rect.u) - rect.halfU);
  const dv = Math.max(0, Math.abs(v - rect.v) - rect.halfV);
  return Math.sqrt(du * du + dv * dv);
}
