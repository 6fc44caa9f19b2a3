/** Red, green, blue and alpha, each 0 to 255. */
export type Rgba = [number, number, number, number];

/** The channels of `#rrggbb`. */
export const toRgb = (color: string): [number, number, number] => [
  Number.parseInt(color.slice(1, 3), 16),
  Number.parseInt(color.slice(3, 5), 16),
  Number.parseInt(color.slice(5, 7), 16),
];
