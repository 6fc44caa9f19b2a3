import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input, InputNumber, Select } from "antd";
import { useId } from "react";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { useWords } from "../../../messages/words.ts";
import { type Fact, type ProposalDraft, withKind } from "../../../state/proposal-draft.ts";
import {
  fieldsOf,
  HAZARD_KINDS,
  isHazardKind,
  USE_KINDS,
  type UseField,
  type UseKind,
} from "../../../state/use-fields.ts";
import styles from "./check.module.css";
import { changeDraft } from "./variants.ts";

/** What somebody wants to put up, in the terms of the tables. An empty answer is "not known", and is said to be. */
export function UseForm({ draft }: { draft: ProposalDraft }) {
  const words = useWords(USE_WORDS);
  const id = useId();
  const option = (value: UseKind) => ({ value, label: words.kinds[value] });
  return (
    <section className={styles.section} aria-label={words.kind}>
      <div className={styles.form}>
        <label htmlFor={`${id}kind`}>{words.kind}</label>
        <Select<UseKind>
          id={`${id}kind`}
          className={styles.full}
          size="small"
          showSearch={{ optionFilterProp: "label" }}
          value={draft.kind}
          options={[
            { label: words.sides.hazard, options: HAZARD_KINDS.map(option) },
            { label: words.sides.target, options: USE_KINDS.filter((kind) => !isHazardKind(kind)).map(option) },
          ]}
          onChange={(kind) => changeDraft((before) => withKind(before, kind))}
        />
        {fieldsOf(draft.kind).map((field) => (
          <FactField key={`${draft.kind}${field.id}`} field={field} fact={draft.facts[field.id]} />
        ))}
      </div>
      {isHazardKind(draft.kind) && <Substances substances={draft.substances} />}
      <p className={styles.soft}>{words.unknownHint}</p>
    </section>
  );
}

function FactField({ field, fact }: { field: UseField; fact: Fact | undefined }) {
  const words = useWords(USE_WORDS);
  const id = useId();
  const say = (value: Fact | null | undefined) =>
    changeDraft((draft) => {
      const { [field.id]: _, ...others } = draft.facts;
      return { ...draft, facts: value === null || value === undefined ? others : { ...others, [field.id]: value } };
    });
  const placeholder = field.absent === null ? words.unknown : field.absent === "asked" ? words.asked : words.none;
  const status = field.absent === "asked" && fact === undefined ? "warning" : "";
  return (
    <>
      <label htmlFor={id}>{words.fields[field.id]}</label>
      {field.type === "amount" ? (
        <InputNumber
          id={id}
          size="small"
          min={field.absent === "asked" ? undefined : 0}
          max={field.most}
          precision={field.whole ? 0 : undefined}
          suffix={field.unit}
          placeholder={placeholder}
          status={status}
          value={(fact as number | undefined) ?? null}
          onChange={say}
          style={{ width: "100%" }}
        />
      ) : (
        <Select
          id={id}
          size="small"
          allowClear
          placeholder={placeholder}
          status={status}
          value={typeof fact === "boolean" ? (fact ? "yes" : "no") : (fact as string | undefined)}
          options={
            field.type === "choice"
              ? field.options.map((value) => ({ value, label: words.options[field.id]?.[value] ?? value }))
              : [
                  { value: "yes", label: words.yes },
                  { value: "no", label: words.no },
                ]
          }
          onChange={(value) => say(field.type === "yes-no" && value ? value === "yes" : value)}
        />
      )}
    </>
  );
}

/** What lies there: substances are named with their tonnes, and what is not in the tables is asked, never guessed. */
function Substances({ substances }: { substances: ProposalDraft["substances"] }) {
  const words = useWords(USE_WORDS);
  const change = (at: number, part: Partial<ProposalDraft["substances"][number]> | null) =>
    changeDraft({
      substances: substances.flatMap((each, index) => (index !== at ? [each] : part ? [{ ...each, ...part }] : [])),
    });
  return (
    <>
      <div className={styles.substances}>
        {substances.map((substance, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name of its own while it is typed
          <div key={at} style={{ display: "contents" }}>
            <Input
              size="small"
              aria-label={words.substance}
              value={substance.name}
              onChange={({ target }) => target.value !== "" && change(at, { name: target.value })}
            />
            <Input
              size="small"
              aria-label={words.cas}
              placeholder={words.cas}
              maxLength={20}
              value={substance.cas}
              onChange={({ target }) => change(at, { cas: target.value })}
            />
            <InputNumber
              size="small"
              aria-label={`${substance.name} ${words.tonnes}`}
              suffix="t"
              max={10_000_000}
              value={substance.tonnes}
              onChange={(tonnes) => tonnes && tonnes > 0 && change(at, { tonnes })}
              style={{ width: "100%" }}
            />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={words.removeSubstance(substance.name)}
              onClick={() => change(at, null)}
            />
          </div>
        ))}
      </div>
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() => changeDraft({ substances: [...substances, { name: words.substance, cas: "", tonnes: 1 }] })}
      >
        {words.addSubstance}
      </Button>
    </>
  );
}
