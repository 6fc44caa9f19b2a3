import { useMemo } from "react";
import type { LayerDefinition } from "#data/layers/define.ts";
import { FilterProblem } from "#data/layers/filter.ts";
import type { TimeColumn } from "#data/snapshot/snapshot.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import { passingRows, readFilter } from "../../state/selections.ts";
import { useView } from "../../state/view-store.ts";
import type { CalendarUnit, Day, DaySpan } from "./days.ts";
import { binEdges, binUnit, collectEvents, countBins, type Events, spanOf } from "./events.ts";

/** What the bar shows, apart from the window. */
export interface Timeline {
  readonly layers: readonly LayerDefinition[];
  /** Those that pass the layers' filters. */
  readonly events: Events;
  /** From the first to the last event of all, filtered or not: the bar stands still while filters move. */
  readonly span: DaySpan;
  readonly unit: CalendarUnit;
  readonly edges: readonly Day[];
  readonly counts: readonly number[];
  /** The span grown to whole bins. */
  readonly domain: DaySpan;
}

/**
 * What supports a ledger, as violations do accidents, keeps to the window but is not counted on the bar.
 *
 * @returns `null` where no ledger has an event with a time.
 */
export function useTimeline(): Timeline | null {
  const ledgers = useLedgers((state) => state.layers);
  const filters = useView((view) => view.filters);
  const timed = useMemo(
    () =>
      ledgers.filter(({ definition, snapshot }) => definition.role === "ledger" && definition.time && snapshot.count),
    [ledgers],
  );
  const whole = useMemo(() => {
    const span = spanOf(collectEvents(timed.map((ledger) => ({ milliseconds: timesOf(ledger), rows: null }))));
    if (!span) return null;
    const unit = binUnit(span);
    const edges = binEdges(span, unit);
    return { span, unit, edges, domain: { from: edges[0]!, to: edges.at(-1)! } };
  }, [timed]);
  const events = useMemo(() => collectEvents(timed.map((ledger) => filtered(ledger, filters))), [timed, filters]);
  return useMemo(
    () =>
      whole && {
        ...whole,
        layers: timed.map(({ definition }) => definition),
        events,
        counts: countBins(events, whole.edges),
      },
    [whole, timed, events],
  );
}

function filtered(ledger: Ledger, filters: Readonly<Record<string, string>>) {
  const { definition, snapshot } = ledger;
  const filter = readFilter(definition, filters[definition.id] ?? "");
  const usable = filter instanceof FilterProblem ? null : filter;
  return { milliseconds: timesOf(ledger), rows: passingRows(definition, snapshot, usable, null) };
}

const timesOf = ({ definition, snapshot }: Ledger): Float64Array =>
  (snapshot.columns[definition.time!] as TimeColumn).milliseconds;
