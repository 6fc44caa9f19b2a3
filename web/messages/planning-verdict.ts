import type { ReasonCode, Verdict } from "#data/analyses/spacing-results.ts";
import type { Confidence } from "#data/standards/rule.ts";
import type { Catalogue } from "./words.ts";

type Values = Readonly<Record<string, number | string>>;

/** How pairs are judged, and why less surely than a number looks. */
interface VerdictWords {
  readonly verdicts: Readonly<Record<Verdict, string>>;
  /** Beside a name, short. */
  readonly marks: Readonly<Record<Verdict, string>>;
  readonly banner: Readonly<Record<Verdict, string>>;
  readonly bannerHint: Readonly<Record<Verdict, string>>;
  readonly confidences: Readonly<Record<Confidence, string>>;
  readonly confidenceHints: Readonly<Record<Confidence, string>>;
  readonly confirmed: string;
  readonly overridden: string;
  readonly strengths: Readonly<Record<"must" | "should", string>>;
  readonly measured: (from: string, to: string) => string;
  readonly reasons: Readonly<Record<ReasonCode, (values: Values) => string>>;
  /** A reason that this page does not know yet. */
  readonly otherReason: (code: string) => string;
}

const one = (value: number | string | undefined): string =>
  typeof value === "number" ? String(Number(value.toFixed(2))) : String(value ?? "");

export const VERDICT_WORDS: Catalogue<VerdictWords> = {
  zh: {
    verdicts: { "too-near": "距离不足", "cannot-tell": "不能判定", clear: "满足" },
    marks: { "too-near": "不足", "cannot-tell": "不定", clear: "满足" },
    banner: { "too-near": "距离不足", "cannot-tell": "不能判定", clear: "可以：间距全部满足" },
    bannerHint: {
      "too-near": "至少一个对象在任何情形下都近于条文要求",
      "cannot-tell": "没有肯定的不足，但误差、未知事实或待核实的条文跨在限值两侧",
      clear: "计入位置误差和未知事实后，每条适用规则都满足",
    },
    confidences: { verified: "已核", memory: "待本地专家确认", uncertain: "待核实" },
    confidenceHints: {
      verified: "数字与规范文本核对过",
      memory: "数字凭记忆录入，未逐字核对；由本地专家确认",
      uncertain: "数字不确定，须先查正式文本；单独不作“距离不足”的结论",
    },
    confirmed: "专家已确认",
    overridden: "专家已改",
    strengths: { must: "不应小于", should: "不宜小于" },
    measured: (from, to) => `自${from}，至${to}`,
    reasons: {
      "position-error": ({ surveyM }) =>
        surveyM === undefined
          ? "两处位置误差跨在限值两侧"
          : `位置误差跨在限值两侧：须测到合成中误差 ${one(surveyM)} m 以内`,
      "error-not-stated": ({ assumedM }) =>
        assumedM === undefined ? "未注明位置误差，按 1 m 计" : `未注明位置误差，按 ${one(assumedM)} m 计`,
      "point-only": () => "没有轮廓，从点量起",
      "plant-boundary": () => "轮廓是（或可能是）厂区边界，装置可能更远",
      "quantity-unknown": () => "储量或容积未知，按各档分别核查",
      "kind-unknown": () => "种类未知，按各种情形核查",
      "fire-class-from-substances": () => "火灾危险性由所存物质推定",
      "fire-rating-unknown": () => "耐火等级未知，按各级分别核查",
      "height-unknown": () => "建筑高度未知",
      "people-unknown": () => "人数未知",
      "road-grade-assumed": () => "道路等级为推定",
      "owner-unknown": () => "权属单位未知，可能是同一企业",
      "edge-from-width": ({ widthM }) =>
        widthM === undefined ? "路边由中心线和宽度推算" : `路边由中心线和宽度 ${one(widthM)} m 推算`,
      "edge-width-assumed": ({ narrowM, wideM }) =>
        `道路宽度未知，按同类道路 ${one(narrowM)}～${one(wideM)} m 两端核查`,
      "centre-line-only": () => "只有中心线，从中心线量取",
      "rule-unverified": () => "条文数字待核实，须先查正式文本",
      "volume-from-tonnes": () => "容积由吨位换算",
      "pole-height-unknown": () => "杆塔高度未知",
      conditional: () => "条文带有条件，须核对是否适用",
      "no-table": () => "规则库没有这类用途（或其可能的类别）的距离数字，须查相应规范；没有不足不等于可以",
      "risk-method": () => "按 GB/T 37243 还须作定量风险评价或事故后果计算，标准距离满足不等于可以",
      "risk-method-unknown": () => "物质未填全：是否还须按 GB/T 37243 作定量风险评价不能判定",
    },
    otherReason: (code) => `其他原因（${code}）`,
  },
  en: {
    verdicts: { "too-near": "Too near", "cannot-tell": "Cannot tell", clear: "Clear" },
    marks: { "too-near": "near", "cannot-tell": "open", clear: "clear" },
    banner: { "too-near": "Too near", "cannot-tell": "Cannot tell", clear: "Clear: every distance is kept" },
    bannerHint: {
      "too-near": "At least one neighbour is nearer than the clause asks, whatever is not known",
      "cannot-tell": "Nothing is certainly too near, but errors, unknown facts or unverified numbers span a limit",
      clear: "With position errors and unknown facts counted, every rule that applies is kept",
    },
    confidences: { verified: "verified", memory: "to be confirmed locally", uncertain: "to be verified" },
    confidenceHints: {
      verified: "Checked against a copy of the text",
      memory: "Entered from memory, not yet compared word by word: a local expert confirms it",
      uncertain: "The number is uncertain; read the official text first. Never alone a verdict of too near",
    },
    confirmed: "confirmed",
    overridden: "overridden",
    strengths: { must: "shall be at least", should: "should be at least" },
    measured: (from, to) => `from: ${from}; to: ${to}`,
    reasons: {
      "position-error": ({ surveyM }) =>
        surveyM === undefined
          ? "The errors of both positions span the limit"
          : `Position errors span the limit: survey both to a joint standard deviation of ${one(surveyM)} m`,
      "error-not-stated": ({ assumedM }) =>
        assumedM === undefined
          ? "No position error stated; 1 m taken"
          : `No position error stated; ${one(assumedM)} m taken`,
      "point-only": () => "No outline: measured from the point",
      "plant-boundary": () => "The outline is, or may be, the plant's boundary; the unit may stand farther away",
      "quantity-unknown": () => "Quantity unknown: every band tried",
      "kind-unknown": () => "Kind unknown: every case tried",
      "fire-class-from-substances": () => "Fire hazard class worked out from the substances",
      "fire-rating-unknown": () => "Fire rating unknown: every rating tried",
      "height-unknown": () => "Height unknown",
      "people-unknown": () => "Number of people unknown",
      "road-grade-assumed": () => "Grade of the road assumed",
      "owner-unknown": () => "Owner unknown: it may be the same enterprise",
      "edge-from-width": ({ widthM }) =>
        widthM === undefined
          ? "Road edge worked out from its width"
          : `Road edge worked out from a width of ${one(widthM)} m`,
      "edge-width-assumed": ({ narrowM, wideM }) =>
        `Width unknown: from ${one(narrowM)} to ${one(wideM)} m tried, as roads of its class have`,
      "centre-line-only": () => "A centre line only: measured from it",
      "rule-unverified": () => "The number is to be verified in the official text",
      "volume-from-tonnes": () => "Volume worked out from tonnes",
      "pole-height-unknown": () => "Height of the poles unknown",
      conditional: () => "The clause has a condition: see whether it applies",
      "no-table": () =>
        "The library holds no distance for this use, or for a class that it may be of: nothing too near is not yet clear",
      "risk-method": () =>
        "GB/T 37243 also asks for a quantitative risk or consequence analysis: keeping the fixed distances is not enough",
      "risk-method-unknown": () =>
        "Substances not told: whether GB/T 37243 also asks for a risk analysis cannot be told",
    },
    otherReason: (code) => `Another reason (${code})`,
  },
};
