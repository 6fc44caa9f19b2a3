import type { DayClass, HourBlock } from "#data/analyses/crash-times-results.ts";
import { PATROL_WORDS, type PatrolWords } from "../../../messages/traffic-patrol.ts";
import { TIMES_WORDS, type TimesWords } from "../../../messages/traffic-times.ts";
import type { Language } from "../../../messages/words.ts";

/** `工作日 7–10 时`; a block that ends at midnight ends at 24, one past it on the next day. */
function hourBlockText({ days, fromHour, toHour }: HourBlock, words: PatrolWords, times: TimesWords): string {
  return words.block(dayText(days, words, times), fromHour, toHour === 0 ? 24 : toHour);
}

function dayText(days: DayClass, words: PatrolWords, times: TimesWords): string {
  const weekday = times.weekdayShort[Number(days) - 1];
  return weekday ?? words.dayClasses[days as keyof PatrolWords["dayClasses"]];
}

export const patrolText = (language: Language) => (block: HourBlock) =>
  hourBlockText(block, PATROL_WORDS[language], TIMES_WORDS[language]);
