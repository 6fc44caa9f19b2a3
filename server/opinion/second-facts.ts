import type { HazardGradeSummary, LandUseAdviceSummary, RiskContoursSummary } from "#data/analyses/grade-results.ts";
import type { HazardLevel } from "#data/standards/hazard-grade.ts";
import type { HseAdvice } from "#data/standards/hse.ts";
import type { RiskStatus } from "#data/standards/protection-class.ts";
import type { OpinionResult } from "./opinion.ts";
import type { Language } from "./reason-words.ts";

interface SecondWords {
  readonly hazard: string;
  readonly level: string;
  readonly levels: Readonly<Record<HazardLevel, string>>;
  readonly people: string;
  readonly peopleUnknown: (places: number) => string;
  readonly substancesUnknown: string;
  readonly none: string;
  readonly status: string;
  readonly statuses: Readonly<Record<RiskStatus, string>>;
  readonly verdicts: Readonly<Record<keyof RiskContoursSummary["counts"], string>>;
  readonly counted: (places: number, people: number, unknown: number) => string;
  readonly advice: string;
  readonly advices: Readonly<Record<HseAdvice, string>>;
}

const WORDS: Readonly<Record<Language, SecondWords>> = {
  zh: {
    hazard: "危险源",
    level: "级别 (GB 18218)",
    levels: { "1": "一级", "2": "二级", "3": "三级", "4": "四级", none: "不构成重大危险源" },
    people: "厂界外500 m内常住人口",
    peopleUnknown: (places) => `，另有 ${places} 处人数未知`,
    substancesUnknown: "表中没有的物质",
    none: "无",
    status: "装置状态",
    statuses: { new: "新建、改建、扩建", "in-service": "在役" },
    verdicts: { unacceptable: "风险不可接受", "cannot-tell": "无法判定", acceptable: "风险可接受" },
    counted: (places, people, unknown) => `${places} 处，${people} 人${unknown > 0 ? `，${unknown} 处人数未知` : ""}`,
    advice: "建议 (HSE)",
    advices: { AA: "反对 (AA)", DAA: "不反对 (DAA)", none: "不在咨询区内" },
  },
  en: {
    hazard: "Hazard source",
    level: "Level (GB 18218)",
    levels: { "1": "1", "2": "2", "3": "3", "4": "4", none: "no major hazard source" },
    people: "Residents within 500 m of the boundary",
    peopleUnknown: (places) => `, and ${places} places whose number is not known`,
    substancesUnknown: "Substances that the tables do not hold",
    none: "none",
    status: "State of the plant",
    statuses: { new: "new, rebuilt or extended", "in-service": "in service" },
    verdicts: { unacceptable: "Risk not acceptable", "cannot-tell": "Cannot tell", acceptable: "Risk acceptable" },
    counted: (places, people, unknown) =>
      `${places} places, ${people} people${unknown > 0 ? `, ${unknown} places whose number is not known` : ""}`,
    advice: "Advice (HSE)",
    advices: { AA: "Advise against (AA)", DAA: "Do not advise against (DAA)", none: "outside every zone" },
  },
};

/** What the document says of an analysis beside the spacing check; the whole of it stands in the JSON and in the proof. */
export function secondFacts({ name, summary }: OpinionResult, language: Language): (readonly [string, string])[] {
  const words = WORDS[language];
  switch (name) {
    case "hazard-grade":
      return gradeFacts(summary as HazardGradeSummary, words);
    case "risk-contours":
      return riskFacts(summary as RiskContoursSummary, words);
    case "land-use-advice":
      return [[words.advice, words.advices[(summary as LandUseAdviceSummary).advice]]];
    default:
      throw new RangeError(`an opinion does not rest on ${name}`);
  }
}

function gradeFacts(grade: HazardGradeSummary, words: SecondWords): (readonly [string, string])[] {
  const { hazard, S, alpha, alphaRange, R, rRange, level, levelRange, people, unknownPeople, unknown } = grade;
  const between = (known: number | null, least: number, most: number | null) =>
    known === null ? `${least.toFixed(3)} – ${most === null ? "?" : most.toFixed(3)}` : known.toFixed(3);
  return [
    [words.hazard, hazard.name || hazard.code],
    ["S", S.toFixed(3)],
    ["α", between(alpha, alphaRange.least, alphaRange.most)],
    ["R", between(R, rRange.least, rRange.most)],
    [
      words.level,
      level === null ? `${words.levels[levelRange.least]} – ${words.levels[levelRange.most]}` : words.levels[level],
    ],
    [words.people, `${people}${unknownPeople > 0 ? words.peopleUnknown(unknownPeople) : ""}`],
    [words.substancesUnknown, unknown.map(({ name }) => name).join(", ") || words.none],
  ];
}

const riskFacts = ({ status, counts }: RiskContoursSummary, words: SecondWords): (readonly [string, string])[] => [
  [words.status, words.statuses[status]],
  ...(["unacceptable", "cannot-tell", "acceptable"] as const).map((verdict) => {
    const { places, people, unknownPeople } = counts[verdict];
    return [words.verdicts[verdict], words.counted(places, people, unknownPeople)] as const;
  }),
];
