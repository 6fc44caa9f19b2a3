import type { Feature, FeatureCollection } from "geojson";

const STEPS_DEG = [30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** Meridians and parallels for a view, about five across: the ground where no base map is. */
export function graticule(bounds: readonly [number, number, number, number]): FeatureCollection {
  const [west, south, east, north] = bounds;
  const span = Math.max(east - west, north - south);
  const step = STEPS_DEG.find((each) => span / each >= 4) ?? STEPS_DEG.at(-1)!;
  const digits = Math.max(0, Math.ceil(-Math.log10(step)));
  const features: Feature[] = [];
  const [left, right] = [Math.max(-180, west - span), Math.min(180, east + span)];
  const [bottom, top] = [Math.max(-85, south - span), Math.min(85, north + span)];
  for (let i = Math.ceil(left / step); i * step <= right; i++) {
    const lon = i * step;
    features.push(line([lon, bottom], [lon, top], degrees(lon, digits, "E", "W")));
  }
  for (let i = Math.ceil(bottom / step); i * step <= top; i++) {
    const lat = i * step;
    features.push(line([left, lat], [right, lat], degrees(lat, digits, "N", "S")));
  }
  return { type: "FeatureCollection", features };
}

const degrees = (value: number, digits: number, positive: string, negative: string) =>
  `${Math.abs(value).toFixed(digits)}°${value < 0 ? negative : positive}`;

const line = (from: [number, number], to: [number, number], label: string): Feature => ({
  type: "Feature",
  properties: { label },
  geometry: { type: "LineString", coordinates: [from, to] },
});
