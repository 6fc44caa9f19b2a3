import { CheckCircleOutlined, WarningOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useState } from "react";
import { findLayer } from "#data/layers/index.ts";
import type { DraftPreview, DraftSettings } from "../../../api.ts";
import { DATUM_WORDS } from "../../../messages/datum.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./datum.module.css";
import { datumChoices, firstChoice } from "./datum-choices.ts";
import { datumName } from "./datum-name.ts";
import { EvidenceTable } from "./evidence-table.tsx";

/** What the coordinates are taken for, what speaks for it, and the person's word. */
export function DatumPanel(props: {
  datum: DraftPreview["datum"];
  elsewhereKm: number | null;
  disabled: boolean;
  onChange: (settings: Partial<DraftSettings>) => void;
}) {
  const { datum, elsewhereKm, disabled, onChange } = props;
  const words = useWords(DATUM_WORDS);
  const [chosen, setChosen] = useState(firstChoice(datum));
  const [other, setOther] = useState("");
  const { evidence } = datum;
  const name = (id: string) => datumName(id, words);
  const suggested = evidence.suggested === null ? "" : name(evidence.suggested);
  const { shown, more } = datumChoices(datum);
  const [isAll, setAll] = useState(false);
  const typed = other.trim();
  const answer = chosen === "other" ? (typed === "" ? null : typed) : chosen;
  return (
    <div className={styles.panel}>
      <p className={styles.verdict} data-verdict={evidence.verdict} role={datum.ask ? "alert" : undefined}>
        {evidence.verdict === "fits" ? (
          <CheckCircleOutlined aria-hidden="true" />
        ) : (
          <WarningOutlined aria-hidden="true" />
        )}
        <span>
          {datum.ask && <strong>{words.ask}</strong>} {words.verdicts[evidence.verdict](name(datum.id), suggested)}{" "}
          {evidence.why.map((reason) => words.reasons[reason.code](reason as never)).join("")}
          {elsewhereKm !== null && ` ${words.elsewhere(String(elsewhereKm))}`}
        </span>
      </p>
      <p className={styles.note}>
        {words.now(name(datum.id), words.from[datum.from])}
        <br />
        <Reference evidence={evidence} />
      </p>
      <EvidenceTable
        choices={isAll ? [...shown, ...more] : shown}
        stated={datum.id}
        suggested={evidence.suggested}
        chosen={chosen}
        disabled={disabled}
        onChoose={setChosen}
      />
      {!isAll && more.length > 0 && (
        <Button type="link" size="small" className={styles.more!} onClick={() => setAll(true)}>
          {words.allCandidates(shown.length + more.length)}
        </Button>
      )}
      <label className={styles.other}>
        <input
          type="radio"
          name="datum"
          value="other"
          checked={chosen === "other"}
          disabled={disabled}
          onChange={() => setChosen("other")}
        />
        {words.other}
        <Input
          size="small"
          value={other}
          placeholder={words.otherHint}
          aria-label={`${words.other}: ${words.otherHint}`}
          disabled={disabled}
          maxLength={300}
          onFocus={() => setChosen("other")}
          onChange={({ target }) => setOther(target.value)}
        />
      </label>
      <p className={styles.note}>{words.keeps}</p>
      <Button
        type={datum.ask ? "primary" : "default"}
        disabled={disabled || answer === null || (answer === datum.id && !datum.ask)}
        onClick={() => onChange({ datum: answer, datumConfirmed: true })}
      >
        {answer === null || answer === "other" ? words.confirm : words.confirmAs(name(answer))}
      </Button>
    </div>
  );
}

function Reference({ evidence: { reference, sampled } }: Pick<DraftPreview["datum"], "evidence">) {
  const words = useWords(DATUM_WORDS);
  const language = useLanguage();
  if (!reference) return <>{words.noReference}</>;
  const number = (value: number) => formatNumber(value, language);
  const layers = reference.layers
    .map((id) => findLayer(id)?.title[language] ?? id)
    .join(language === "zh" ? "、" : ", ");
  return <>{words.evidence(number(sampled), number(reference.features), layers)}</>;
}
