import { App, Button, Input, InputNumber, Segmented } from "antd";
import { useState } from "react";
import type { AppliedRule, RuleDecision } from "#data/standards/rule.ts";
import { ApiProblem, decideRule, type RuleWord } from "../../../api.ts";
import { RULE_WORDS } from "../../../messages/planning-rules.ts";
import { useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";
import { readRules } from "../../../state/rules.ts";
import { RuleHistory } from "./rule-history.tsx";
import styles from "./rules.module.css";

const KINDS = ["confirm", "override", "withdraw"] as const satisfies readonly RuleDecision["kind"][];

/** The word of a local expert on a rule: it holds from the moment it is recorded, and earlier ones stay to be read. */
export function RuleDecisionForm({ rule }: { rule: AppliedRule }) {
  const words = useWords(RULE_WORDS).decide;
  const { message } = App.useApp();
  const by = usePerson((person) => person.name);
  const [kind, setKind] = useState<RuleDecision["kind"]>("confirm");
  const [distanceM, setDistance] = useState<number | null>(rule.distanceM);
  const [reason, setReason] = useState("");
  const [isSaving, setSaving] = useState(false);
  const [said, setSaid] = useState(0);
  const word = wordOf(kind, distanceM, reason.trim(), by.trim());
  const save = async () => {
    if (!word) return;
    setSaving(true);
    try {
      await decideRule(rule.id, word);
      await readRules();
      setSaid(said + 1);
      setReason("");
      void message.success(words.saved);
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      void message.error(error.errors[0]?.message ?? error.message);
    } finally {
      setSaving(false);
    }
  };
  return (
    <form
      className={styles.decide}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Segmented
        size="small"
        aria-label={words.title}
        value={kind}
        options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={setKind}
      />
      {kind === "override" && (
        <InputNumber
          size="small"
          aria-label={words.distance}
          prefix={words.distance}
          suffix="m"
          min={0.01}
          max={5_000}
          value={distanceM}
          onChange={setDistance}
        />
      )}
      <Input
        size="small"
        aria-label={words.reason}
        placeholder={`${words.reason}（${words.reasonHint}）`}
        maxLength={1_000}
        value={reason}
        style={{ flex: "1 1 220px" }}
        onChange={({ target }) => setReason(target.value)}
      />
      <Input
        size="small"
        aria-label={words.by}
        placeholder={words.by}
        maxLength={LONGEST_PERSON}
        value={by}
        style={{ width: 110 }}
        onChange={({ target }) => setPerson(target.value)}
      />
      <Button size="small" type="primary" htmlType="submit" disabled={!word} loading={isSaving}>
        {words.save}
      </Button>
      <RuleHistory ruleId={rule.id} said={said} />
    </form>
  );
}

/** `null` while something that the record asks for is missing. */
function wordOf(kind: RuleDecision["kind"], distanceM: number | null, reason: string, by: string): RuleWord | null {
  if (by === "") return null;
  if (kind === "override") return reason !== "" && distanceM !== null ? { kind, distanceM, reason, by } : null;
  return { kind, by, ...(reason !== "" && { reason }) };
}
