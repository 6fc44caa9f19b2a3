/**
 * Where GCJ-02 and BD-09 move positions: longitude and latitude in degrees, one ring. All of China lies inside: its coast and land
 * border grown by 0.35 degrees (some 35 km) and simplified, with the islands and waters of the South China Sea. It decides whether a
 * shift is undone and is no statement about any border.
 *
 * @see Natural Earth 1:50m (public domain), which the ring was grown from
 */
const RING = `
121.9 28.1, 122 28.8, 123.1 29.7, 123.2 31, 122.3 32.2, 121.4 33.2, 120.6 34.5, 120.4 35.2, 121.4 36.2,
122.9 36.7, 123.1 37.6, 123.6 38.9, 124.3 39.6, 126.2 40.6, 126.9 41.3, 128.2 41, 128.6 41.7, 130.1 42.4,
130.7 42.2, 131.6 43.3, 131.4 44.6, 131.9 44.9, 133.3 44.9, 135.1 47.7, 135 48.4, 134.4 48.7, 132.3 48.1,
131.2 48.1, 130.7 49.2, 129.6 49.7, 128 49.9, 126.6 52.6, 125.8 53.4, 123.6 53.9, 120.9 53.6, 119.7 52.9,
119.8 52.4, 120.3 52.2, 119.8 51.8, 118.8 50.3, 117.8 49.9, 116.5 50.1, 115.2 48.2, 115.8 47.4, 117.4 47.3,
118.1 47.7, 119.3 47, 117.3 46.9, 116.4 46.6, 115.6 45.8, 114.4 45.7, 113.5 45.1, 111.8 45.4, 111.1 44.5,
111.4 43.8, 111 43.7, 109.4 42.8, 106.7 42.6, 104.9 42, 101.5 42.9, 96.6 43.1, 95.5 44.6, 93.6 45.3,
91.1 45.6, 91.4 46.6, 90.5 47.9, 88.9 48.5, 87.9 49.5, 86.9 49.4, 86.4 48.8, 85.5 48.6, 85.3 47.4,
82.9 47.5, 82 45.6, 79.6 45.1, 79.6 44.7, 80 44.4, 80.3 43.4, 79.9 42.4, 78 41.4, 76.8 41.3, 76.3 40.8,
74.7 40.8, 73.7 40.3, 73.3 39.3, 73.6 38.3, 74.4 38.3, 74.5 37.6, 74.1 37.3, 74.1 36.9, 75.6 36.4,
75.6 35.9, 76 35.5, 77.7 35.1, 78.4 34.2, 78.8 32.9, 78 32.5, 78.6 31, 81 29.7, 81.8 30, 85.9 27.6,
88.4 27.6, 88.8 27, 90 28, 91.4 27.5, 91.6 26.8, 94 26.8, 96.2 27.3, 97.7 28, 98.3 27.2, 98.2 26,
97.2 24.8, 97.2 23.9, 97.6 23.5, 98.3 23.8, 98.6 23, 99 22.8, 99 21.8, 99.6 21.7, 100 21.2, 100.9 21.2,
101.1 20.9, 101.8 20.8, 102.1 21.2, 102 22.1, 102.6 22.3, 104 22.2, 105.2 22.9, 106.2 22.5, 106.4 21.8,
107.3 21.2, 108.4 20.8, 108.9 20.2, 108.3 19.6, 108.3 18.8, 108.9 17.9, 110.2 14.5, 110.2 11, 109.9 7,
112 3.9, 113.2 4.9, 115.6 7.3, 118 11.5, 118.9 15, 119.4 18.5, 120.4 21.4, 121.4 21.6, 121.9 23, 122.4 25,
122 25.6, 121.5 27.5`;

const CORNERS: readonly (readonly number[])[] = RING.trim()
  .split(/,\s*/)
  .map((corner) => corner.split(" ").map(Number));

/** Cells of a quarter of a degree that the ring does not pass through lie wholly on one side; `null`: it does. */
const sides = new Map<number, boolean | null>();
const PER_DEGREE = 4;

/** Whether a place lies where the Chinese shifts are applied. */
export function isShifted(lon: number, lat: number): boolean {
  if (!(lon > 70 && lon < 140 && lat > 0 && lat < 60)) return false;
  const [column, row] = [Math.floor(lon * PER_DEGREE), Math.floor(lat * PER_DEGREE)];
  const key = column * 1000 + row;
  let side = sides.get(key);
  if (side === undefined) {
    side = isOnRing(column / PER_DEGREE, row / PER_DEGREE) ? null : isInside(lon, lat);
    sides.set(key, side);
  }
  return side ?? isInside(lon, lat);
}

/** Whether the box of an edge meets a cell: then the edge may. */
const isOnRing = (west: number, south: number): boolean =>
  CORNERS.some(([ax, ay], i) => {
    const [bx, by] = CORNERS[(i + 1) % CORNERS.length]!;
    const size = 1 / PER_DEGREE;
    const isBeside = Math.max(ax!, bx!) < west || Math.min(ax!, bx!) > west + size;
    return !isBeside && Math.max(ay!, by!) >= south && Math.min(ay!, by!) <= south + size;
  });

/** By the even-odd rule. */
function isInside(lon: number, lat: number): boolean {
  let inside = false;
  for (let i = 0, j = CORNERS.length - 1; i < CORNERS.length; j = i++) {
    const [ax, ay] = CORNERS[j] as [number, number];
    const [bx, by] = CORNERS[i] as [number, number];
    if (ay > lat !== by > lat && lon < ax + ((lat - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}
