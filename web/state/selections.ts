import type { LayerDefinition } from "#data/layers/define.ts";
import { allOf, compare, day, type Filter, FilterProblem, formatFilter, parseFilter } from "#data/layers/filter.ts";
import { combine, compileFilter, selectTime } from "#data/snapshot/select.ts";
import type { Selection, Snapshot } from "#data/snapshot/snapshot.ts";
import type { View } from "./view.ts";

/** The rows that a layer's filter and the time window let through; `problem` when the filter's text is none. */
export interface SelectedRows {
  readonly rows: Selection;
  readonly problem: string | null;
}

const kept = new WeakMap<Snapshot, { key: string; selected: SelectedRows }>();

/** The same object again until filter, time or snapshot change: the map compares by identity. */
export function selectRows(
  definition: LayerDefinition,
  snapshot: Snapshot,
  { filters, time }: Pick<View, "filters" | "time">,
): SelectedRows {
  const text = filters[definition.id] ?? "";
  const period = definition.time ? time : null;
  const key = `${text}\n${period?.from ?? ""}\n${period?.to ?? ""}`;
  const last = kept.get(snapshot);
  if (last?.key === key) return last.selected;
  const filter = readFilter(definition, text);
  const selected =
    filter instanceof FilterProblem
      ? { rows: passingRows(definition, snapshot, null, time), problem: filter.reason }
      : { rows: passingRows(definition, snapshot, filter, time), problem: null };
  kept.set(snapshot, { key, selected });
  return selected;
}

/** Rows that a filter and the time window let through, worked out anew; a layer without a time knows no window. */
export function passingRows(
  definition: LayerDefinition,
  snapshot: Snapshot,
  filter: Filter | null,
  time: View["time"],
): Selection {
  const timed = definition.time && time ? selectTime(snapshot, definition, time.from, time.to) : null;
  return combine(filter && compileFilter(filter)(snapshot), timed);
}

/** The same rows as a text for analyses; `undefined` when all rows take part. */
export function selectionText(
  definition: LayerDefinition,
  { filters, time }: Pick<View, "filters" | "time">,
): string | undefined {
  const filter = readFilter(definition, filters[definition.id] ?? "");
  const parts: Filter[] = filter && !(filter instanceof FilterProblem) ? [filter] : [];
  if (definition.time && time?.from) parts.push(compare(definition.time, ">=", day(time.from)));
  if (definition.time && time?.to) parts.push(compare(definition.time, "<", day(time.to)));
  return parts.length === 0 ? undefined : formatFilter(allOf(...parts));
}

/** @returns what is wrong with the text where it is no filter of the layer, `null` where it is empty. */
export function readFilter(definition: LayerDefinition, text: string): Filter | FilterProblem | null {
  if (text.trim() === "") return null;
  try {
    return parseFilter(text, definition);
  } catch (error) {
    if (error instanceof FilterProblem) return error;
    throw error;
  }
}
