import type { Language } from "./spot-words.ts";

const COLUMNS = [
  "no",
  "code",
  "name",
  "roadCode",
  "roadName",
  "fromStake",
  "toStake",
  "state",
  "level",
  "listedOn",
  "documentNumber",
  "supervisor",
  "dueOn",
  "overdueDays",
  "happened",
  "treatment",
  "treatedOn",
  "closedOn",
  "evaluatedOn",
  "nextOn",
  "accidents",
  "deaths",
  "injuries",
  "periodFrom",
  "periodTo",
] as const;
export type QuarterColumn = (typeof COLUMNS)[number];

interface QuarterWords {
  readonly title: string;
  readonly sheets: Readonly<Record<"table" | "totals" | "facts", string>>;
  readonly columns: Readonly<Record<QuarterColumn, string>>;
  readonly item: string;
  readonly content: string;
  readonly atBeginning: string;
  readonly atEnd: string;
  readonly during: (kind: string) => string;
  readonly inAll: string;
  readonly overdue: string;
  readonly facts: Readonly<Record<"quarter" | "days" | "madeAt" | "order" | "counting" | "demo", string>>;
  readonly stillRunning: (day: string) => string;
  readonly order: string;
  readonly counting: string;
}

export const QUARTER_WORDS: Readonly<Record<Language, QuarterWords>> = {
  zh: {
    title: "事故多发点段季度表",
    sheets: { table: "季度表", totals: "汇总", facts: "说明" },
    columns: {
      no: "序号",
      code: "编号",
      name: "名称",
      roadCode: "路号",
      roadName: "路名",
      fromStake: "起点桩号",
      toStake: "止点桩号",
      state: "季末状态",
      level: "督办级别",
      listedOn: "挂牌日期",
      documentNumber: "督办文号",
      supervisor: "责任单位",
      dueOn: "治理期限",
      overdueDays: "逾期天数",
      happened: "本季度进展",
      treatment: "治理措施",
      treatedOn: "治理完成日期",
      closedOn: "销号日期",
      evaluatedOn: "评估日期",
      nextOn: "下次办理日期",
      accidents: "事故起数",
      deaths: "死亡人数",
      injuries: "受伤人数",
      periodFrom: "统计起",
      periodTo: "统计止",
    },
    item: "项目",
    content: "内容",
    atBeginning: "季初",
    atEnd: "季末",
    during: (kind) => `本季度${kind}`,
    inAll: "登记在册",
    overdue: "逾期未治理",
    facts: {
      quarter: "季度",
      days: "起止日期",
      madeAt: "制表时间",
      order: "排序",
      counting: "口径",
      demo: "提示",
    },
    stillRunning: (day) => `本季度尚未结束，统计至${day}`,
    order: "按督办级别由高到低，同级按编号",
    counting: "按事项发生日期归入季度，不按录入日期；自台账转入的点段以台账所列日期为准",
  },
  en: {
    title: "Quarterly table of black spots",
    sheets: { table: "Table", totals: "Totals", facts: "About" },
    columns: {
      no: "No.",
      code: "Code",
      name: "Name",
      roadCode: "Road number",
      roadName: "Road",
      fromStake: "From stake",
      toStake: "To stake",
      state: "State at the end",
      level: "Listing level",
      listedOn: "Listed on",
      documentNumber: "Document number",
      supervisor: "Office in charge",
      dueOn: "Due on",
      overdueDays: "Days overdue",
      happened: "What happened in the quarter",
      treatment: "Treatment",
      treatedOn: "Treated on",
      closedOn: "Closed on",
      evaluatedOn: "Evaluated on",
      nextOn: "Next date",
      accidents: "Accidents",
      deaths: "Deaths",
      injuries: "Injuries",
      periodFrom: "Period from",
      periodTo: "Period to",
    },
    item: "Item",
    content: "Content",
    atBeginning: "At the beginning",
    atEnd: "At the end",
    during: (kind) => `In the quarter: ${kind}`,
    inAll: "in the register",
    overdue: "overdue",
    facts: {
      quarter: "Quarter",
      days: "Days",
      madeAt: "Made at",
      order: "Order",
      counting: "Counting",
      demo: "Note",
    },
    stillRunning: (day) => `The quarter has not ended: counted up to ${day}`,
    order: "By level of listing, the highest first; then by code",
    counting:
      "Events belong to the quarter of the day they are about, not of the day they were entered; of spots from a ledger, the ledger's days",
  },
};
