import type { Shape } from "#data/layers/define.ts";

/** The marker shapes as SVG paths in a box of 24: for the map's atlas, and for legends as inline SVG. */
export const SHAPE_PATHS: Readonly<Record<Shape, string>> = {
  circle: "M22 12A10 10 0 1 1 2 12A10 10 0 1 1 22 12Z",
  square: "M5 2.6H19A2.4 2.4 0 0 1 21.4 5V19A2.4 2.4 0 0 1 19 21.4H5A2.4 2.4 0 0 1 2.6 19V5A2.4 2.4 0 0 1 5 2.6Z",
  triangle: "M10.4 2.4Q12 0 13.6 2.4L23 19.2Q24 21.9 21.2 22H2.8Q0 21.9 1 19.2Z",
  diamond:
    "M10.8 1.2Q12 0.2 13.2 1.2L22.8 10.8Q23.8 12 22.8 13.2L13.2 22.8Q12 23.8 10.8 22.8L1.2 13.2Q0.2 12 1.2 10.8Z",
  hexagon:
    "M11 1.3Q12 0.8 13 1.3L20.6 5.7Q21.6 6.4 21.6 7.4V16.6Q21.6 17.6 20.6 18.3L13 22.7Q12 23.2 11 22.7L3.4 18.3Q2.4 17.6 2.4 16.6V7.4Q2.4 6.4 3.4 5.7Z",
  drop: "M12 0.6C12 0.6 3 9.4 3 14.6A9 8.9 0 0 0 21 14.6C21 9.4 12 0.6 12 0.6Z",
  cross: "M8 1.6H16V8H22.4V16H16V22.4H8V16H1.6V8H8Z",
  star: "M12 0.4L15.6 6.9L23 8.3L17.9 13.8L18.9 21.2L12 18.1L5.1 21.2L6.1 13.8L1 8.3L8.4 6.9Z",
};

/** Where a mark sits in the box, and how large: shapes hold their widest room at different heights. */
const MARK_PLACES: Readonly<Record<Shape, { readonly y: number; readonly size: number }>> = {
  circle: { y: 12, size: 13 },
  square: { y: 12, size: 13.5 },
  triangle: { y: 15.2, size: 11.5 },
  diamond: { y: 12, size: 12 },
  hexagon: { y: 12, size: 13 },
  drop: { y: 14.4, size: 12 },
  cross: { y: 12, size: 12 },
  star: { y: 12.4, size: 10.5 },
};

/** Centre and font size of a mark in the box of 24. */
export function markPlace(
  shape: Shape,
  mark: string,
): { readonly x: number; readonly y: number; readonly size: number } {
  const { y, size } = MARK_PLACES[shape];
  return { x: 12, y, size: mark.length > 1 ? size * 0.72 : size };
}

/** White or near-black, whichever reads better on the colour (WCAG contrast). */
export function inkOn(color: string): "#ffffff" | "#14191f" {
  const light = luminance(color);
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.059 ? "#ffffff" : "#14191f";
}

/** Relative luminance of `#rrggbb` after WCAG 2, 0 to 1. */
export function luminance(color: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
