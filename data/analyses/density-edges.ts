/** Edges of the bands when none are asked: the same for every view, so that a colour always means the same. */
export const DENSITY_EDGES: readonly number[] = [
  1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000,
];
