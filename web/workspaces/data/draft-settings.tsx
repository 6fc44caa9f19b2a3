import { Collapse } from "antd";
import { useState } from "react";
import { getLayer } from "#data/layers/index.ts";
import type { DraftSettings, DraftView } from "../../api.ts";
import { DATUM_WORDS } from "../../messages/datum.ts";
import { INTAKE_WORDS } from "../../messages/intake.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { datumName } from "./datum/datum-name.ts";
import { DatumPanel } from "./datum/datum-panel.tsx";
import styles from "./delivery.module.css";
import { FactsPanel } from "./facts/facts-panel.tsx";
import { mappingFields } from "./mapping/mapping-fields.ts";
import { MappingPanel } from "./mapping/mapping-panel.tsx";

/** How the file is understood, in three parts; one that waits for an answer is open and marked. */
export function DraftSettingsColumn(props: {
  draft: DraftView;
  disabled: boolean;
  onChange: (settings: Partial<DraftSettings>) => void;
}) {
  const { draft, disabled, onChange } = props;
  const { preview, settings, problem } = draft;
  const words = useWords(INTAKE_WORDS);
  const datumWords = useWords(DATUM_WORDS);
  const language = useLanguage();
  const [opened, setOpened] = useState<readonly string[]>(["mapping"]);
  const fields = preview && mappingFields(getLayer(settings.layer), preview.mapping, language);
  const lacks = fields?.some(({ required, column }) => required && column === null) ?? problem?.code === "mapping";
  const asks = preview?.datum.ask ?? false;
  const open = new Set(opened);
  if (asks) open.add("datum");
  if (problem?.code === "mapping") open.add("mapping");
  if (!preview) open.add("facts");
  const head = (title: string, summary: string, isOpenQuestion: boolean) => (
    <span className={styles.partHead}>
      <strong>{title}</strong>
      {isOpenQuestion && (
        <span className={styles.question} aria-hidden="true">
          !
        </span>
      )}
      <span className={styles.soft}>{summary}</span>
    </span>
  );
  const items = [
    ...(preview
      ? [
          {
            key: "datum",
            label: head(datumWords.title, datumName(preview.datum.id, datumWords), asks),
            children: (
              <DatumPanel
                key={`${preview.datum.id} ${preview.datum.ask}`}
                datum={preview.datum}
                elsewhereKm={preview.elsewhereKm}
                disabled={disabled}
                onChange={onChange}
              />
            ),
          },
        ]
      : []),
    {
      key: "mapping",
      label: head(
        words.mapping.title,
        fields ? words.mapping.summary(fields.filter(({ column }) => column !== null).length, fields.length) : "",
        lacks,
      ),
      children: <MappingPanel draft={draft} disabled={disabled} onChange={onChange} />,
    },
    {
      key: "facts",
      label: head(words.facts.title, draft.facts ? words.facts.formats[draft.facts.format] : "", false),
      children: <FactsPanel draft={draft} disabled={disabled} onChange={onChange} />,
    },
  ];
  return (
    <Collapse
      ghost
      size="small"
      activeKey={[...open]}
      items={items}
      onChange={(keys) => setOpened(Array.isArray(keys) ? keys : [keys])}
    />
  );
}
