import { chooseCircles } from "./circles.ts";
import { betterOf, bySureness, type Verdict } from "./judge.ts";
import { mergeWindows, type WindowSet } from "./merge-windows.ts";
import type { Circles, Scene } from "./scene.ts";

/** Where a site lies, as indices of the network. A circle is named by the accident at its centre. */
export type SiteSpot =
  | { readonly kind: "segment"; readonly route: number; readonly fromM: number; readonly toM: number }
  | { readonly kind: "junction"; readonly junction: number; readonly radiusM: number }
  | { readonly kind: "circle"; readonly centreRow: number; readonly radiusM: number };

/** A place that a rule makes a black spot. No accident is in two. */
export interface RuleSite {
  readonly spot: SiteSpot;
  readonly rows: Uint32Array;
  readonly verdict: Verdict;
  /** Windows (sets of crashes that a window holds) or circles merged into it. */
  readonly merged: number;
}

/**
 * The black spots of a rule: junctions that stand apart or circles, stretches, and stretches that only together with the crashes of their
 * junctions meet the rule and share none with a site found before. So a place where crashes lie astride a junction's edge does not vanish:
 * every window that meets the rule with its junctions shares a crash with a site.
 *
 * @returns the surest first, then the strongest, then those with more crashes.
 */
export function screenByRule({ judge, circles, windows }: Scene): RuleSite[] {
  const sites: RuleSite[] = [];
  if (circles) {
    for (const { centre, ...hit } of chooseCircles(circles.count, circles.rowsIn, judge)) {
      sites.push({ ...hit, spot: circleSpot(circles, centre) });
    }
  }
  if (windows) {
    const stretchesOf = (pieces: typeof windows.pieces, isFree: (set: WindowSet) => boolean) =>
      pieces.flatMap((piece) =>
        mergeWindows(piece, { lengthM: windows.lengthOf(piece.route), leastM: windows.leastM }, judge, (set) => {
          const verdict = judge.findHit(set.running, set.rows, set.first, set.last);
          return verdict && isFree(set) ? verdict : null;
        }),
      );
    const toSite = ({ route, fromM, toM, rows, kept }: ReturnType<typeof stretchesOf>[number]): RuleSite => ({
      spot: { kind: "segment", route, fromM, toM },
      rows,
      verdict: kept.reduce(betterOf),
      merged: kept.length,
    });
    sites.push(...stretchesOf(windows.pieces, () => true).map(toSite));
    if (windows.withJunctions) {
      const taken = rowsOf(sites);
      sites.push(...stretchesOf(windows.withJunctions, (set) => sharesNone(set, taken)).map(toSite));
    }
  }
  return sites.sort((a, b) => bySureness(a.verdict, b.verdict) || b.rows.length - a.rows.length);
}

export const circleSpot = ({ at, radiusM, centreRow }: Circles, centre: number): SiteSpot =>
  at === "junctions"
    ? { kind: "junction", junction: centre, radiusM }
    : { kind: "circle", centreRow: centreRow(centre), radiusM };

export function rowsOf(sites: readonly { readonly rows: Uint32Array }[]): Set<number> {
  const rows = new Set<number>();
  for (const site of sites) for (const row of site.rows) rows.add(row);
  return rows;
}

export function sharesNone({ rows, first, last }: WindowSet, taken: ReadonlySet<number>): boolean {
  for (let i = first; i <= last; i++) if (taken.has(rows[i]!)) return false;
  return true;
}
