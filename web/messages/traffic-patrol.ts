import type { PATROL_PLACES } from "../state/times-view.ts";
import type { Catalogue } from "./words.ts";

/** Where and when a patrol meets most casualty crashes. */
export interface PatrolWords {
  readonly at: string;
  readonly places: Readonly<Record<(typeof PATROL_PLACES)[number], string>>;
  readonly placesHint: (most: string) => string;
  readonly length: string;
  readonly hours: string;
  readonly days: string;
  readonly dayChoices: Readonly<Record<"class" | "weekday", string>>;
  readonly dayClasses: Readonly<Record<"workday" | "weekend" | "holiday" | "holiday-eve", string>>;
  readonly noHolidays: string;
  readonly columns: Readonly<
    Record<"place" | "casualty" | "fatal" | "when" | "held" | "heldOf" | "share" | "chance" | "q" | "answer", string>
  >;
  readonly answers: Readonly<Record<"block" | "even" | "too-few" | "times-not-credible", string>>;
  readonly answerHints: Readonly<
    Record<"block" | "even" | "too-few" | "times-not-credible", (fewest: string) => string>
  >;
  readonly block: (days: string, from: number, to: number) => string;
  readonly heldOf: (held: string, casualty: string) => string;
  readonly noBlock: string;
  readonly method: (hours: string, simulations: string, fewest: string, level: string) => string;
  readonly found: (blocks: string, segments: string) => string;
  readonly none: string;
  readonly noSpots: string;
  readonly detailColumns: Readonly<Record<"when" | "held" | "share" | "timeShare" | "elsewhere", string>>;
  readonly elsewhereHint: string;
  readonly sentence: (casualty: string, held: string, when: string, share: string, chance: string) => string;
  readonly tested: (p: string, q: string) => string;
  readonly mark: (when: string) => string;
  readonly marked: string;
  readonly rhythm: string;
}

export const PATROL_WORDS: Catalogue<PatrolWords> = {
  zh: {
    at: "路段",
    places: { densest: "伤亡事故最密的路段", spots: "规则认定的多发点段", site: "所选点段" },
    placesHint: (most) => `规则认定的点段取前 ${most} 处`,
    length: "路段长度",
    hours: "连续",
    days: "日类",
    dayChoices: { class: "工作日/周末", weekday: "逐个星期几" },
    dayClasses: { workday: "工作日", weekend: "周末", holiday: "节假日", "holiday-eve": "节前一日" },
    noHolidays: "未录入法定节假日：节假日按星期几归类",
    columns: {
      place: "路段",
      casualty: "伤亡事故",
      fatal: "亡人",
      when: "最集中时段",
      held: "时段内",
      heldOf: "时段内/伤亡",
      share: "占比",
      chance: "随机",
      q: "q",
      answer: "结论",
    },
    answers: { block: "● 集中", even: "○ 不明显", "too-few": "◇ 太少", "times-not-credible": "◇ 时刻不可信" },
    answerHints: {
      block: () => "超出偶然，可据此安排勤务",
      even: () => "与随机分布没有显著差别，不能据此认定该时段更危险",
      "too-few": (fewest) => `伤亡事故不足 ${fewest} 起，说明不了今后`,
      "times-not-credible": () => "事故时刻不可信，不推算时段",
    },
    block: (days, from, to) => `${days} ${from}–${to} 时`,
    heldOf: (held, casualty) => `${held}/${casualty} 起`,
    noBlock: "—",
    method: (hours, simulations, fewest, level) =>
      `连续 ${hours} 小时；随机：同样起数在任意时间时最满时段的平均占比（${simulations} 次模拟）；不足 ${fewest} 起不推算；误报比例不超过 ${level}`,
    found: (blocks, segments) => `${segments} 处路段中 ${blocks} 处时段集中，列在前面`,
    none: "期间内没有定位到道路的伤亡事故。",
    noSpots: "当前规则没有认定多发点段。",
    detailColumns: { when: "时段", held: "伤亡事故", share: "占比", timeShare: "占时间", elsewhere: "其他路段" },
    elsewhereHint: "路网其余部分的伤亡事故在同一时段的占比",
    sentence: (casualty, held, when, share, chance) =>
      `${casualty} 起伤亡事故中 ${held} 起（${share}）在${when}；随机时最满的时段平均占 ${chance}。`,
    tested: (p, q) => `${p}，控制误报后 ${q}`,
    mark: (when) => `在地图上标出 ${when} 的事故`,
    marked: "地图上标出的是该时段的事故",
    rhythm: "看该路段的星期—小时分布",
  },
  en: {
    at: "Segments",
    places: { densest: "densest in casualty crashes", spots: "black spots of the rule", site: "the site" },
    placesHint: (most) => `of the rule's black spots the first ${most}`,
    length: "Stretch length",
    hours: "In a row",
    days: "Days",
    dayChoices: { class: "workday/weekend", weekday: "single weekdays" },
    dayClasses: { workday: "Workdays", weekend: "Weekends", holiday: "Holidays", "holiday-eve": "Eves of holidays" },
    noHolidays: "no public holidays on record: they count by their weekday",
    columns: {
      place: "Segment",
      casualty: "Casualty",
      fatal: "Fatal",
      when: "Fullest hours",
      held: "In them",
      heldOf: "In them / all",
      share: "Share",
      chance: "Chance",
      q: "q",
      answer: "Answer",
    },
    answers: { block: "● gathered", even: "○ not clear", "too-few": "◇ too few", "times-not-credible": "◇ no times" },
    answerHints: {
      block: () => "more than chance gives: a ground for a roster",
      even: () => "not told from crashes at random times: no ground to call these hours more dangerous",
      "too-few": (fewest) => `fewer than ${fewest} casualty crashes say nothing about the next ones`,
      "times-not-credible": () => "the times of the crashes cannot be believed",
    },
    block: (days, from, to) => `${days} ${String(from).padStart(2, "0")}:00–${String(to).padStart(2, "0")}:00`,
    heldOf: (held, casualty) => `${held} of ${casualty}`,
    noBlock: "—",
    method: (hours, simulations, fewest, level) =>
      `${hours} hours in a row; chance: mean share of the fullest hours when as many crashes come at any time (${simulations} simulations); none told below ${fewest} crashes; false alarms at most ${level}`,
    found: (blocks, segments) => `${blocks} of ${segments} segments gathered in hours, listed first`,
    none: "No casualty crash of the period was placed on a road.",
    noSpots: "The present rule finds no black spot.",
    detailColumns: { when: "Hours", held: "Casualty", share: "Share", timeShare: "Of time", elsewhere: "Elsewhere" },
    elsewhereHint: "Share of the casualty crashes of the rest of the network in the same hours",
    sentence: (casualty, held, when, share, chance) =>
      `${held} of ${casualty} casualty crashes (${share}): ${when}; at random times the fullest hours hold ${chance} on average.`,
    tested: (p, q) => `${p}, ${q} after control of false alarms`,
    mark: (when) => `Mark the crashes of ${when} on the map`,
    marked: "Marked on the map: the crashes of these hours",
    rhythm: "Hours of the week of this segment",
  },
};
