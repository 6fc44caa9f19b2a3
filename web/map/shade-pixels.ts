import type { ShadePicture, Tone } from "./picture.ts";

type Color = readonly [number, number, number];

/** Over the ground, 0 to 255: what a shade covers, and the strokes of its pattern. */
const FILL_ALPHA = 78;
const STROKE_ALPHA = 176;

/** Whether a cell is on a stroke, by its place within a square of the pattern's width, both 0 to 1. */
const PATTERNS: Readonly<Record<Tone, (x: number, y: number) => boolean>> = {
  good: () => false,
  /** Upright strokes. */
  plain: (x) => x < 0.2,
  /** Dots. */
  unsure: (x, y) => (x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.04,
  /** Hatching. */
  bad: (x, y) => (x + y) % 1 < 0.24,
};

/**
 * RGBA of a raster, northernmost row first: every tone in its colour and with its own pattern, for who cannot tell the colours apart.
 *
 * @param periodCells - width of the patterns, at least 1.
 */
export function shadePixels(
  { columns, rows, cells, tones }: ShadePicture,
  colors: Readonly<Record<Tone, Color>>,
  periodCells: number,
): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(columns * rows * 4);
  const strokes = tones.map((tone) => tone && strokesOf(tone, periodCells));
  for (let row = 0; row < rows; row++) {
    const y = row % periodCells;
    let at = (rows - 1 - row) * columns * 4;
    for (let column = 0; column < columns; column++, at += 4) {
      const value = cells[row * columns + column]!;
      const tone = tones[value];
      if (!tone) continue;
      const [red, green, blue] = colors[tone];
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
      pixels[at + 3] = strokes[value]![y * periodCells + (column % periodCells)] ? STROKE_ALPHA : FILL_ALPHA;
    }
  }
  return pixels;
}

/** One square of a pattern; too small a one has no strokes that anybody could see. */
function strokesOf(tone: Tone, periodCells: number): Uint8Array {
  const square = new Uint8Array(periodCells * periodCells);
  if (periodCells < 4) return square;
  for (let i = 0; i < square.length; i++) {
    const [x, y] = [(i % periodCells) / periodCells, Math.floor(i / periodCells) / periodCells];
    square[i] = PATTERNS[tone](x, y) ? 1 : 0;
  }
  return square;
}

/** `#rrggbb`. */
export function toColor(hex: string): Color {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
