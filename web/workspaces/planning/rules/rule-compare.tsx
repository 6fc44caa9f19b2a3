import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { AppliedRule } from "#data/standards/rule.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { useWords } from "../../../messages/words.ts";
import { RULE_FIELDS, RuleField } from "./rule-fields.tsx";
import styles from "./rules.module.css";

/** Chosen rules side by side, field by field. */
export function RuleCompare({ rules, onRemove }: { rules: readonly AppliedRule[]; onRemove: (id: string) => void }) {
  const words = useWords(RULE_WORDS);
  return (
    <div className={styles.compareScroller}>
      <table className={styles.sideBySide}>
        <tbody>
          {RULE_FIELDS.map((field) => (
            <tr key={field}>
              <th scope="row">{words.fields[field]}</th>
              {rules.map((rule) => (
                <td key={rule.id}>
                  <RuleField rule={rule} field={field} />
                  {field === "standard" && (
                    <Button
                      type="text"
                      size="small"
                      icon={<CloseOutlined />}
                      aria-label={words.addToCompare(rule.id)}
                      onClick={() => onRemove(rule.id)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
