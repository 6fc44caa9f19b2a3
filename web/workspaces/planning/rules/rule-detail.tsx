import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { AppliedRule } from "#data/standards/rule.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { useWords } from "../../../messages/words.ts";
import { RuleDecisionForm } from "./rule-decision.tsx";
import { RULE_FIELDS, RuleField } from "./rule-fields.tsx";
import styles from "./rules.module.css";

/** Everything that is known of one rule. */
export function RuleDetail({ rule, onClose }: { rule: AppliedRule; onClose: () => void }) {
  const words = useWords(RULE_WORDS);
  return (
    <section className={styles.detail} aria-label={words.detail}>
      <header>
        <h3>
          {rule.standard} {rule.clause}
        </h3>
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={words.closeDetail} onClick={onClose} />
      </header>
      <dl className={styles.facts}>
        {RULE_FIELDS.map((field) => (
          <div key={field}>
            <dt>{words.fields[field]}</dt>
            <dd>
              <RuleField rule={rule} field={field} />
            </dd>
          </div>
        ))}
      </dl>
      <RuleDecisionForm rule={rule} />
    </section>
  );
}
