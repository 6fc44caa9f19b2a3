import { useMemo } from "react";
import { daysBetween } from "#data/campaign/calendar.ts";
import { type HouseDeadline, tallyHouseDeadline } from "#data/wall/house-deadline.ts";
import { HOUSE_DEADLINE } from "#data/wall/ledger-figures.ts";
import { useToday } from "../../../panels/layers/use-today.ts";
import { useLedgers } from "../../../state/ledgers.ts";

const NOTHING: HouseDeadline = { districts: [], elsewhere: null, withoutGrade: [] };

/** How the dangerous houses stand to the campaign's deadline, district by district. */
export function useDeadline() {
  const today = useToday();
  const layers = useLedgers((state) => state.layers);
  const [houses, areas] = ["houses", "districts"].map(
    (id) => layers.find(({ definition }) => definition.id === id)?.snapshot,
  );
  const tally = useMemo(() => (houses ? tallyHouseDeadline(houses, areas) : NOTHING), [houses, areas]);
  /** `houses`: how many the ledger has; `null` until it has been read. Below 0 days the deadline is ahead. */
  return { tally, houses: houses?.count ?? null, daysOver: daysBetween(HOUSE_DEADLINE, today) };
}
