import type { BeforeAfterSummary, CompareBy, EffectVerdict, NoEstimate } from "#data/analyses/before-after-results.ts";
import type { Catalogue } from "./words.ts";

/** Whether a treatment worked. */
interface EffectWords {
  readonly noSite: string;
  readonly noWorks: string;
  readonly refused: string;
  readonly works: string;
  readonly worksFrom: string;
  readonly worksTo: string;
  readonly yearsBefore: string;
  readonly yearsAfter: string;
  readonly limits: string;
  readonly verdicts: Readonly<Record<EffectVerdict, string>>;
  readonly sentence: (verdict: string, percent: string, low: string, high: string) => string;
  readonly noEnd: string;
  readonly unclear: string;
  readonly standing: Readonly<Record<BeforeAfterSummary["standing"], (fullOn: string) => string>>;
  readonly span: (from: string, to: string) => string;
  readonly columns: Readonly<
    Record<"by" | "before" | "after" | "expected" | "theta" | "interval" | "method" | "verdict", string>
  >;
  readonly by: Readonly<Record<CompareBy, string>>;
  readonly methods: Readonly<Record<"empirical-bayes" | "comparison" | "naive", string>>;
  readonly none: Readonly<Record<NoEstimate, string>>;
  readonly years: (years: string) => string;
  readonly duringWorks: (count: number) => string;
  readonly group: (before: string, after: string) => string;
  readonly reference: (sites: string, crashes: string) => string;
  readonly noReference: string;
  readonly trafficAssumed: string;
  readonly migration: Readonly<Record<"moved" | "not-moved" | "cannot-tell", string>>;
  readonly neighbours: (reach: string, before: string, after: string) => string;
  readonly headings: Readonly<Record<"effects" | "grounds" | "migration", string>>;
  readonly waiting: string;
}

export const EFFECT_WORDS: Catalogue<EffectWords> = {
  zh: {
    noSite: "还没有选点段。在“督办”或“排查”中选一处。",
    noWorks: "填写施工起止日期后，立即比较治理前后的事故。",
    refused: "不能比较",
    works: "施工期",
    worksFrom: "开工",
    worksTo: "完工次日",
    yearsBefore: "治理前年数",
    yearsAfter: "治理后年数",
    limits: "年数须在 0.25 至 10 之间；完工须晚于开工",
    verdicts: { reduced: "事故减少", increased: "事故增加", "cannot-tell": "不能判定" },
    sentence: (verdict, percent, low, high) => `${verdict}：与不治理相比为 ${percent}（95% 区间 ${low} 至 ${high}）`,
    noEnd: "无上限",
    unclear: "没有足够的数据作估计",
    standing: {
      final: () => "前后两期数据齐全",
      preliminary: (fullOn) => `初步结果：治理后统计期到 ${fullOn} 才满`,
      none: (fullOn) => `还没有治理后的数据；统计期到 ${fullOn} 才满`,
    },
    span: (from, to) => `${from} 至 ${to}`,
    columns: {
      by: "事故",
      before: "治理前",
      after: "治理后",
      expected: "若不治理",
      theta: "θ",
      interval: "95% 区间",
      method: "方法",
      verdict: "结论",
    },
    by: { all: "全部", casualty: "伤亡", fatal: "亡人", damage: "财损" },
    methods: { "empirical-bayes": "经验贝叶斯", comparison: "对照组", naive: "简单比较" },
    none: { "too-few": "太少", "no-period": "无数据期", "no-roads": "无路网对照" },
    years: (years) => `${years} 年`,
    duringWorks: (count) => `施工期内 ${count} 起，前后都不计`,
    group: (before, after) => `对照组事故：治理前 ${before} 起，治理后 ${after} 起`,
    reference: (sites, crashes) => `参照组：同类 ${sites} 处、${crashes} 起，用于去除偶然高发年`,
    noReference: "没有可拟合的参照组，未能去除偶然高发年",
    trafficAssumed: "交通量按前后不变处理（没有两期的流量）",
    migration: {
      moved: "事故可能转移到了相邻路段",
      "not-moved": "没有转移到相邻路段",
      "cannot-tell": "是否转移：不能判定",
    },
    neighbours: (reach, before, after) => `两侧各 ${reach}：治理前 ${before} 起，治理后 ${after} 起`,
    headings: { effects: "前后对比", grounds: "依据", migration: "相邻路段" },
    waiting: "比较中…",
  },
  en: {
    noSite: "No site chosen yet. Choose one under Register or Screening.",
    noWorks: "Fill in when the works began and ended, and crashes before and after are compared at once.",
    refused: "This cannot be compared",
    works: "Works",
    worksFrom: "Begun",
    worksTo: "Day after the end",
    yearsBefore: "Years before",
    yearsAfter: "Years after",
    limits: "Years must be 0.25 to 10; the works must end after they begin",
    verdicts: { reduced: "Fewer crashes", increased: "More crashes", "cannot-tell": "Cannot tell" },
    sentence: (verdict, percent, low, high) =>
      `${verdict}: ${percent} of what was to be expected without (95 % interval ${low} to ${high})`,
    noEnd: "no upper end",
    unclear: "Not enough data for an estimate",
    standing: {
      final: () => "Both periods are covered in full",
      preliminary: (fullOn) => `Preliminary: the period after is full on ${fullOn}`,
      none: (fullOn) => `No data after the works yet; the period is full on ${fullOn}`,
    },
    span: (from, to) => `${from} to ${to}`,
    columns: {
      by: "Crashes",
      before: "Before",
      after: "After",
      expected: "Without works",
      theta: "θ",
      interval: "95 % interval",
      method: "Method",
      verdict: "Verdict",
    },
    by: { all: "All", casualty: "Casualty", fatal: "Fatal", damage: "Damage" },
    methods: { "empirical-bayes": "Empirical Bayes", comparison: "Comparison group", naive: "Plain" },
    none: { "too-few": "too few", "no-period": "no data", "no-roads": "no roads to compare" },
    years: (years) => `${years} years`,
    duringWorks: (count) => `${count} during the works, counted in neither`,
    group: (before, after) => `Comparison group: ${before} crashes before, ${after} after`,
    reference: (sites, crashes) =>
      `Reference group: ${sites} sites of the kind with ${crashes} crashes, against chance years`,
    noReference: "No reference group could be fitted: a bad year by chance is not taken out",
    trafficAssumed: "Traffic is taken as unchanged (volumes of both periods are not known)",
    migration: {
      moved: "Crashes may have moved beside the site",
      "not-moved": "Crashes did not move beside the site",
      "cannot-tell": "Whether crashes moved: cannot tell",
    },
    neighbours: (reach, before, after) => `${reach} on each side: ${before} before, ${after} after`,
    headings: { effects: "Before and after", grounds: "Grounds", migration: "Beside the site" },
    waiting: "Comparing…",
  },
};
