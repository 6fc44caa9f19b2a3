import { DeleteOutlined, EditOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, InputNumber, Select } from "antd";
import { useState } from "react";
import type { DevelopmentUse } from "#data/standards/hse.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useWords } from "../../../messages/words.ts";
import { drawShape } from "../../../state/draw-shape.ts";
import { useSurface } from "../../../state/surface.ts";
import { useView } from "../../../state/view-store.ts";
import { type UseDraft, useAdviceCase } from "./advice-state.ts";
import { proposalArea } from "./proposal-area.ts";
import styles from "./second.module.css";
import { startFacts, USE_FACTS, USE_TYPES } from "./use-facts.ts";

/** What is to be built, where, and how large. */
export function DevelopmentSection() {
  const words = useWords(SECOND_WORDS).advice;
  const { development, uses } = useAdviceCase();
  const draft = useView((view) => view.planning.draft);
  const hasMap = useSurface((surface) => surface.map !== null);
  const [isDrawing, setDrawing] = useState(false);
  const draw = async () => {
    setDrawing(true);
    const shape = await drawShape("polygon", "planning");
    setDrawing(false);
    if (shape) useAdviceCase.setState({ development: shape });
  };
  const isProposal = !development && proposalArea(draft) !== null;
  return (
    <section className={styles.section} aria-label={words.development}>
      <h3 className={styles.heading}>{words.development}</h3>
      <p className={isProposal || development ? styles.soft : styles.warn}>
        {development ? words.drawn : isProposal ? words.proposalUsed(draft?.name ?? "") : words.noDevelopment}
      </p>
      <div className={styles.row}>
        <Button size="small" icon={<EditOutlined />} disabled={!hasMap} onClick={() => void draw()}>
          {words.draw}
        </Button>
        {development && (
          <Button size="small" type="link" onClick={() => useAdviceCase.setState({ development: null })}>
            {words.useProposal}
          </Button>
        )}
      </div>
      {isDrawing && <p className={styles.live}>{words.drawing}</p>}
      <h3 className={styles.heading}>{words.uses}</h3>
      {uses.map((use) => (
        <UseRow key={use.key} use={use} />
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined />}
        onClick={() =>
          useAdviceCase.setState({
            uses: [...uses, { key: crypto.randomUUID(), type: "housing", facts: startFacts("housing") }],
          })
        }
      >
        {words.addUse}
      </Button>
    </section>
  );
}

const change = (key: string, next: Partial<UseDraft> | null): void =>
  useAdviceCase.setState(({ uses }) => ({
    uses: uses.flatMap((each) => (each.key === key ? (next ? { ...each, ...next } : []) : each)),
  }));

function UseRow({ use }: { use: UseDraft }) {
  const words = useWords(SECOND_WORDS).advice;
  const { key, type, facts } = use;
  const say = (id: string, value: unknown) => change(key, { facts: { ...facts, [id]: value ?? undefined } });
  return (
    <fieldset className={styles.item} aria-label={words.types[type]}>
      <div className={styles.row}>
        <Select
          size="small"
          className={styles.grow}
          aria-label={words.uses}
          value={type}
          options={USE_TYPES.map((value) => ({ value, label: words.types[value] }))}
          onChange={(next: DevelopmentUse["type"]) => change(key, { type: next, facts: startFacts(next) })}
        />
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={words.remove(words.types[type])}
          onClick={() => change(key, null)}
        />
      </div>
      <div className={styles.row}>
        {USE_FACTS[type].map((fact) =>
          fact.type === "yes-no" ? (
            <Checkbox
              key={fact.id}
              checked={facts[fact.id] === true}
              onChange={({ target }) => say(fact.id, target.checked)}
            >
              {words.facts[fact.id]}
            </Checkbox>
          ) : fact.type === "choice" ? (
            <Select
              key={fact.id}
              size="small"
              className={styles.grow}
              aria-label={words.facts[fact.id]}
              placeholder={words.facts[fact.id]}
              value={facts[fact.id] as string | undefined}
              options={Object.entries(fact.id === "route" ? words.routes : words.stays).map(([value, label]) => ({
                value,
                label,
              }))}
              onChange={(value) => say(fact.id, value)}
            />
          ) : (
            <InputNumber
              key={fact.id}
              size="small"
              className={styles.count}
              aria-label={words.facts[fact.id]}
              prefix={words.facts[fact.id]}
              min={fact.least}
              max={1_000_000}
              precision={0}
              value={facts[fact.id] as number | undefined}
              onChange={(value) => say(fact.id, value)}
            />
          ),
        )}
      </div>
    </fieldset>
  );
}
