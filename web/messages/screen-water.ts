import type { Catalogue } from "./words.ts";

/** The scene of fire water. */
interface ScreenWaterWords {
  readonly layerColumns: readonly [what: string, outside: string, of: string];
  readonly districtColumns: readonly [district: string, targets: string, buildings: string, area: string];
  readonly cannotTell: (count: string) => string;
  readonly unknownSources: (count: string) => string;
  readonly noWater: string;
  readonly nothingToReach: string;
  readonly noDistricts: string;
  readonly elsewhere: (count: string) => string;
  readonly byPosition: string;
  readonly allUsable: string;
  readonly noneOverdue: string;
  readonly stateUnknown: (count: string) => string;
  readonly serviceUnknown: (count: string) => string;
  readonly daysOver: (days: string) => string;
  readonly seenOn: (day: string) => string;
  readonly noDay: string;
  readonly reckoned: string;
  readonly longestFirst: string;
  readonly inNoDistrict: string;
  readonly onlyUnsure: string;
  readonly noneUsable: string;
  readonly farthestFirst: string;
  readonly firstOf: (listed: string, found: string) => string;
}

export const SCREEN_WATER_WORDS: Catalogue<ScreenWaterWords> = {
  zh: {
    layerColumns: ["对象", "够不到", "共"],
    districtColumns: ["镇街", "保护目标", "建筑", "km²"],
    cannotTell: (count) => `+${count} 无法判定`,
    unknownSources: (count) => `${count} 处水源状态不明，只靠它们的对象列为无法判定`,
    noWater: "台账中没有消防水源，无法判定覆盖范围",
    nothingToReach: "无数据",
    noDistricts: "没有镇街范围，无法分区统计",
    elsewhere: (count) => `另有 ${count} 处不在任何镇街`,
    byPosition: "按位置归入镇街；面积为够不到的对象周围150 m内的盲区，即图上所绘",
    allUsable: "没有登记为不能使用的水源",
    noneOverdue: "没有维护逾期的水源",
    stateUnknown: (count) => `另有 ${count} 处状态不明`,
    serviceUnknown: (count) => `另有 ${count} 处没有维护日期`,
    daysOver: (days) => `逾期 ${days} 天`,
    seenOn: (day) => `${day} 查`,
    noDay: "日期不明",
    reckoned: "未填下次维护日期的，按上次维护满365天计",
    longestFirst: "最久未复查的在前",
    inNoDistrict: "不在任何镇街",
    onlyUnsure: "只靠状态不明的水源",
    noneUsable: "没有完好的水源",
    farthestFirst: "数字为到最近完好水源的距离，最远的在前",
    firstOf: (listed, found) => `只取最远的 ${listed} 处，共 ${found} 处`,
  },
  en: {
    layerColumns: ["What", "Out of reach", "Of"],
    districtColumns: ["District", "Targets", "Buildings", "km²"],
    cannotTell: (count) => `+${count} cannot tell`,
    unknownSources: (count) => `${count} sources state no condition; what only they reach is “cannot tell”`,
    noWater: "The ledger has no fire-water source: reach cannot be told",
    nothingToReach: "no data",
    noDistricts: "There are no districts to count by",
    elsewhere: (count) => `${count} more lie in no district`,
    byPosition: "By position; the area is the ground out of reach within 150 m of something, as drawn",
    allUsable: "No source is registered as out of order",
    noneOverdue: "No service is overdue",
    stateUnknown: (count) => `${count} more state no condition`,
    serviceUnknown: (count) => `${count} more state no service`,
    daysOver: (days) => `${days} d over`,
    seenOn: (day) => `seen ${day}`,
    noDay: "no day",
    reckoned: "Without a stated next service: 365 days after the last",
    longestFirst: "Longest not seen again first",
    inNoDistrict: "In no district",
    onlyUnsure: "only sources of no stated condition",
    noneUsable: "no source in order",
    farthestFirst: "How far the nearest source in order is, the farthest first",
    firstOf: (listed, found) => `The first ${listed} of ${found} only`,
  },
};
