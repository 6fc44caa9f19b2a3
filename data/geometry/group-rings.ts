import Flatbush from "flatbush";
import { containsPoint } from "./contains.ts";
import { boxOf } from "./measure.ts";
import { type Outline, signedDoubleArea } from "./outlines.ts";

/**
 * Rings of one area in the order that GeoJSON wants: each outer ring followed by its holes.
 *
 * @param rings - outer rings counter-clockwise and holes clockwise, none crossing another, in any order.
 * @returns the same rings; a hole that lies in no outer ring is dropped, as are rings without area.
 */
export function groupRings(rings: readonly Float64Array[]): Float64Array[] {
  const outers: { readonly outline: Outline; readonly area: number; readonly holes: Float64Array[] }[] = [];
  const holes: Float64Array[] = [];
  for (const ring of rings) {
    const area = signedDoubleArea(ring);
    if (area > 0) outers.push({ outline: { kind: 2, parts: [ring] }, area, holes: [] });
    else if (area < 0) holes.push(ring);
  }
  if (outers.length === 0) return [];
  const boxes = new Flatbush(outers.length);
  for (const { outline } of outers) boxes.add(...boxOf(outline));
  boxes.finish();
  for (const hole of holes) {
    const [x, y] = [hole[0]!, hole[1]!];
    const around = boxes
      .search(x, y, x, y)
      .map((i) => outers[i]!)
      .filter(({ outline }) => containsPoint(outline, x, y));
    // Islands in lakes nest: the smallest ring around is the hole's own.
    around.sort((a, b) => a.area - b.area);
    around[0]?.holes.push(hole);
  }
  return outers.flatMap(({ outline, holes: own }) => [...outline.parts, ...own]);
}
