/** The zone's plane serves data up to this far from its centre: there it stretches by 3.1e-5, 1.5 mm in 50 m. */
export const PLANE_REACH_M = 50_000;

/** More positions than this do not make a middle better. */
const SAMPLE = 10_000;

const EARTH_RADIUS_M = 6_371_009;
const RADIANS = Math.PI / 180;

/**
 * Where the plane of a snapshot is centred: on the zone, unless the middle of the data lies more than `PLANE_REACH_M` from
 * there; then on that middle. A stray position far away moves neither.
 *
 * @param lonLat - display positions, `[lon0, lat0, …]`.
 * @param zoneCenter - `[longitude, latitude]`; `null` while nobody has said where the zone is.
 */
export function planeCenterOf(
  lonLat: Float64Array,
  zoneCenter: readonly [number, number] | null,
): readonly [number, number] {
  const middle = middleOf(lonLat);
  if (!zoneCenter) return middle ?? [0, 0];
  return middle === null || roughDistanceM(middle, zoneCenter) <= PLANE_REACH_M ? zoneCenter : middle;
}

/**
 * The median longitude and latitude, rounded to 0.01° so that a few new features do not move the plane.
 *
 * @returns `null` when there are no positions.
 */
export function middleOf(lonLat: Float64Array): readonly [number, number] | null {
  const count = lonLat.length / 2;
  if (count === 0) return null;
  const step = Math.max(1, Math.floor(count / SAMPLE));
  const median = (ordinate: 0 | 1) => {
    const values = new Float64Array(Math.ceil(count / step));
    for (let i = 0; i < values.length; i++) values[i] = lonLat[i * step * 2 + ordinate]!;
    return Math.round(values.sort()[values.length >> 1]! * 100) / 100;
  };
  return [median(0), median(1)];
}

/** On a sphere, within 0.6 %: enough to choose a plane, never to measure. */
function roughDistanceM(a: readonly [number, number], b: readonly [number, number]): number {
  const halfLat = Math.sin(((b[1] - a[1]) * RADIANS) / 2);
  const halfLon = Math.sin(((b[0] - a[0]) * RADIANS) / 2);
  const chord = halfLat ** 2 + Math.cos(a[1] * RADIANS) * Math.cos(b[1] * RADIANS) * halfLon ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}
