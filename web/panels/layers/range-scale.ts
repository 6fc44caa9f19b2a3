/** The stops of a range slider. */
export interface RangeScale {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** About as many stops as a hand can tell apart on the slider's length. */
const STOPS = 200;

/** A scale around all values: whole numbers for integers while they can be told apart, otherwise steps of 1, 2 or 5 times a power of ten. */
export function rangeScale([least, greatest]: readonly [number, number], isInteger: boolean): RangeScale {
  const step = isInteger ? Math.max(1, niceStep((greatest - least) / STOPS)) : niceStep((greatest - least) / STOPS);
  if (step === 0) return { min: least, max: greatest, step: 1 };
  const tidy = (value: number) => Number(value.toPrecision(12));
  return {
    min: tidy(Math.floor(tidy(least / step)) * step),
    max: tidy(Math.ceil(tidy(greatest / step)) * step),
    step,
  };
}

/** The bounds that a slider's handles stand for: a handle at the end of the scale bounds nothing. */
export const boundsAt = ({ min, max }: RangeScale, [low, high]: readonly number[]) => ({
  from: low! <= min ? null : low!,
  to: high! >= max ? null : high!,
});

function niceStep(rough: number): number {
  if (rough <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((each) => each * power >= rough * (1 - 1e-9))!;
  return Number((factor * power).toPrecision(12));
}
