/** As many colours as people tell apart beside a number. */
const MOST_CLASSES = 6;

/**
 * The least value of each class of a colour scale from 1 to the largest value, in equal steps; fewer classes than steps where the values
 * are few. 0 is in no class.
 *
 * @param largest - whole, not below 0.
 * @returns ascending; empty when there is nothing but 0.
 */
export function valueClasses(largest: number): readonly number[] {
  const step = Math.max(1, Math.ceil(largest / MOST_CLASSES));
  const bounds: number[] = [];
  for (let least = 1; least <= largest; least += step) bounds.push(least);
  return bounds;
}

/** Index of the class of a value; -1 for 0. */
export function classOf(value: number, bounds: readonly number[]): number {
  let index = -1;
  while (index + 1 < bounds.length && value >= bounds[index + 1]!) index++;
  return index;
}

/** `1–4`; the last class ends with the largest value. */
export function classText(index: number, bounds: readonly number[], largest: number, say: (value: number) => string) {
  const [least, most] = [bounds[index]!, (bounds[index + 1] ?? largest + 1) - 1];
  return least === most ? say(least) : `${say(least)}–${say(most)}`;
}
