import { CopyOutlined, DeleteOutlined, PlusOutlined, TableOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useState } from "react";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { useWords } from "../../../messages/words.ts";
import { NEW_DRAFT, type ProposalDraft } from "../../../state/proposal-draft.ts";
import { VerdictSign } from "../verdict-mark.tsx";
import styles from "./check.module.css";
import { VariantTable } from "./variant-table.tsx";
import { addVariant, MOST_VARIANTS, pickVariant, removeVariant, useVariants } from "./variants.ts";

/** The variants of a proposal: one is worked on, the others wait with their verdicts. */
export function VariantBar({ draft }: { draft: ProposalDraft }) {
  const words = useWords(PLANNING_WORDS).check;
  const { list, current } = useVariants();
  const [isCompared, setCompared] = useState(false);
  const nameOf = (name: string, at: number) => name.trim() || words.variantName(at + 1);
  const at = list.findIndex(({ id }) => id === current);
  const isFull = list.length >= MOST_VARIANTS;
  return (
    <section className={styles.section} aria-label={words.variants}>
      <div className={styles.row}>
        <div className={styles.tabs}>
          {list.map(({ id, draft: { name }, checked }, index) => (
            <button
              key={id}
              type="button"
              className={styles.tab}
              aria-pressed={id === current}
              onClick={() => pickVariant(id)}
            >
              {checked && <VerdictSign verdict={checked.verdict} />}
              <span>{nameOf(name, index)}</span>
            </button>
          ))}
        </div>
        <Tooltip title={words.newVariant}>
          <Button
            size="small"
            icon={<PlusOutlined />}
            aria-label={words.newVariant}
            disabled={isFull}
            onClick={() => addVariant(NEW_DRAFT)}
          />
        </Tooltip>
        <Tooltip title={words.copyVariant}>
          <Button
            size="small"
            icon={<CopyOutlined />}
            aria-label={words.copyVariant}
            disabled={isFull}
            onClick={() => addVariant({ ...draft, name: words.variantName(list.length + 1) })}
          />
        </Tooltip>
        <Tooltip title={words.removeVariant(nameOf(draft.name, at))}>
          <Button
            size="small"
            icon={<DeleteOutlined />}
            aria-label={words.removeVariant(nameOf(draft.name, at))}
            onClick={() => removeVariant(current)}
          />
        </Tooltip>
        <Tooltip title={isCompared ? words.closeCompare : words.compare}>
          <Button
            size="small"
            icon={<TableOutlined />}
            type={isCompared ? "primary" : "default"}
            aria-label={words.compare}
            aria-pressed={isCompared}
            onClick={() => setCompared(!isCompared)}
          />
        </Tooltip>
      </div>
      {isCompared && <VariantTable list={list} current={current} nameOf={nameOf} />}
    </section>
  );
}
