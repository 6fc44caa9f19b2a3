/** `122.26,43.62;122.27,43.62`: positions as an address has them. Six decimals are a decimetre, seven a centimetre. */
export const formatPositions = (positions: readonly (readonly number[])[], decimals = 6): string =>
  positions
    .map((at) =>
      at
        .slice(0, 2)
        .map((degrees) => Number(degrees.toFixed(decimals)))
        .join(),
    )
    .join(";");

export const parsePositions = (text: string): number[][] =>
  text.split(";").map((pair) => pair.split(",").map(parseNumber));

/** `Number("")` is 0, and an empty place in a link is not. */
export const parseNumber = (text: string | undefined): number => (text?.trim() ? Number(text) : Number.NaN);
