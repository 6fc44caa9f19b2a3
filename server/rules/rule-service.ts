import { LIBRARY } from "#data/standards/library.ts";
import type { SpacingRule } from "#data/standards/rule.ts";
import { composeRuleBook } from "#data/standards/rule-book.ts";
import type { Database } from "../db/record.ts";
import { addRuleDecision, findRuleDecisions } from "../db/rule-decisions.ts";
import { AppError } from "../errors.ts";
import type { RuleService } from "../services.ts";
import { toRuleDecision, toRuleSource } from "./rule-source.ts";

/** The rule library, the site's own rows and the words of its experts, as routes and analyses see them. */
export function ruleService(db: Database, local: readonly SpacingRule[]): RuleService {
  const isKnown = (ruleId: string) => [LIBRARY.rules, local].some((rules) => rules.some(({ id }) => id === ruleId));
  const findSource = async (at = new Date()) => toRuleSource(await findRuleDecisions(db), local, at);
  const unknown = (ruleId: string) =>
    new AppError("not-found", `there is no rule ${ruleId}`, [
      { field: "ruleId", message: "there is no such rule", allowed: "an id that GET /api/rules lists" },
    ]);
  return {
    findSource,
    async findBook(at) {
      const source = await findSource(at);
      return { ...composeRuleBook(source), day: source.day };
    },
    async findDecisions(ruleId) {
      const decisions = await findRuleDecisions(db, ruleId);
      // What was said of a row outlives the row.
      if (decisions.length === 0 && !isKnown(ruleId)) throw unknown(ruleId);
      return decisions.map(toRuleDecision);
    },
    async decide(ruleId, { kind, distanceM, reason, by }) {
      if (!isKnown(ruleId)) throw unknown(ruleId);
      return toRuleDecision(await addRuleDecision(db, { ruleId, kind, distanceM, reason, decidedBy: by }));
    },
  };
}
