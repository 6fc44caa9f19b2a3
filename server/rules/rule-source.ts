import { localDayOf } from "#data/snapshot/freshness.ts";
import type { RuleDecision, SpacingRule } from "#data/standards/rule.ts";
import type { RuleSource } from "#data/standards/rule-book.ts";
import type { KeptRuleDecision } from "../db/rule-decisions.ts";

/**
 * What the rules of a day are made of. Days are local ones, and words carry the local offset, so that their own day is the local
 * one too.
 */
export function toRuleSource(
  decisions: readonly KeptRuleDecision[],
  local: readonly SpacingRule[],
  at: Date,
): RuleSource {
  return { decisions: decisions.filter((word) => word.at <= at).map(toRuleDecision), local, day: localDayOf(at) };
}

export const toRuleDecision = ({ ruleId, kind, distanceM, reason, decidedBy, at }: KeptRuleDecision): RuleDecision => ({
  ruleId,
  kind,
  distanceM,
  reason,
  by: decidedBy,
  at: localInstant(at),
});

/** ISO 8601 with the offset of this machine's clock: `2026-11-26T09:30:00.000+08:00`. */
export function localInstant(at: Date): string {
  const minutes = -at.getTimezoneOffset();
  const pad = (value: number, width = 2) => String(value).padStart(width, "0");
  const offset = Math.abs(minutes);
  const clock = [at.getHours(), at.getMinutes(), at.getSeconds()].map((value) => pad(value)).join(":");
  const zone = `${minutes < 0 ? "-" : "+"}${pad(Math.floor(offset / 60))}:${pad(offset % 60)}`;
  return `${localDayOf(at)}T${clock}.${pad(at.getMilliseconds(), 3)}${zone}`;
}
