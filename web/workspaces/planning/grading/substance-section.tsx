import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { AutoComplete, Button, Input, InputNumber, Select } from "antd";
import { CategorySymbolSchema, getCategory } from "#data/standards/critical-quantities/categories.ts";
import { findSubstance } from "#data/standards/critical-quantities/find-substance.ts";
import { GRADING_WORDS } from "../../../messages/planning-grading.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { findLedger } from "../../../state/ledgers.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./grading.module.css";
import { type Grading, proposalLines, useGrading } from "./grading-state.ts";
import { MOST_TONNES, NEW_LINE, offerNames, type SubstanceLine, toHeld } from "./held-substances.ts";

/** What the source holds: as its ledger says, or as a person says. */
export function SubstanceSection() {
  const words = useWords(GRADING_WORDS).substances;
  const { subject, lines } = useGrading();
  if (!subject) return null;
  const shown = lines ?? linesOf(subject);
  const put = (next: readonly SubstanceLine[]) => useGrading.setState({ lines: next });
  return (
    <section className={styles.section} aria-label={words.title}>
      <h3 className={styles.heading}>
        {words.title}
        {lines && (
          <Button size="small" type="link" onClick={() => useGrading.setState({ lines: null })}>
            {words.fromLedger}
          </Button>
        )}
      </h3>
      {shown.length === 0 && <p className={styles.soft}>{words.empty}</p>}
      {shown.map((line, at) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is typed
          key={at}
          line={line}
          onChange={(change) => put(shown.map((each, i) => (i === at ? { ...each, ...change } : each)))}
          onRemove={() => put(shown.filter((_, i) => i !== at))}
        />
      ))}
      <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => put([...shown, NEW_LINE])}>
        {words.add}
      </Button>
    </section>
  );
}

function linesOf(subject: NonNullable<Grading["subject"]>): readonly SubstanceLine[] {
  if (subject.kind === "proposal") return proposalLines();
  const snapshot = findLedger("hazard-sources")?.snapshot;
  const held = snapshot?.columns.substances;
  if (!snapshot || held?.type !== "list") return [];
  const row = Array.from({ length: snapshot.count }, (_, i) => i).find((i) => snapshot.ids.get(i) === subject.id);
  return row === undefined
    ? []
    : (held.get(row) ?? []).map(({ name, cas, tonnes }) => ({ name, cas: cas ?? "", tonnes, category: null }));
}

function Line(props: {
  line: SubstanceLine;
  onChange: (change: Partial<SubstanceLine>) => void;
  onRemove: () => void;
}) {
  const { line, onChange, onRemove } = props;
  const words = useWords(GRADING_WORDS).substances;
  const language = useLanguage();
  const title = useTitle();
  const match = line.name.trim() === "" ? null : findSubstance(line.name, line.cas || undefined);
  const isUnknown = match?.kind === "unknown";
  const isBad = line.tonnes !== null && toHeld({ ...line, name: line.name || "?" }) === null;
  return (
    <div className={styles.line}>
      <AutoComplete
        size="small"
        aria-label={words.name}
        placeholder={words.name}
        value={line.name}
        options={offerNames(line.name).map((value) => ({ value }))}
        onChange={(name: string) => onChange({ name })}
      />
      <Input
        size="small"
        aria-label={words.cas}
        placeholder={words.cas}
        maxLength={20}
        value={line.cas}
        onChange={({ target }) => onChange({ cas: target.value })}
      />
      <InputNumber
        size="small"
        aria-label={`${line.name} ${words.tonnes}`}
        suffix="t"
        status={isBad ? "error" : undefined}
        value={line.tonnes}
        onChange={(tonnes) => onChange({ tonnes })}
      />
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={words.remove(line.name)}
        onClick={onRemove}
      />
      {isBad && (
        <p className={styles.bad} role="alert">
          {words.badTonnes(formatNumber(MOST_TONNES, language))}
        </p>
      )}
      {isUnknown && (
        <p className={styles.warn}>
          {words.why[match.why]}
          {match.nearest.length > 0 && ` · ${words.nearest}`}
          {match.nearest.map((name) => (
            <Button key={name} size="small" type="link" onClick={() => onChange({ name, cas: "" })}>
              {name}
            </Button>
          ))}
        </p>
      )}
      {(isUnknown || line.category !== null) && (
        <Select
          size="small"
          className={styles.wide}
          aria-label={words.category}
          placeholder={words.askCategory}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          value={line.category}
          options={CategorySymbolSchema.options.map((symbol) => ({
            value: symbol,
            label: `${symbol} ${title(getCategory(symbol).title)}`,
          }))}
          onChange={(category) => onChange({ category: category ?? null })}
        />
      )}
    </div>
  );
}
