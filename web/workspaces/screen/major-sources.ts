import { parseFilter } from "#data/layers/filter.ts";
import { getLayer } from "#data/layers/index.ts";
import { compileFilter } from "#data/snapshot/select.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";

/** CQL2 text of the sources that are major hazards by their level. */
export const MAJOR_SOURCES = "level IN ('1', '2', '3', '4')";

/** Ids of the sources that are major hazards by their level. */
export function majorSources(hazards: Snapshot): string[] {
  const major = compileFilter(parseFilter(MAJOR_SOURCES, getLayer("hazard-sources")))(hazards);
  return Array.from(major.keys()).flatMap((row) => (major[row] === 1 ? (hazards.ids.get(row) ?? []) : []));
}
