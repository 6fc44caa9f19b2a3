import type { Catalogue } from "./words.ts";

/** The campaign scene of a screen: the targets of the 22 sector plans. */
export interface CampaignWords {
  readonly late: (days: number) => string;
  readonly cannotTell: string;
  readonly daysLeft: (days: number) => string;
  readonly done: string;
  readonly doneDayUnknown: string;
  readonly doneLate: string;
  readonly doneLateBy: (days: number) => string;
  readonly reachedNow: string;
  readonly notYet: (daysLeft: number | null) => string;
  readonly noNumber: string;
  readonly noData: string;
  readonly totals: Readonly<
    Record<"late" | "cannotTell" | "running" | "countdown" | "done" | "doneLate" | "noData", string>
  >;
  readonly targets: (all: string, measurable: string) => string;
  readonly next: (due: string, title: string) => string;
  readonly onlyMeasured: string;
  readonly unmet: (count: string) => string;
  readonly unknown: (count: string) => string;
  readonly columns: readonly [sector: string, late: string, measurable: string, targets: string];
}

export const SCREEN_CAMPAIGN_WORDS: Catalogue<CampaignWords> = {
  zh: {
    late: (days) => `逾期 ${days} 天`,
    cannotTell: "数据不足以判定",
    daysLeft: (days) => `还剩 ${days} 天`,
    done: "按期完成",
    doneDayUnknown: "已完成，完成日不详",
    doneLate: "逾期完成",
    doneLateBy: (days) => `逾期 ${days} 天完成`,
    reachedNow: "本期已达到",
    notYet: (daysLeft) => (daysLeft === null ? "目前未达到" : `本期未达到，还剩 ${daysLeft} 天`),
    noNumber: "方案未给数值，不评判",
    noData: "没有数据可衡量",
    totals: {
      late: "逾期",
      cannotTell: "无法判定",
      running: "本期未达到",
      countdown: "倒计时",
      done: "已达到",
      doneLate: "逾期完成",
      noData: "无数据可衡量",
    },
    targets: (all, measurable) => `22 个方案 ${all} 项目标，其中 ${measurable} 项可由台账衡量`,
    next: (due, title) => `最近到期 ${due} ${title}`,
    onlyMeasured: "只列台账能衡量的目标，号码为方案序号",
    unmet: (count) => `差 ${count} 处`,
    unknown: (count) => `${count} 处缺项`,
    columns: ["方案", "逾期", "可衡量", "目标"],
  },
  en: {
    late: (days) => `${days} d late`,
    cannotTell: "too little data to tell",
    daysLeft: (days) => `${days} d left`,
    done: "done in time",
    doneDayUnknown: "done, day unknown",
    doneLate: "done late",
    doneLateBy: (days) => `done ${days} d late`,
    reachedNow: "reached this period",
    notYet: (daysLeft) => (daysLeft === null ? "not reached" : `not yet, ${daysLeft} d left`),
    noNumber: "no number in the plan, not judged",
    noData: "no data to measure this",
    totals: {
      late: "Late",
      cannotTell: "Cannot tell",
      running: "Not reached this period",
      countdown: "Counting down",
      done: "Reached",
      doneLate: "Done late",
      noData: "No data to measure",
    },
    targets: (all, measurable) => `${all} targets of 22 plans, ${measurable} measurable from the ledgers`,
    next: (due, title) => `next due ${due}: ${title}`,
    onlyMeasured: "Only what the ledgers can measure; the number is the plan's",
    unmet: (count) => `${count} short`,
    unknown: (count) => `${count} unknown`,
    columns: ["Plan", "Late", "Measured", "All"],
  },
};
