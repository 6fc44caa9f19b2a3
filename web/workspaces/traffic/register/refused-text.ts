import type { ApiProblem, RefusedField } from "../../../api.ts";
import type { REGISTER_WORDS } from "../../../messages/traffic-register.ts";

type Words = (typeof REGISTER_WORDS)["zh"]["say"];

const DAY = String.raw`(\d{4}-\d{2}-\d{2})`;
const UNTIL = new RegExp(`^up to ${DAY}$`);
const FROM = new RegExp(`^${DAY} or later$`);
const AFTER = new RegExp(`^after ${DAY}$`);
const BETWEEN = new RegExp(`^${DAY} to ${DAY}$`);

/** Why nothing was kept, each field by the name that the form gives it; the server's own words where there are no others. */
export function refusedText({ message, errors }: Pick<ApiProblem, "message" | "errors">, words: Words): string {
  if (errors.length === 0) return words.notTaken(message);
  return words.notTaken(
    errors.map((each) => words.refused(nameOf(each.field, words), reasonOf(each, words))).join("; "),
  );
}

function nameOf(field: string, words: Words): string {
  const [first = ""] = field.split(".");
  const name = Object.hasOwn(words, first) ? words[first as keyof Words] : null;
  return typeof name === "string" ? name : field;
}

function reasonOf({ message, allowed = "" }: RefusedField, { days }: Words): string {
  const [, from, to] = BETWEEN.exec(allowed) ?? [];
  if (from && to) return days.between(from, to);
  for (const [pattern, say] of [
    [UNTIL, days.until],
    [FROM, days.from],
    [AFTER, days.after],
  ] as const) {
    const [, day] = pattern.exec(allowed) ?? [];
    if (day) return say(day);
  }
  return ` ${message}`;
}
