import { booleanIn, codeIn } from "../../analyses/row-values.ts";
import type { Measure } from "./measure.ts";

export const HAZARD_SOURCE_MEASURES: readonly Measure[] = [
  {
    target: "s13-mhs-monitoring-connected-2025",
    layer: "hazard-sources",
    counts: "share",
    covers: "all",
    reading: {
      zh: "一至四级重大危险源中“在线监测联网”为是的比例；台账无接入日期，期限后只能看出已接入，看不出是否按期",
      en: "Of the major hazard sources of levels 1 to 4, those monitored online; the ledger keeps no day of connection, so after the deadline it tells that they are, not whether in time",
    },
    confidence: "medium",
    judge: (sources) => (row) => {
      const level = codeIn(sources, row, "level");
      return {
        scope: level === null ? "unknown" : level === "none" ? "out" : "in",
        met: booleanIn(sources, row, "monitored"),
      };
    },
  },
];
