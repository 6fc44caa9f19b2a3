import type { Catalogue } from "./words.ts";

/** The scene of self-built houses. */
interface ScreenHouseWords {
  readonly within: string;
  readonly inUse: string;
  readonly inBusiness: string;
  readonly tooNear: string;
  readonly cannotTellSpacing: string;
  readonly screeningSource: string;
  readonly notAppraised: (count: string) => string;
  readonly conflictsCut: (listed: string, found: string) => string;
  readonly noSources: string;
  readonly noneNear: string;
  readonly deadlineColumns: readonly [district: string, inTime: string, late: string, open: string];
  readonly openWord: Readonly<Record<"before" | "after", string>>;
  readonly noDangerous: string;
  readonly noDistrict: string;
  readonly standings: Readonly<Record<"unknown" | "withoutGrade", string>>;
  readonly elsewhere: (count: string) => string;
  readonly unknown: (count: string) => string;
  readonly withoutGrade: (count: string) => string;
  readonly left: (days: string) => string;
  readonly passed: (days: string) => string;
}

export const SCREEN_HOUSE_WORDS: Catalogue<ScreenHouseWords> = {
  zh: {
    within: "500 m 内C、D级",
    inUse: "其中仍在使用",
    inBusiness: "其中经营、出租",
    tooNear: "规范间距不足",
    cannotTellSpacing: "规范间距无法判定",
    screeningSource: "500 m 只作筛查（GB 18218-2018 附录），间距按现行规范条款",
    notAppraised: (count) => `另有 ${count} 处未鉴定或状态不明`,
    conflictsCut: (listed, found) => `规范间距只看了最紧要的 ${listed} 对，共 ${found} 对`,
    noSources: "台账中没有重大危险源，无法判定",
    noneNear: "500 m 内没有未销号的C、D级自建房",
    deadlineColumns: ["镇街", "按期", "逾期销号", "未销号"],
    openWord: { before: "未销号", after: "逾期未销" },
    noDangerous: "台账中没有C、D级自建房",
    noDistrict: "未写明镇街",
    standings: { unknown: "缺销号状态或日期", withoutGrade: "未填等级" },
    elsewhere: (count) => `另有 ${count} 处未写明镇街`,
    unknown: (count) => `${count} 处缺销号状态或日期，无法判定`,
    withoutGrade: (count) => `${count} 处未填等级，不知是否在列`,
    left: (days) => `距 2025年6月30日 ${days} 天`,
    passed: (days) => `2025年6月30日期限已过 ${days} 天`,
  },
  en: {
    within: "C and D within 500 m",
    inUse: "of them in use",
    inBusiness: "in business or let",
    tooNear: "Too near by the rules",
    cannotTellSpacing: "Rules: cannot tell",
    screeningSource: "500 m only screens (GB 18218-2018); too near: by the rules in force",
    notAppraised: (count) => `${count} more may be: not appraised`,
    conflictsCut: (listed, found) => `Too near: only the ${listed} most urgent of ${found} pairs`,
    noSources: "The ledger has no major hazard source: cannot be told",
    noneNear: "No open house of grade C or D within 500 m",
    deadlineColumns: ["District", "In time", "Closed late", "Open"],
    openWord: { before: "Open", after: "Overdue" },
    noDangerous: "The ledger has no house of grade C or D",
    noDistrict: "Names no district",
    standings: { unknown: "State or day is missing", withoutGrade: "No grade stated" },
    elsewhere: (count) => `${count} more name no district`,
    unknown: (count) => `${count} lack state or day: cannot tell`,
    withoutGrade: (count) => `${count} state no grade`,
    left: (days) => `${days} d to 30 June 2025`,
    passed: (days) => `30 June 2025 passed ${days} d ago`,
  },
};
