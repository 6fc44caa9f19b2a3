import { AimOutlined, CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import type { SpacingObject } from "#data/analyses/spacing-results.ts";
import type { Conflict } from "../../../api.ts";
import { BACKLOG_WORDS } from "../../../messages/planning-backlog.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { openListed } from "../../../state/listed-feature.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { Rule } from "../check/finding-rules.tsx";
import rules from "../check/result.module.css";
import { VerdictMark } from "../verdict-mark.tsx";
import styles from "./backlog.module.css";
import { ConflictHistoryList } from "./conflict-history.tsx";
import { useConflictHistory } from "./conflict-queries.ts";
import { DecisionForm } from "./decision-form.tsx";
import { goToConflict } from "./go-to-conflict.ts";

/** One conflict: every rule with its reasons, what has become of it, and the word of whoever decides. */
export function ConflictDetail({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  const words = useWords(BACKLOG_WORDS);
  const language = useLanguage();
  const { data } = useConflictHistory(conflict.id);
  const [isDeciding, setDeciding] = useState(false);
  const { finding, verdict, people, revision, goneAt } = conflict;
  return (
    <section className={styles.detail} aria-label={words.detail}>
      <header>
        <h3>
          <VerdictMark verdict={verdict} isLong /> {finding.hazard.name} → {finding.target.name}
        </h3>
        <Button size="small" type="text" icon={<CloseOutlined />} aria-label={words.close} onClick={onClose} />
      </header>
      <p className={styles.actions}>
        {revision !== null && goneAt === null && (
          <Button
            size="small"
            type="primary"
            ghost={isDeciding}
            aria-expanded={isDeciding}
            onClick={() => setDeciding(!isDeciding)}
          >
            {words.decide.title}
          </Button>
        )}
        <Button size="small" icon={<AimOutlined />} onClick={() => goToConflict(conflict)}>
          {words.goThere}
        </Button>
        <Record of={finding.hazard} label={words.showHazard} />
        <Record of={finding.target} label={words.showTarget} />
        <span className={styles.soft}>
          {people === null ? words.peopleUnknown : words.people(formatNumber(people, language))} ·{" "}
          {words.rules(finding.rules.length)}
        </span>
      </p>
      {isDeciding && revision !== null && <DecisionForm key={revision} conflict={conflict} revision={revision} />}
      <ol className={rules.rules}>
        {finding.rules.map((rule) => (
          <Rule key={`${rule.ruleId}${rule.targetClass}`} rule={rule} />
        ))}
      </ol>
      <h4>{words.history}</h4>
      {data && <ConflictHistoryList events={data.events} />}
    </section>
  );
}

function Record({ of: { layer, id, name }, label }: { of: SpacingObject; label: string }) {
  return layer === null || id === null ? null : (
    <Button size="small" title={name} onClick={() => openListed({ layer, id })}>
      {label}
    </Button>
  );
}
