import type { Catalogue } from "./words.ts";

/** What is said of features of several ledgers that belong to one firm. */
interface FirmLinkWords {
  readonly title: string;
  readonly none: string;
  readonly evidence: Readonly<Record<"credit-code" | "name" | "address" | "place", string>>;
  readonly likely: (percent: number) => string;
  readonly confirmed: (by: string) => string;
  readonly rejected: (by: string) => string;
  readonly same: string;
  readonly notSame: string;
  readonly takeBack: string;
  readonly needsName: string;
  readonly failed: string;
  readonly distance: (text: string) => string;
}

export const FIRM_LINK_WORDS: Catalogue<FirmLinkWords> = {
  zh: {
    title: "同一单位",
    none: "其他台账中没有找到同一单位。",
    evidence: { "credit-code": "信用代码一致", name: "名称相近", address: "地址相近", place: "位置相近" },
    likely: (percent) => `可能是同一单位，相似 ${percent}%`,
    confirmed: (by) => `${by} 确认是同一单位`,
    rejected: (by) => `${by} 确认不是同一单位`,
    same: "是同一单位",
    notSame: "不是",
    takeBack: "改判",
    needsName: "先在编辑或导入时填写您的姓名",
    failed: "没有保存",
    distance: (text) => `相距 ${text}`,
  },
  en: {
    title: "Same firm",
    none: "No other ledger has this firm.",
    evidence: {
      "credit-code": "same credit code",
      name: "like name",
      address: "like address",
      place: "near by",
    },
    likely: (percent) => `likely the same firm, ${percent}% alike`,
    confirmed: (by) => `the same firm, says ${by}`,
    rejected: (by) => `not the same firm, says ${by}`,
    same: "Same firm",
    notSame: "Not the same",
    takeBack: "Change",
    needsName: "Give your name first, when editing or importing",
    failed: "not saved",
    distance: (text) => `${text} apart`,
  },
};
