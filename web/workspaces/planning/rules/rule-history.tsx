import { useQuery } from "@tanstack/react-query";
import { fetchRuleDecisions } from "../../../api.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { useWords } from "../../../messages/words.ts";
import { queries } from "../../../state/queries.ts";
import { exactMetres } from "../check/exact-metres.ts";
import styles from "./rules.module.css";

/** What was said of a rule, latest first. @param said - how often this page has said something since it was opened. */
export function RuleHistory({ ruleId, said }: { ruleId: string; said: number }) {
  const words = useWords(RULE_WORDS).decide;
  const { data } = useQuery(
    { queryKey: ["rule-decisions", ruleId, said], queryFn: () => fetchRuleDecisions(ruleId), staleTime: 0 },
    queries,
  );
  if (!data || data.length === 0) return null;
  return (
    <section className={styles.history} aria-label={words.history}>
      <h4>{words.history}</h4>
      <ol>
        {data.toReversed().map(({ at, by, kind, distanceM, reason }) => (
          <li key={at}>
            {words.historyLine(
              at.slice(0, 16).replace("T", " "),
              by,
              [words.kinds[kind], distanceM === null ? "" : exactMetres(distanceM)].filter(Boolean).join(" "),
              reason ?? "",
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
