/** A stretch of equal pieces with their density. */
export interface PieceDensities {
  /** Length of every piece, metres: at most what was asked. */
  readonly pieceM: number;
  /** Crashes per metre, the mean over each piece. */
  readonly perM: Float64Array;
}

/**
 * The density of crashes along a stretch of one road: an Epanechnikov kernel on the stake axis, averaged over equal pieces.
 *
 * The kernel runs through junctions along its own road and onto no other, and is thrown back at the ends of the stretch, so that the
 * densities of a road always add up to its crashes.
 *
 * @param stakesM - of the crashes, within the stretch, any order.
 * @param longestPieceM - above 0.
 */
export function roadDensity(
  fromM: number,
  toM: number,
  stakesM: ArrayLike<number>,
  bandwidthM: number,
  longestPieceM: number,
): PieceDensities {
  const lengthM = toM - fromM;
  const count = Math.max(1, Math.ceil(lengthM / longestPieceM));
  const pieceM = lengthM / count;
  const perM = new Float64Array(count);
  const add = (alongM: number) => {
    const first = Math.max(0, Math.floor((alongM - bandwidthM) / pieceM));
    const last = Math.min(count - 1, Math.floor((alongM + bandwidthM) / pieceM));
    for (let piece = first, before = shareBelow((first * pieceM - alongM) / bandwidthM); piece <= last; piece++) {
      const upTo = shareBelow(((piece + 1) * pieceM - alongM) / bandwidthM);
      perM[piece]! += (upTo - before) / pieceM;
      before = upTo;
    }
  };
  for (let i = 0; i < stakesM.length; i++) {
    const alongM = stakesM[i]! - fromM;
    add(alongM);
    // Images in both ends; on a stretch shorter than the kernel, images of images.
    for (let round = 0; round * lengthM < bandwidthM; round++) {
      const images =
        round % 2 === 0
          ? [-round * lengthM - alongM, (round + 2) * lengthM - alongM]
          : [alongM - (round + 1) * lengthM, alongM + (round + 1) * lengthM];
      for (const imageM of images) add(imageM);
    }
  }
  return { pieceM, perM };
}

/** Share of the kernel below `u`, in bandwidths from its crash. */
const shareBelow = (u: number): number => (u <= -1 ? 0 : u >= 1 ? 1 : (2 + 3 * u - u ** 3) / 4);
