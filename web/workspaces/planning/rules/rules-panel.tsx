import { Button } from "antd";
import { useMemo, useState } from "react";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useRules } from "../../../state/rules.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { EVERY_RULE, filterRules } from "./filter-rules.ts";
import { RuleCompare } from "./rule-compare.tsx";
import { RuleDetail } from "./rule-detail.tsx";
import { RuleFilters } from "./rule-filters.tsx";
import { RuleTable } from "./rule-table.tsx";
import styles from "./rules.module.css";

/** Every spacing rule in force: to look up, to compare, and to confirm. */
export function RulesPanel() {
  const words = useWords(RULE_WORDS);
  const planning = useWords(PLANNING_WORDS);
  const language = useLanguage();
  const { book, byId } = useRules();
  const [filter, setFilter] = useState(EVERY_RULE);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isCompared, setCompared] = useState(false);
  const [shown, setShown] = useState<string | null>(null);
  const rules = useMemo(() => filterRules(book.rules, filter), [book, filter]);
  const compared = chosen.flatMap((id) => byId.get(id) ?? []);
  const detail = shown === null ? undefined : byId.get(shown);
  const choose = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  const count = words.count(formatNumber(rules.length, language), formatNumber(book.rules.length, language));
  return (
    <PartFrame
      title={planning.parts.rules}
      footer={words.footer(book.edition)}
      actions={
        isCompared ? (
          <>
            <Button
              size="small"
              onClick={() => {
                setChosen([]);
                setCompared(false);
              }}
            >
              {words.clearCompare}
            </Button>
            <Button size="small" type="primary" onClick={() => setCompared(false)}>
              {words.closeCompare}
            </Button>
          </>
        ) : (
          <>
            <output className={styles.count}>{count}</output>
            <Button
              size="small"
              type="primary"
              disabled={compared.length < 2}
              title={words.compareHint}
              onClick={() => setCompared(true)}
            >
              {words.compare(compared.length)}
            </Button>
          </>
        )
      }
    >
      {isCompared ? (
        <RuleCompare rules={compared} onRemove={choose} />
      ) : (
        <div className={styles.page}>
          <RuleFilters filter={filter} rules={book.rules} onChange={setFilter} />
          {rules.length === 0 ? (
            <p className={styles.none}>{words.none}</p>
          ) : (
            <RuleTable rules={rules} chosen={chosen} shown={shown} onChoose={choose} onShow={setShown} />
          )}
          {detail && <RuleDetail key={detail.id} rule={detail} onClose={() => setShown(null)} />}
        </div>
      )}
    </PartFrame>
  );
}
