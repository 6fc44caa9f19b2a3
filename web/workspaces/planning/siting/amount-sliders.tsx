import { Slider } from "antd";
import { useMemo } from "react";
import { SITING_WORDS } from "../../../messages/planning-siting.ts";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import type { ProposalDraft } from "../../../state/proposal-draft.ts";
import { useRules } from "../../../state/rules.ts";
import { fieldsOf, type HazardKind, isHazardKind, type UseField } from "../../../state/use-fields.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import { changeDraft } from "../check/variants.ts";
import { bandEdges } from "./band-edges.ts";
import { fromStep, STEPS, scaleOf, toStep } from "./log-scale.ts";
import styles from "./siting.module.css";
import { useSitingQuestion } from "./siting-state.ts";

const LARGEST_FOOTPRINT_M = 300;

/** The quantities that the tables ask, and the size of the site. */
export function AmountSliders({ draft }: { draft: ProposalDraft }) {
  const words = useWords(SITING_WORDS);
  const { kind } = draft;
  const amounts = isHazardKind(kind) ? fieldsOf(kind).filter(({ type }) => type === "amount") : [];
  return (
    <section className={styles.section} aria-label={words.quantities}>
      {amounts.length > 0 && <p className={styles.soft}>{words.quantities}</p>}
      {isHazardKind(kind) &&
        amounts.map((field) => <AmountSlider key={`${kind}${field.id}`} kind={kind} field={field} draft={draft} />)}
      <FootprintSlider />
    </section>
  );
}

function AmountSlider({ kind, field, draft }: { kind: HazardKind; field: UseField; draft: ProposalDraft }) {
  const words = useWords(SITING_WORDS);
  const uses = useWords(USE_WORDS);
  const language = useLanguage();
  const rules = useRules(({ book }) => book.rules);
  const edges = useMemo(() => bandEdges(kind, field.id, rules), [kind, field.id, rules]);
  if (field.type !== "amount") return null;
  const scale = scaleOf(edges, field.most);
  const value = draft.facts[field.id];
  const label = uses.fields[field.id] ?? field.id;
  const say = (amount: number) => `${formatNumber(amount, language, 2)} ${field.unit}`;
  return (
    <div className={styles.slider}>
      <span>{label}</span>
      <output>{typeof value === "number" ? say(value) : words.unknownQuantity}</output>
      <Slider
        className={styles.track!}
        min={0}
        max={STEPS}
        ariaLabelForHandle={label}
        ariaValueTextFormatterForHandle={(step) => say(fromStep(scale, step, edges))}
        tooltip={{ formatter: null }}
        marks={Object.fromEntries(edges.map((edge) => [toStep(scale, edge), ""]))}
        value={typeof value === "number" && value > 0 ? toStep(scale, value) : 0}
        onChange={(step) =>
          changeDraft((before) => ({
            ...before,
            facts: { ...before.facts, [field.id]: fromStep(scale, step, edges) },
          }))
        }
      />
      {edges.length > 0 && (
        <span className={styles.note}>
          {words.edges(`${edges.map((edge) => formatNumber(edge, language)).join(" · ")} ${field.unit}`)}
        </span>
      )}
    </div>
  );
}

function FootprintSlider() {
  const words = useWords(SITING_WORDS);
  const radiusM = useSitingQuestion(({ footprintRadiusM }) => footprintRadiusM);
  return (
    <div className={styles.slider}>
      <span>{words.footprint}</span>
      <output>{radiusM === 0 ? words.footprintNone : metres(radiusM)}</output>
      <Slider
        className={styles.track!}
        min={0}
        max={LARGEST_FOOTPRINT_M}
        step={5}
        ariaLabelForHandle={words.footprint}
        tooltip={{ formatter: null }}
        value={radiusM}
        onChange={(footprintRadiusM) => useSitingQuestion.setState({ footprintRadiusM })}
      />
      <span className={styles.note}>{radiusM === 0 ? words.pointNote : words.footprintNote(metres(radiusM))}</span>
    </div>
  );
}
