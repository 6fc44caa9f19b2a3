/** A text that wants a place near an anchor; millimetres. */
export interface LabelWish {
  readonly text: string;
  /** Where it may stand in the middle of, the dearest first. */
  readonly places: readonly (readonly [number, number])[];
}

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

type Box = readonly [number, number, number, number];

/** Latin letters and digits are about this much of the height wide; Chinese ones are square. */
const LATIN = 0.56;

export const textWidthMm = (text: string, heightMm: number): number =>
  [...text].reduce((sum, letter) => sum + heightMm * (letter.charCodeAt(0) > 0x2e7f ? 1 : LATIN), 0);

/**
 * Places labels one after the other where they cover none before them. One that fits nowhere keeps its dearest place: a length that is
 * hard to read is better than none.
 */
export function placeLabels(wishes: readonly LabelWish[], heightMm: number): PlacedLabel[] {
  const taken: Box[] = [];
  return wishes.map(({ text, places }) => {
    const width = textWidthMm(text, heightMm);
    const boxAt = ([x, y]: readonly [number, number]): Box => [
      x - width / 2,
      y - heightMm / 2,
      x + width / 2,
      y + heightMm / 2,
    ];
    const isFree = (box: Box) => taken.every((other) => !meet(box, other));
    const [x, y] = places.find((place) => isFree(boxAt(place))) ?? places[0]!;
    taken.push(boxAt([x, y]));
    return { text, x, y };
  });
}

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Around a line: beside its middle on either side, then beyond its ends. */
export function placesAlong(
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  widthMm: number,
  heightMm: number,
): (readonly [number, number])[] {
  const length = Math.hypot(x2 - x1, y2 - y1);
  const [ux, uy] = length > 0 ? [(x2 - x1) / length, (y2 - y1) / length] : [1, 0];
  // Far enough off the line for the label's own extent in that direction.
  const aside = (Math.abs(uy) * widthMm) / 2 + (Math.abs(ux) * heightMm) / 2 + 1;
  const ahead = (Math.abs(ux) * widthMm) / 2 + (Math.abs(uy) * heightMm) / 2 + 1.5;
  const [mx, my] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const off = (x: number, y: number, by: number): readonly [number, number] => [x - uy * by, y + ux * by];
  return [
    off(mx, my, -aside),
    off(mx, my, aside),
    [x2 + ux * ahead, y2 + uy * ahead],
    [x1 - ux * ahead, y1 - uy * ahead],
    ...[2, 3].flatMap((times) => [off(mx, my, -aside * times), off(mx, my, aside * times)]),
  ];
}
