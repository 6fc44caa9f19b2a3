import type { Criterion } from "#data/traffic/rule-sets/rule-set.ts";
import { RULE_WORDS } from "./traffic-rule.ts";
import type { Catalogue } from "./words.ts";

/** Sites that one more crash before a day would make black spots. */
export interface WatchWords {
  readonly by: string;
  readonly inDays: (days: string) => string;
  readonly standard: string;
  readonly notAfterToday: (today: string, last: string) => string;
  readonly hint: string;
  readonly found: (found: string) => string;
  readonly columns: Readonly<Record<"place" | "crashes" | "fatal" | "deaths" | "injuries" | "until", string>>;
  /** What would tip the site: `再发生 1 起亡人事故即成为多发点段`. */
  readonly oneMore: (kinds: readonly string[]) => string;
  readonly lapsing: (count: string) => string;
  readonly kind: (crashes: Criterion["crashes"], minDeaths: number | null) => string;
  readonly last: (day: string) => string;
  readonly untilHint: string;
  readonly tips: string;
  readonly tip: (kind: string, condition: string, counted: string, until: string) => string;
  readonly sharing: (pattern: string) => string;
  readonly lastAccident: (day: string) => string;
  readonly none: (by: string) => string;
}

export const WATCH_WORDS: Catalogue<WatchWords> = {
  zh: {
    by: "预警至",
    inDays: (days) => `${days} 天后`,
    standard: "恢复为 90 天后",
    notAfterToday: (today, last) => `应为 ${today} 至 ${last} 之间的日期`,
    hint: "到这一天按规则认定时，此前只要再发生一起所列事故就成为多发点段的地方。",
    found: (found) => `共 ${found} 处`,
    columns: {
      place: "点段",
      crashes: "事故",
      fatal: "亡人",
      deaths: "死亡",
      injuries: "受伤",
      until: "有效至",
    },
    oneMore: (kinds) => `再发生 1 起${kinds.join("或")}，即成为多发点段`,
    lapsing: (count) => `另有 ${count} 处目前也只差一起，但到那一天已有事故移出期间`,
    kind: (crashes, minDeaths) =>
      `${minDeaths !== null && minDeaths > 1 ? `亡 ≥ ${minDeaths} 人的` : ""}${RULE_WORDS.zh.crashKinds[crashes]}`,
    last: (day) => `最近 ${day}`,
    untilHint: "过了这一天，最早的一起事故移出统计期间，再发生一起也不再达到",
    tips: "再发生一起即成为多发点段",
    tip: (kind, condition, counted, until) => `${kind}（${condition}，现有 ${counted} 起），有效至 ${until}`,
    sharing: (pattern) => `须与已有的同为 ${pattern}`,
    lastAccident: (day) => `最近一起事故 ${day}`,
    none: (by) => `在 ${by} 之前，没有只差一起的点段。`,
  },
  en: {
    by: "Watch until",
    inDays: (days) => `in ${days} days`,
    standard: "Back to 90 days",
    notAfterToday: (today, last) => `Allowed: a day from ${today} to ${last}`,
    hint: "Where one more crash of the kind named makes a black spot when the rule is applied on this day.",
    found: (found) => `${found} sites`,
    columns: {
      place: "Site",
      crashes: "Crashes",
      fatal: "Fatal",
      deaths: "Killed",
      injuries: "Hurt",
      until: "Holds until",
    },
    oneMore: (kinds) => `one more of the ${kinds.join(" or ")} makes it a black spot`,
    lapsing: (count) => `${count} more lack only one now, and no longer on that day`,
    kind: (crashes, minDeaths) =>
      `${RULE_WORDS.en.crashKinds[crashes]}${minDeaths !== null && minDeaths > 1 ? ` with ≥ ${minDeaths} killed` : ""}`,
    last: (day) => `last ${day}`,
    untilHint: "After this day its oldest crash leaves the period, and one more is no longer enough",
    tips: "One more of these tips it",
    tip: (kind, condition, counted, until) => `${kind} (${condition}; now ${counted}), until ${until}`,
    sharing: (pattern) => `of the same pattern: ${pattern}`,
    lastAccident: (day) => `last crash ${day}`,
    none: (by) => `No site lacks only one crash before ${by}.`,
  },
};
