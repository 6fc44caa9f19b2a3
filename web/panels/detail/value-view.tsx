import { LockOutlined } from "@ant-design/icons";
import type { Attribute, Substance } from "#data/layers/define.ts";
import type { AttributeValue } from "#data/layers/feature.ts";
import { inkOn } from "../../map/symbol-shapes.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import { valueText } from "./value-text.ts";
import styles from "./value-view.module.css";

/** One value: a grade with its colour and mark, a gap as a gap, what is withheld as withheld. */
export function ValueView({ id, attribute, value }: { id: string; attribute: Attribute; value: AttributeValue }) {
  const words = useWords(DETAIL_WORDS);
  const shown = valueText(id, attribute, value, useLanguage());
  if (shown.kind === "unknown") return <span className={styles.unknown}>{shown.text}</span>;
  if (shown.kind === "masked")
    return (
      <span className={styles.unknown} title={words.maskedHint}>
        <LockOutlined aria-hidden /> {shown.text}
      </span>
    );
  const { color, mark } = shown.code ?? {};
  return (
    <>
      {color && mark && (
        <span className={styles.mark} style={{ background: color, color: inkOn(color) }} aria-hidden>
          {mark}
        </span>
      )}
      {shown.text}
    </>
  );
}

/** A value beside another one: lists of substances are written out, or nobody would see what changed. */
export function ChangeValue(props: { id: string; attribute: Attribute; value: AttributeValue }) {
  const { attribute, value } = props;
  const language = useLanguage();
  if (attribute.type !== "substances" || !Array.isArray(value) || value.length === 0) return <ValueView {...props} />;
  const parts = (value as readonly Substance[]).map(
    ({ name, cas, tonnes }) => `${name}${cas ? ` (${cas})` : ""} ${formatNumber(tonnes, language, 3)} t`,
  );
  return <>{parts.join(language === "zh" ? "、" : ", ")}</>;
}
