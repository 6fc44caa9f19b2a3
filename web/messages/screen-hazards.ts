import type { Catalogue } from "./words.ts";

/** The scene of hazard sources. */
interface ScreenHazardWords {
  readonly around: (sources: string) => string;
  readonly noSources: string;
  readonly people: (known: string, unknown: string) => string;
  readonly designMaximum: string;
  readonly noSubstances: (count: string) => string;
  readonly substanceColumns: readonly [name: string, tonnes: string, sources: string];
  readonly tooNear: string;
  readonly cannotTell: string;
  readonly conflictsBy: string;
}

export const SCREEN_HAZARD_WORDS: Catalogue<ScreenHazardWords> = {
  zh: {
    around: (sources) => `${sources} 处重大危险源轮廓外 500 m，合并不重复计`,
    noSources: "台账中没有重大危险源",
    people: (known, unknown) => `登记 ${known} 人（可能重复登记），另 ${unknown} 处未登记人数`,
    designMaximum: "设计最大量，全部单元合计",
    noSubstances: (count) => `${count} 处未填物质`,
    substanceColumns: ["物质", "合计", "单元"],
    tooNear: "间距不足",
    cannotTell: "无法判定",
    conflictsBy: "积案台账：实测 / 要求距离，按紧迫程度",
  },
  en: {
    around: (sources) => `within 500 m of the outlines of ${sources} sources, each counted once`,
    noSources: "The ledger has no major hazard source",
    people: (known, unknown) => `${known} people registered (some perhaps twice); ${unknown} places state none`,
    designMaximum: "design maximum, all units together",
    noSubstances: (count) => `${count} state no substance`,
    substanceColumns: ["Substance", "Total", "Units"],
    tooNear: "Too near",
    cannotTell: "Cannot tell",
    conflictsBy: "From the backlog: measured / required, most urgent first",
  },
};
