/** `77.7777`, `-777.77`: what a form writes where nobody filled in a coordinate. */
const SEVENS = /^-?7{1,3}\.7{2,}$/;
/** `999`, `-9999`, `99999.99`. */
const NINES = /^-?9{3,}(\.9*)?$/;

/** Where sevens can be: most ordinates need no look at their digits. */
const mayBeSevens = (size: number): boolean =>
  (size > 77.7 && size < 77.8) || (size > 777.7 && size < 777.8) || (size > 7.7 && size < 7.8);

function isSentinel(ordinate: number): boolean {
  const size = Math.abs(ordinate);
  return (mayBeSevens(size) && SEVENS.test(String(ordinate))) || (size >= 999 && NINES.test(String(ordinate)));
}

/** Whether two ordinates stand for "no position": the same number twice (0, 0; -1, -1), or one that nobody measured. */
export const isNoPosition = (x: number, y: number): boolean => x === y || isSentinel(x) || isSentinel(y);
