import { centerOf, halfExtent, overlaps, type Rectangle } from "./rectangle.ts";

/** What a piece of ground is kept free of. */
export type Keep = "anything" | "dwellings";

/** The ground that is taken, as rectangles in a grid of cells. */
export interface Occupancy {
  /** @param keep - `dwellings`: people may not live or gather here, halls and tanks may stand. */
  take(rect: Rectangle, keep?: Keep): void;
  /** Whether a rectangle lies on free ground. Dwellings also avoid the ground that is kept free of them. */
  isFree(rect: Rectangle, use: "dwelling" | "works"): boolean;
}

const CELL_M = 80;

export function createOccupancy(): Occupancy {
  const cells = new Map<number, { rect: Rectangle; keep: Keep }[]>();
  const eachCell = (rect: Rectangle, visit: (key: number) => boolean): boolean => {
    const [x, y] = centerOf(rect);
    const [halfX, halfY] = halfExtent(rect);
    for (let i = Math.floor((x - halfX) / CELL_M); i <= Math.floor((x + halfX) / CELL_M); i++)
      for (let j = Math.floor((y - halfY) / CELL_M); j <= Math.floor((y + halfY) / CELL_M); j++)
        if (!visit(i * 65536 + j)) return false;
    return true;
  };
  return {
    take(rect, keep = "anything") {
      const entry = { rect, keep };
      eachCell(rect, (key) => {
        const cell = cells.get(key);
        if (cell) cell.push(entry);
        else cells.set(key, [entry]);
        return true;
      });
    },
    isFree(rect, use) {
      return eachCell(rect, (key) => {
        for (const entry of cells.get(key) ?? [])
          if ((entry.keep === "anything" || use === "dwelling") && overlaps(entry.rect, rect)) return false;
        return true;
      });
    },
  };
}
