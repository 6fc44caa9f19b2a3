/** Stops of the bandwidth slider in metres: even steps on a logarithmic scale, rounded to what a person would choose. */
export const BANDWIDTHS_M: readonly number[] = [
  50, 60, 70, 80, 90, 100, 120, 140, 160, 180, 200, 250, 300, 350, 400, 450, 500, 600, 700, 800, 900, 1000, 1200, 1400,
  1600, 1800, 2000,
];

export const LEAST_BANDWIDTH_M = BANDWIDTHS_M[0]!;
export const MOST_BANDWIDTH_M = BANDWIDTHS_M.at(-1)!;

/** The stop nearest to a bandwidth, by ratio. */
export function nearestStop(bandwidthM: number): number {
  let nearest = 0;
  BANDWIDTHS_M.forEach((stop, index) => {
    if (Math.abs(Math.log(stop / bandwidthM)) < Math.abs(Math.log(BANDWIDTHS_M[nearest]! / bandwidthM)))
      nearest = index;
  });
  return nearest;
}

/** What a person typed as a bandwidth: whole metres within the bounds; `null` when it is no number. */
export const toBandwidth = (typed: number | null): number | null =>
  typed === null || Number.isNaN(typed)
    ? null
    : Math.round(Math.max(LEAST_BANDWIDTH_M, Math.min(MOST_BANDWIDTH_M, typed)));
