import type { Title } from "../layers/define.ts";
import { parseFilter } from "../layers/filter.ts";
import { getLayer } from "../layers/index.ts";
import { countByFilter, type FilterRows, rowsByFilter } from "../snapshot/select.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

/** A number of the wall that counts features of one layer. */
export interface CountFigure {
  readonly id: string;
  readonly title: Title;
  readonly layer: string;
  /** Of which features, CQL2 text; absent: of all. Local days, `YYYY-MM-DD`. */
  readonly of?: (today: string) => string;
  /** Which of them are counted, CQL2 text; absent: every one. */
  readonly counted?: (today: string) => string;
  /** How the question was put to the ledger, where its words leave a choice. */
  readonly reading?: Title;
  /** What each of them means. */
  readonly tone: "plain" | "good" | "unsure" | "bad";
}

/** A counted number with what it stands on. */
export interface Counted {
  readonly value: number;
  /** Features that lack what the question needs: the true number lies between `value` and `value + unknown`. */
  readonly unknown: number;
  /** Of so many; those of which it cannot be told whether they belong are in `unknown`. */
  readonly total: number;
  readonly layer: string;
  readonly revision: number;
  /** Latest day of observation of the layer; `null` when nobody said. */
  readonly dataDate: string | null;
  /** CQL2 text that lists the counted features; empty: all of the layer. */
  readonly filter: string;
}

/**
 * Counts a figure on a layer as it is now.
 *
 * @param today - local day `YYYY-MM-DD`.
 * @throws FilterProblem when the figure's own filter is none; RangeError when the snapshot is of another layer.
 */
export function countFigure(figure: CountFigure, snapshot: Snapshot, today: string): Counted {
  if (snapshot.layer !== figure.layer)
    throw new RangeError(`${figure.id} counts ${figure.layer}, not ${snapshot.layer}`);
  const layer = getLayer(figure.layer);
  const of = figure.of?.(today);
  const total = of === undefined ? null : countByFilter(parseFilter(of, layer), snapshot);
  const filter = filterOf(figure, today);
  const found =
    filter === "" ? { matching: snapshot.count, unknown: 0 } : countByFilter(parseFilter(filter, layer), snapshot);
  return {
    value: found.matching,
    unknown: found.unknown,
    total: total === null ? snapshot.count : total.matching,
    layer: figure.layer,
    revision: snapshot.revision,
    dataDate: snapshot.dataDate,
    filter,
  };
}

/**
 * The features that {@link countFigure} counts, and those of which it cannot tell.
 *
 * @param today - local day `YYYY-MM-DD`.
 * @throws FilterProblem when the figure's own filter is none.
 */
export function rowsOfFigure(figure: CountFigure, snapshot: Snapshot, today: string): FilterRows {
  const filter = filterOf(figure, today);
  if (filter === "") return { matching: Array.from({ length: snapshot.count }, (_, row) => row), unknown: [] };
  return rowsByFilter(parseFilter(filter, getLayer(figure.layer)), snapshot);
}

/** CQL2 text of the features that a figure counts; empty: all of the layer. */
const filterOf = (figure: CountFigure, today: string): string => joined(figure.of?.(today), figure.counted?.(today));

function joined(...texts: readonly (string | undefined)[]): string {
  const given = texts.filter((text) => text !== undefined);
  return given.length === 1 ? given[0]! : given.map((text) => `(${text})`).join(" AND ");
}
