import type { AdverseKind } from "#data/analyses/crash-times-results.ts";
import type { Catalogue } from "./words.ts";

/** Where which weather makes the crashes. */
export interface WeatherWords {
  readonly kinds: Readonly<Record<AdverseKind, string>>;
  readonly kindLabel: string;
  readonly allKinds: (count: string) => string;
  readonly kindCount: (kind: string, count: string) => string;
  readonly kindTooFew: (kind: string) => string;
  readonly tooFewHint: (inKind: string, fewest: string) => string;
  readonly kindFacts: (inKind: string, known: string, unknown: string) => string;
  readonly measure: string;
  readonly method: (window: string, level: string, places: string, tooFew: string, fewest: string) => string;
  readonly columns: Readonly<
    Record<"place" | "kind" | "share" | "elsewhere" | "ratio" | "casualty" | "fatal" | "q", string>
  >;
  readonly of: (inKind: string, known: string) => string;
  readonly unknown: (count: string) => string;
  readonly times: (ratio: string) => string;
  readonly noneElsewhere: string;
  readonly none: string;
  readonly sentence: (kind: string, inKind: string, known: string, share: string, elsewhere: string) => string;
  readonly tested: (p: string, q: string) => string;
  readonly accidents: (kind: string) => string;
  readonly exported: Readonly<Record<"inKind" | "known" | "unknown" | "measure", string>>;
}

export const WEATHER_WORDS: Catalogue<WeatherWords> = {
  zh: {
    kinds: { adverse: "各类恶劣天气", rain: "雨", "snow-ice": "冰雪", fog: "雾", wind: "大风" },
    kindLabel: "天气类别",
    allKinds: (count) => `全部 ${count}`,
    kindCount: (kind, count) => `${kind} ${count}`,
    kindTooFew: (kind) => `${kind} 太少`,
    tooFewHint: (inKind, fewest) => `全路网只有 ${inKind} 起，不足 ${fewest} 起，没有检验`,
    kindFacts: (inKind, known, unknown) => `全路网 ${inKind} / ${known} 起，另 ${unknown} 起未记录天气`,
    measure: "比较的是事故占比，不是事故率：没有各种天气下的交通量，常有雾的路段和有雾就容易出事的路段都会列出。",
    method: (window, level, places, tooFew, fewest) =>
      `${window} 滑动窗口，精确检验，误报比例不超过 ${level}；检验 ${places} 处，另 ${tooFew} 处不足 ${fewest} 起未检验`,
    columns: {
      place: "路段",
      kind: "天气",
      share: "本路段",
      elsewhere: "其他路段",
      ratio: "倍数",
      casualty: "伤亡事故",
      fatal: "亡人",
      q: "q",
    },
    of: (inKind, known) => `${inKind}/${known} 起`,
    unknown: (count) => `另 ${count} 起未知`,
    times: (ratio) => `${ratio} 倍`,
    noneElsewhere: "别处没有",
    none: "没有哪个路段的恶劣天气事故占比超出偶然。",
    sentence: (kind, inKind, known, share, elsewhere) =>
      `天气已知的 ${known} 起事故中 ${inKind} 起（${share}）发生在${kind}中；路网其余部分为 ${elsewhere}。`,
    tested: (p, q) => `精确检验 ${p}，控制误报后 ${q}`,
    accidents: (kind) => `${kind}中的事故`,
    exported: { inKind: "该天气事故", known: "天气已知", unknown: "天气未知", measure: "比较方法" },
  },
  en: {
    kinds: { adverse: "Any adverse", rain: "Rain", "snow-ice": "Snow and ice", fog: "Fog", wind: "Wind" },
    kindLabel: "Kind of weather",
    allKinds: (count) => `All ${count}`,
    kindCount: (kind, count) => `${kind} ${count}`,
    kindTooFew: (kind) => `${kind}: too few`,
    tooFewHint: (inKind, fewest) => `only ${inKind} on the whole network, fewer than ${fewest}: not tested`,
    kindFacts: (inKind, known, unknown) =>
      `${inKind} of ${known} on the whole network; weather of ${unknown} not recorded`,
    measure:
      "Shares of crashes are compared, not rates: nobody knows the traffic in each weather, so a stretch that often lies in fog is listed like one that is dangerous in it.",
    method: (window, level, places, tooFew, fewest) =>
      `windows of ${window}, exact test, false alarms at most ${level}; ${places} places tested, ${tooFew} with fewer than ${fewest} crashes not`,
    columns: {
      place: "Segment",
      kind: "Weather",
      share: "Here",
      elsewhere: "Elsewhere",
      ratio: "Times",
      casualty: "Casualty",
      fatal: "Fatal",
      q: "q",
    },
    of: (inKind, known) => `${inKind} of ${known}`,
    unknown: (count) => `${count} unknown`,
    times: (ratio) => `${ratio} ×`,
    noneElsewhere: "none elsewhere",
    none: "On no segment does adverse weather have more of the crashes than chance gives it.",
    sentence: (kind, inKind, known, share, elsewhere) =>
      `Of ${known} crashes whose weather is known ${inKind} (${share}) happened in this weather (${kind}); on the rest of the network ${elsewhere}.`,
    tested: (p, q) => `exact test ${p}, ${q} after control of false alarms`,
    accidents: (kind) => `Crashes in this weather: ${kind}`,
    exported: { inKind: "In this weather", known: "Weather known", unknown: "Weather unknown", measure: "Measure" },
  },
};
