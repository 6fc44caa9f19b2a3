import { codeIn } from "../../analyses/row-values.ts";
import { parseLocalTime } from "../../snapshot/local-time.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { timeIn } from "./dates.ts";
import type { Measure, Scope } from "./measure.ts";

/** States that a spot can have without ever having been listed. */
const NEVER_LISTED: readonly (string | null)[] = ["candidate", "confirmed", "rejected"];
const FIXED: readonly (string | null)[] = ["closed", "evaluated"];

function isMinistrySpot(spots: Snapshot, row: number, dueMs: number): Scope {
  const level = codeIn(spots, row, "level");
  const listedMs = timeIn(spots, row, "listedOn");
  if (level === null) {
    const wasListed = !Number.isNaN(listedMs) || !NEVER_LISTED.includes(codeIn(spots, row, "state"));
    return wasListed && !(listedMs > dueMs) ? "unknown" : "out";
  }
  if (level !== "ministry" || listedMs > dueMs) return "out";
  return Number.isNaN(listedMs) ? "unknown" : "in";
}

export const BLACK_SPOT_MEASURES: readonly Measure[] = [
  {
    target: "s02-black-spots-listed-yearly",
    layer: "black-spots",
    counts: "met",
    window: "calendar",
    covers: "all",
    reading: {
      zh: "登记册中挂牌日期在本年内的点段；“一批”未定数量，有一处即算",
      en: "Spots in the register whose day of listing lies in the year; the plan gives “a batch” no size, so one is enough",
    },
    confidence: "medium",
    judge: (spots, { today, period }) => {
      if (!period) throw new RangeError("the listing has a period");
      const [fromMs, todayMs] = [parseLocalTime(period.from), parseLocalTime(today)];
      return (row) => {
        const onMs = timeIn(spots, row, "listedOn");
        // The day of the only listing: a later one says that it was not listed before.
        if (!Number.isNaN(onMs)) return { scope: "in", met: onMs >= fromMs && onMs <= todayMs, onMs };
        return { scope: "in", met: NEVER_LISTED.includes(codeIn(spots, row, "state")) ? false : null };
      };
    },
  },
  {
    target: "s02-ministry-listed-spot-fixed",
    layer: "black-spots",
    counts: "met",
    covers: "all",
    reading: {
      zh: "期限前挂牌的部级督办点段中，状态为已销号或已评估的处数；方案未写是哪一处，册中有一处即算",
      en: "Spots listed by the ministry before the deadline that are closed or evaluated; the plan does not say which spot is meant, so one is enough",
    },
    confidence: "medium",
    judge: (spots, { today, due }) => {
      const [dueMs, todayMs] = [due === null ? Number.POSITIVE_INFINITY : parseLocalTime(due), parseLocalTime(today)];
      return (row) => {
        const state = codeIn(spots, row, "state");
        const onMs = timeIn(spots, row, "closedOn");
        const met = state === null ? null : FIXED.includes(state) && !(onMs > todayMs);
        return { scope: isMinistrySpot(spots, row, dueMs), met, onMs };
      };
    },
  },
];
