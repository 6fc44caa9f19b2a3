import { parseFilter } from "../layers/filter.ts";
import { getLayer } from "../layers/index.ts";
import { rowsByFilter } from "../snapshot/select.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";
import { districtCode, statedDistricts } from "./district-codes.ts";
import { PROPOSED_REASONS, type RiskReason } from "./district-risk.ts";

/** What stands in a district for one reason. */
export interface ReasonRows {
  readonly reason: RiskReason;
  /** Of the reason's layer, ascending. */
  readonly rows: readonly number[];
}

/**
 * The features behind the counts of `gradeDistricts`.
 *
 * @param code - of a district; `null`: those that it counts as without one.
 * @returns the reasons that find any, in their order.
 */
export function rowsOfDistrict(
  layers: ReadonlyMap<string, Snapshot>,
  code: string | null,
  reasons: readonly RiskReason[] = PROPOSED_REASONS,
): ReasonRows[] {
  const districts = layers.get("districts");
  const codes = Array.from({ length: districts?.count ?? 0 }, (_, row) => districtCode(districts!, row));
  const place = code === null ? -1 : codes.indexOf(code);
  return reasons.flatMap((reason) => {
    const snapshot = layers.get(reason.layer);
    if (!snapshot || (code !== null && place === -1)) return [];
    const places = statedDistricts(snapshot, districts);
    const { matching } = rowsByFilter(parseFilter(reason.filter, getLayer(reason.layer)), snapshot);
    const rows = matching.filter((row) => places[row] === place);
    return rows.length === 0 ? [] : [{ reason, rows }];
  });
}
