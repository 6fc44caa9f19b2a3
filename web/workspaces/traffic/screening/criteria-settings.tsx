import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Select } from "antd";
import { CRASH_KINDS, type Criterion } from "#data/traffic/rule-sets/rule-set.ts";
import { RULE_WORDS } from "../../../messages/traffic-rule.ts";
import { useWords } from "../../../messages/words.ts";
import { LIMITS } from "./number-limits.ts";
import { NumberSetting, Reset } from "./number-setting.tsx";
import styles from "./rule.module.css";
import { changedCriterion, isEqual, mayKill, withCriterion } from "./rule-numbers.ts";

/** As many as a rule may have. */
const MOST_CRITERIA = 12;

/** The conditions of the rule, any of which makes a black spot: their counts are settings like every other number. */
export function CriteriaSettings(props: {
  criteria: readonly Criterion[];
  own: readonly Criterion[];
  onChange: (criteria: Criterion[]) => void;
}) {
  const { criteria, own, onChange } = props;
  const words = useWords(RULE_WORDS);
  const replace = (id: string, change: Partial<Criterion>) =>
    onChange(criteria.map((each) => (each.id === id ? changedCriterion(each, change) : each)));
  return (
    <fieldset className={styles.criteria}>
      <legend>
        {words.fields.criteria}
        <Reset
          shown={own.length > 0 && !isEqual(criteria, own)}
          title={words.reset(own.map((each) => words.criterion(each)).join(words.or))}
          onClick={() => onChange([...own])}
        />
      </legend>
      {criteria.length === 0 && (
        <p role="alert" className={styles.wrong}>
          {words.giveCounts}
        </p>
      )}
      {criteria.map((criterion, index) => (
        <CriterionRow
          key={criterion.id}
          index={index + 1}
          criterion={criterion}
          own={own.find(({ id }) => id === criterion.id)}
          onChange={(change) => replace(criterion.id, change)}
          onRemove={() => onChange(criteria.filter(({ id }) => id !== criterion.id))}
        />
      ))}
      <Button
        size="small"
        icon={<PlusOutlined />}
        disabled={criteria.length >= MOST_CRITERIA}
        onClick={() => onChange(withCriterion(criteria))}
      >
        {words.addCriterion}
      </Button>
    </fieldset>
  );
}

function CriterionRow(props: {
  index: number;
  criterion: Criterion;
  own: Criterion | undefined;
  onChange: (change: Partial<Criterion>) => void;
  onRemove: () => void;
}) {
  const { index, criterion, own, onChange, onRemove } = props;
  const words = useWords(RULE_WORDS);
  const { crashes, atLeast, minDeaths, regular, needs } = criterion;
  return (
    <fieldset className={styles.criterion} aria-label={words.criterionOf(index)}>
      <NumberSetting
        label={words.criterionFields.atLeast}
        unit=""
        limits={LIMITS.atLeast}
        value={atLeast}
        own={own?.atLeast}
        onChange={(next) => next !== null && onChange({ atLeast: next })}
      />
      <Select<Criterion["crashes"]>
        size="small"
        aria-label={words.criterionFields.crashes}
        value={crashes}
        options={CRASH_KINDS.map((value) => ({ value, label: words.crashKinds[value] }))}
        onChange={(next) => onChange({ crashes: next })}
      />
      {mayKill(crashes) && (
        <NumberSetting
          label={words.criterionFields.minDeaths}
          unit=""
          limits={LIMITS.minDeaths}
          value={minDeaths ?? null}
          own={own && (own.minDeaths ?? null)}
          emptyWord={words.anyDeaths}
          onChange={(next) => onChange({ minDeaths: next ?? undefined })}
        />
      )}
      <Checkbox checked={regular} onChange={({ target }) => onChange({ regular: target.checked })}>
        {words.criterionFields.regular}
      </Checkbox>
      <Checkbox
        checked={needs === "road-factor"}
        onChange={({ target }) => onChange({ needs: target.checked ? "road-factor" : undefined })}
      >
        {words.criterionFields.roadFactor}
      </Checkbox>
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={words.removeCriterion(index)}
        title={words.removeCriterion(index)}
        onClick={onRemove}
      />
    </fieldset>
  );
}
