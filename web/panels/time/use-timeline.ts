import { useMemo } from "react";
import type { LayerDefinition } from "#data/layers/define.ts";
import { FilterProblem } from "#data/layers/filter.ts";
import type { TimeColumn } from "#data/snapshot/snapshot.ts";
import { type Ledger, useLedgers } from "../../state/ledgers.ts";
import { passingRows, readFilter } from "../../state/selections.ts";
import { useView } from "../../state/view-store.ts";
import { useToday } from "../layers/use-today.ts";
import { type CalendarUnit, type Day, type DaySpan, toDay } from "./days.ts";
import { binEdges, binUnit, collectEvents, countAfter, countBins, type Events, notAfter, spanOf } from "./events.ts";

/** What the bar shows, apart from the window. */
export interface Timeline {
  readonly layers: readonly LayerDefinition[];
  /** Those that pass the layers' filters. */
  readonly events: Events;
  /** Those of the events that lie after today. */
  readonly future: number;
  /** From the first to the last event of all, filtered or not: the bar stands still while filters move. Future ones do not stretch it. */
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
  const today = toDay(useToday());
  const whole = useMemo(() => {
    const all = collectEvents(timed.map((ledger) => ({ milliseconds: timesOf(ledger), rows: null })));
    const span = spanOf(notAfter(all, today)) ?? spanOf(all);
    if (!span) return null;
    const unit = binUnit(span);
    const edges = binEdges(span, unit);
    return { span, unit, edges, domain: { from: edges[0]!, to: edges.at(-1)! } };
  }, [timed, today]);
  const events = useMemo(() => collectEvents(timed.map((ledger) => filtered(ledger, filters))), [timed, filters]);
  return useMemo(
    () =>
      whole && {
        ...whole,
        layers: timed.map(({ definition }) => definition),
        events,
        future: countAfter(events, Math.max(today, whole.span.to - 1)),
        counts: countBins(events, whole.edges),
      },
    [whole, timed, events, today],
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
