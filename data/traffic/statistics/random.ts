/** Uniform in the open interval (0, 1), so that its logarithm is always a number. */
export type Uniform = () => number;

/**
 * A stream of numbers that is the same on every machine: sfc32 by C. Doty-Humphrey (PractRand).
 *
 * @param seed - any safe integer; its low 32 bits count.
 * @param stream - streams of different names are independent, so that one part of a simulation does not change another.
 */
export function createUniform(seed: number, stream: string): Uniform {
  let [a, b, c, counter] = [0x2545f491, seed | 0, foldName(stream), 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return ((sum >>> 0) + 0.5) / 4_294_967_296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** FNV-1a, 32 bits. */
function foldName(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value;
}
