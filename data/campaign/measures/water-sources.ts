import { codeIn } from "../../analyses/row-values.ts";
import { timeIn, withinPeriod } from "./dates.ts";
import type { Measure } from "./measure.ts";

export const WATER_SOURCE_MEASURES: readonly Measure[] = [
  {
    target: "s22-water-source-service-yearly",
    layer: "water-sources",
    counts: "share",
    window: "rolling",
    covers: "all",
    reading: {
      zh: "最近维护日期距今不满12个月（含满12个月当日）的水源比例；台账不分公共与单位自有，全部计入",
      en: "Sources last serviced at most 12 months ago, the day that completes them included; the ledger does not tell public sources from others, so all count",
    },
    confidence: "medium",
    judge: (sources, asked) => {
      const isWithin = withinPeriod(asked);
      return (row) => {
        const onMs = timeIn(sources, row, "servicedOn");
        return { scope: "in", met: isWithin(onMs), onMs };
      };
    },
  },
  {
    target: "s22-urban-facilities-2026",
    layer: "water-sources",
    counts: "share",
    covers: "part",
    reading: {
      zh: "状态为完好的消防水源比例；消防站的装备不在台账内，未计。方案只说改善，无数值，故只示数值不作判定",
      en: "Water sources in order; what fire stations are equipped with is not kept. The plan says better and gives no number, so the figure is shown and nothing is judged",
    },
    confidence: "low",
    judge: (sources) => (row) => {
      const state = codeIn(sources, row, "state");
      return { scope: "in", met: state === null ? null : state === "ok" };
    },
  },
];
