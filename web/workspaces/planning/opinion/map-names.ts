import type { Geometry } from "geojson";
import { type LabelWish, textWidthMm } from "./place-labels.ts";
import { type PathWriter, positionsOf } from "./sheet-path.ts";
import { boxOf, MAP_HEIGHT_MM, MAP_WIDTH_MM } from "./sheet-scale.ts";
import type { SheetFeatures } from "./use-sheet-features.ts";

const NAMED = ["hazard-sources", "protection-targets", "roads", "infrastructure"];

/** Names of what a reader looks for, each once. */
export function nameWishes(ground: readonly SheetFeatures[], writer: PathWriter, heightMm: number): LabelWish[] {
  return NAMED.flatMap((layer) => {
    const byName = new Map<string, Geometry[]>();
    for (const { geometry, properties } of ground.find((each) => each.layer === layer)?.features ?? [])
      byName.set(properties.name, [...(byName.get(properties.name) ?? []), geometry as Geometry]);
    byName.delete("");
    return [...byName].flatMap(([name, geometries]) => nameWish(name, geometries, writer, heightMm) ?? []);
  });
}

/** A name in the middle of what the sheet shows of its shapes; `null` where it shows no corner of them. */
export function nameWish(
  name: string,
  geometries: readonly Geometry[],
  writer: PathWriter,
  heightMm: number,
): LabelWish | null {
  const shown = geometries
    .flatMap(positionsOf)
    .map(writer.place)
    .filter(([x, y]) => x > 0 && y > 0 && x < MAP_WIDTH_MM && y < MAP_HEIGHT_MM);
  if (shown.length === 0) return null;
  const [west, north, east, south] = boxOf(shown);
  const half = textWidthMm(name, heightMm) / 2 + 1;
  const x = Math.min(Math.max((west + east) / 2, half), MAP_WIDTH_MM - half);
  const y = (north + south) / 2;
  return { text: name, places: [0, -4, 4, -8, 8].map((by) => [x, y + by] as const) };
}
