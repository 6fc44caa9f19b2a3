import { Button, Checkbox, Input, InputNumber, Select } from "antd";
import { useMemo } from "react";
import { HAZARD_CLASSES, type ObjectClass, TARGET_CLASSES } from "#data/standards/classes.ts";
import { type AppliedRule, CONFIDENCES, type Confidence } from "#data/standards/rule.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { EVERY_RULE, type RuleFilter } from "./filter-rules.ts";
import styles from "./rules.module.css";

/** What to look for. Only standards and classes that some rule is about are offered. */
export function RuleFilters(props: {
  filter: RuleFilter;
  rules: readonly AppliedRule[];
  onChange: (filter: RuleFilter) => void;
}) {
  const { filter, rules, onChange } = props;
  const words = useWords(RULE_WORDS);
  const verdicts = useWords(VERDICT_WORDS);
  const title = useTitle();
  const change = (part: Partial<RuleFilter>) => onChange({ ...filter, ...part });
  const { standards, hazards, targets } = useMemo(() => offered(rules), [rules]);
  const option = ({ id, title: named }: ObjectClass) => ({ value: id, label: title(named) });
  // A store and a target may share an id; once is enough, since the filter asks both sides.
  const ofTargets = targets.filter(({ id }) => !hazards.some((hazard) => hazard.id === id));
  return (
    <div className={styles.filters}>
      <Input.Search
        className={styles.search}
        size="small"
        allowClear
        aria-label={words.search}
        placeholder={words.search}
        value={filter.text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <Select<string | null>
        size="small"
        allowClear
        className={styles.choice}
        aria-label={words.standard}
        placeholder={words.standard}
        value={filter.standard}
        options={standards.map((value) => ({ value, label: value }))}
        onChange={(standard) => change({ standard: standard ?? null })}
      />
      <Select<string | null>
        size="small"
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        className={styles.choice}
        aria-label={words.objectClass}
        placeholder={words.objectClass}
        popupMatchSelectWidth={360}
        value={filter.objectClass}
        options={[
          { label: words.hazards, options: hazards.map(option) },
          { label: words.targets, options: ofTargets.map(option) },
        ]}
        onChange={(objectClass) => change({ objectClass: objectClass ?? null })}
      />
      <Select<Confidence | null>
        size="small"
        allowClear
        className={styles.choice}
        aria-label={words.confidence}
        placeholder={words.confidence}
        value={filter.confidence}
        options={CONFIDENCES.map((value) => ({ value, label: verdicts.confidences[value] }))}
        onChange={(confidence) => change({ confidence: confidence ?? null })}
      />
      <InputNumber
        size="small"
        min={0}
        max={5_000}
        prefix="≥"
        suffix="m"
        aria-label={words.fromM}
        title={words.fromM}
        className={styles.amount}
        value={filter.fromM}
        onChange={(fromM) => change({ fromM })}
      />
      <InputNumber
        size="small"
        min={0}
        max={5_000}
        prefix="≤"
        suffix="m"
        aria-label={words.toM}
        title={words.toM}
        className={styles.amount}
        value={filter.toM}
        onChange={(toM) => change({ toM })}
      />
      <Checkbox checked={filter.isUnconfirmed} onChange={({ target }) => change({ isUnconfirmed: target.checked })}>
        {words.unconfirmed}
      </Checkbox>
      <Button size="small" type="link" disabled={filter === EVERY_RULE} onClick={() => onChange(EVERY_RULE)}>
        {words.clear}
      </Button>
    </div>
  );
}

function offered(rules: readonly AppliedRule[]) {
  const hazards = new Set<string>(rules.map(({ hazard }) => hazard));
  const targets = new Set<string>(rules.flatMap(({ targets: of }) => of));
  return {
    standards: [...new Set(rules.map(({ standard }) => standard))],
    hazards: HAZARD_CLASSES.filter(({ id }) => hazards.has(id)),
    targets: TARGET_CLASSES.filter(({ id }) => targets.has(id)),
  };
}
