import {
  type CellSpans,
  fillNear,
  fillSpans,
  type RasterFrame,
  spansInside,
  spansNear,
} from "../geometry/fill-near.ts";
import type { Outline } from "../geometry/outlines.ts";
import { getOrMake } from "./get-or-make.ts";
import { encodeRuns } from "./shade-runs.ts";
import type { Neighbourhood } from "./siting-neighbours.ts";
import type { Surroundings } from "./surroundings.ts";

/** What stands in the way at a place; the raster's values. The greater one holds. */
export const SITING_SHADES = ["allowed", "unverified", "doubtful", "forbidden", "outside"] as const;
export type SitingShade = (typeof SITING_SHADES)[number];

/** The last raster: most steps of a slider stay within a band of the tables, and change nothing. */
let lastJudged: {
  readonly key: string;
  readonly around: Surroundings;
  readonly cells: Uint8Array;
  readonly judged: ReturnType<typeof encodeRuns>;
} | null = null;

/**
 * The cells of a raster by what stands in the way at their centres, as runs, and how many there are of each shade.
 *
 * @param districts - cells outside them are `outside`; none: every cell is judged.
 * @param footprintM - radius of the site around the place.
 * @param isOpen - no place is better than doubtful, whatever stands near: the rules do not say all about the use.
 */
export function judgeCells(
  frame: RasterFrame,
  districts: readonly Outline[],
  found: Neighbourhood,
  footprintM: number,
  around: Surroundings,
  isOpen: boolean,
): ReturnType<typeof encodeRuns> {
  const key = `${JSON.stringify(frame)} ${footprintM} ${isOpen} ${found.key}`;
  if (lastJudged?.key === key && lastJudged.around === around) return lastJudged.judged;
  const count = frame.columns * frame.rows;
  const cells = lastJudged?.cells.length === count ? lastJudged.cells : new Uint8Array(count);
  cells.fill(isOpen ? DOUBTFUL : 0);
  const spans = spansFor(frame, around);
  spans.startStep();
  paint(cells, found, footprintM, spans, isOpen);
  if (districts.length > 0) fillSpans(cells, spans.outside(districts), OUTSIDE);
  const judged = encodeRuns(cells, SITING_SHADES.length);
  lastJudged = { key, around, cells, judged };
  return judged;
}

/** The lesser shades first: what is painted later covers them. */
function paint(
  cells: Uint8Array,
  { neighbours }: Neighbourhood,
  footprintM: number,
  spans: KeptSpans,
  isOpen: boolean,
): void {
  const shades = [
    ["unverified", "unverifiedM"],
    ["doubtful", "doubtfulM"],
    ["forbidden", "forbiddenM"],
  ] as const;
  for (const [shade, radius] of shades) {
    if (isOpen && shade !== "forbidden") continue;
    const value = SITING_SHADES.indexOf(shade);
    for (const { outline, radii } of neighbours) {
      // A lesser shade that a greater one covers entirely is not painted.
      if (radius === "unverifiedM" && radii.unverifiedM <= radii.doubtfulM) continue;
      if (radius === "doubtfulM" && radii.doubtfulM <= radii.forbiddenM) continue;
      if (radii[radius] > 0) spans.fillNear(cells, outline, radii[radius] + footprintM, value);
    }
  }
}

const OUTSIDE = SITING_SHADES.indexOf("outside");
const DOUBTFUL = SITING_SHADES.indexOf("doubtful");

/** Spans that are kept at most: those of two bands of a table in a zone of 50,000 neighbours, some 50 MB. */
const MOST_KEPT = 200_000;

/**
 * The spans of one raster over one state of the zone. A slider goes to and fro between the few distances of its tables, whose spans
 * are kept from the second time on; radii that come once, as while the footprint grows, are not worth the memory.
 */
class KeptSpans {
  readonly #frame: RasterFrame;
  readonly #near = new Map<Outline, Map<number, CellSpans>>();
  /** Radii of earlier steps. */
  readonly #seen = new Set<number>();
  #fresh = new Set<number>();
  #count = 0;
  #outside: CellSpans | null = null;

  constructor(frame: RasterFrame) {
    this.#frame = frame;
  }

  startStep(): void {
    for (const radiusM of this.#fresh) this.#seen.add(radiusM);
    this.#fresh = new Set();
  }

  fillNear(cells: Uint8Array, outline: Outline, radiusM: number, value: number): void {
    const known = this.#near.get(outline)?.get(radiusM);
    if (known) fillSpans(cells, known, value);
    else if (this.#seen.has(radiusM)) fillSpans(cells, this.#keep(outline, radiusM), value);
    else {
      this.#fresh.add(radiusM);
      fillNear(cells, this.#frame, outline, radiusM, value);
    }
  }

  #keep(outline: Outline, radiusM: number): CellSpans {
    if (this.#count++ >= MOST_KEPT) {
      this.#near.clear();
      this.#count = 1;
    }
    const spans = spansNear(this.#frame, outline, radiusM);
    getOrMake(this.#near, outline, () => new Map<number, CellSpans>()).set(radiusM, spans);
    return spans;
  }

  outside(districts: readonly Outline[]): CellSpans {
    this.#outside ??= spansOutside(this.#frame, districts);
    return this.#outside;
  }
}

let lastSpans: { readonly key: string; readonly around: Surroundings; readonly spans: KeptSpans } | null = null;

function spansFor(frame: RasterFrame, around: Surroundings): KeptSpans {
  const key = JSON.stringify(frame);
  if (lastSpans?.key !== key || lastSpans.around !== around) lastSpans = { key, around, spans: new KeptSpans(frame) };
  return lastSpans.spans;
}

function spansOutside(frame: RasterFrame, districts: readonly Outline[]): CellSpans {
  const count = frame.columns * frame.rows;
  const inside = new Uint8Array(count);
  for (const district of districts) fillSpans(inside, spansInside(frame, district), 1);
  const ends: number[] = [];
  for (let i = 0; i < count; i++) {
    if (inside[i] === 1) continue;
    const next = inside.indexOf(1, i);
    const end = next < 0 ? count : next;
    ends.push(i, end);
    i = end;
  }
  return Int32Array.from(ends);
}
