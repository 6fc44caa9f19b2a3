import { DatePicker, Input, Radio, Select } from "antd";
import dayjs from "dayjs";
import type { CodeAttribute, NumberAttribute } from "#data/layers/define.ts";
import { inkOn } from "../../map/symbol-shapes.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import type { FieldContent, SubstanceLine } from "../../state/editing.ts";
import valueStyles from "../detail/value-view.module.css";
import styles from "./edit.module.css";
import type { EditField } from "./edit-fields.ts";
import { controlId, problemId } from "./field-row.tsx";
import { PersonalInput } from "./personal-input.tsx";
import { SubstancesInput } from "./substances-input.tsx";

export interface InputProps {
  readonly field: EditField;
  readonly content: FieldContent;
  readonly isWrong: boolean;
  /** A personal value is on record, and is not shown. */
  readonly isWithheld: boolean;
  readonly placeholder?: string | undefined;
  readonly onChange: (content: FieldContent | undefined) => void;
}

/** The control for one attribute, as its type wants it. */
export function FieldInput(props: InputProps) {
  const { field, content, isWrong, isWithheld, placeholder, onChange } = props;
  const { id, attribute } = field;
  const words = useWords(EDIT_WORDS);
  const detail = useWords(DETAIL_WORDS);
  const title = useTitle()(attribute.title);
  const status = isWrong ? ("error" as const) : undefined;
  const common = {
    id: controlId(id),
    "aria-invalid": isWrong,
    "aria-required": attribute.required ?? false,
    "aria-describedby": isWrong ? problemId(id) : undefined,
    ...(status && { status }),
  };
  if (attribute.personal && isWithheld) return <PersonalInput {...props} common={common} />;
  switch (attribute.type) {
    case "code":
      return <CodeSelect attribute={attribute} content={content} onChange={onChange} common={common} label={title} />;
    case "boolean":
      return (
        <Radio.Group
          className={styles.choices!}
          optionType="button"
          size="small"
          value={content === null ? "unknown" : String(content)}
          onChange={({ target }) => onChange(target.value === "unknown" ? null : target.value === "true")}
          aria-labelledby={`${controlId(id)}-label`}
          options={[
            { value: "true", label: detail.yes },
            { value: "false", label: detail.no },
            { value: "unknown", label: detail.unknown },
          ]}
        />
      );
    case "substances":
      return <SubstancesInput label={title} lines={content as readonly SubstanceLine[]} onChange={onChange} />;
    case "date":
    case "datetime":
      return <DayInput hasTime={attribute.type === "datetime"} content={content} onChange={onChange} common={common} />;
    case "integer":
    case "number":
      return (
        <Input
          {...common}
          inputMode="decimal"
          value={String(content)}
          placeholder={placeholder ?? (/stakeM$/i.test(id) ? words.stakeHint : rangeOf(attribute, words.range))}
          {...(attribute.unit && { suffix: attribute.unit })}
          onChange={({ target }) => onChange(target.value)}
        />
      );
    case "text": {
      const text = {
        ...common,
        value: String(content ?? ""),
        placeholder: placeholder ?? words.choose,
        onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
      };
      const isLine = attribute.personal || (attribute.maxLength ?? Number.POSITIVE_INFINITY) <= LONGEST_LINE;
      return isLine ? <Input {...text} /> : <Input.TextArea {...text} autoSize={{ minRows: 1, maxRows: 5 }} />;
    }
  }
}

/** Longer texts may have several lines. */
const LONGEST_LINE = 300;

const rangeOf = ({ min, max }: NumberAttribute, range: (min?: number, max?: number) => string) =>
  min === undefined && max === undefined ? undefined : range(min, max);

type Common = Record<string, unknown> & { id: string };

function CodeSelect(props: {
  attribute: CodeAttribute;
  content: FieldContent;
  label: string;
  common: Common;
  onChange: InputProps["onChange"];
}) {
  const { attribute, content, common, onChange } = props;
  const words = useWords(EDIT_WORDS);
  const language = useLanguage();
  const options = attribute.values.map(({ code, title, color, mark }) => ({
    value: code,
    text: `${title.zh} ${title.en} ${code}`,
    label: (
      <span className={styles.code}>
        {color && mark && (
          <span className={valueStyles.mark} style={{ background: color, color: inkOn(color) }} aria-hidden>
            {mark}
          </span>
        )}
        {title[language]}
      </span>
    ),
  }));
  return (
    <Select
      {...common}
      className={styles.wide!}
      allowClear
      showSearch={{ optionFilterProp: "text" }}
      placeholder={words.choose}
      value={content === null || content === "" ? null : String(content)}
      options={options}
      onChange={(code) => onChange((code as string | undefined) ?? null)}
    />
  );
}

/** Written forms that are read as well as picked days. */
const DAYS = ["YYYY-MM-DD", "YYYY/M/D", "YYYY.M.D", "YYYY年M月D日", "YYYYMMDD"];

function DayInput(props: {
  hasTime: boolean;
  content: FieldContent;
  common: Common;
  onChange: InputProps["onChange"];
}) {
  const { hasTime, content, common, onChange } = props;
  const words = useWords(EDIT_WORDS);
  const kept = hasTime ? "YYYY-MM-DDTHH:mm" : "YYYY-MM-DD";
  const day = content ? dayjs(String(content)) : null;
  return (
    <DatePicker
      {...common}
      className={styles.wide!}
      format={hasTime ? DAYS.map((each) => `${each} HH:mm`) : DAYS}
      {...(hasTime && { showTime: { format: "HH:mm" } })}
      placeholder={`${words.choose} · ${hasTime ? "YYYY-MM-DD HH:mm" : "YYYY-MM-DD"}`}
      value={day?.isValid() ? day : null}
      onChange={(picked) => onChange(picked?.format(kept) ?? "")}
    />
  );
}
