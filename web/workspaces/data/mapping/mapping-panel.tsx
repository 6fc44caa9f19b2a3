import { Alert, Button, Checkbox, Select } from "antd";
import { useState } from "react";
import { findLayer, getLayer } from "#data/layers/index.ts";
import type { DraftSettings, DraftView } from "../../../api.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import styles from "./mapping.module.css";
import { mappingFields } from "./mapping-fields.ts";
import { MappingTable } from "./mapping-table.tsx";
import { SavedMappings } from "./saved-mappings.tsx";

/** Which column fills which field, to be seen and corrected. */
export function MappingPanel(props: {
  draft: DraftView;
  disabled: boolean;
  onChange: (settings: Partial<DraftSettings>) => void;
}) {
  const { draft, disabled, onChange } = props;
  const { settings, preview, facts } = draft;
  const words = useWords(INTAKE_WORDS).mapping;
  const language = useLanguage();
  const [isAll, setAll] = useState(false);
  const layer = getLayer(settings.layer);
  const mapping = preview?.mapping ?? statedMapping(settings);
  const table = facts?.tables.find(({ name }) => name === preview?.table) ?? facts?.tables[0];
  const fields = mappingFields(layer, mapping, language);
  const main = fields.filter(({ column, required }) => column !== null || required);
  const map = (target: string, column: string | null) =>
    onChange({ mapping: { ...settings.mapping, [target]: column ?? "" }, savedMapping: null });
  return (
    <div className={styles.panel}>
      <OtherLayer draft={draft} disabled={disabled} onChange={onChange} />
      <SavedMappings draft={draft} disabled={disabled} onChange={onChange} />
      <MappingTable
        fields={isAll ? fields : main}
        layer={layer}
        columns={table?.columns ?? []}
        sample={preview?.sample ?? []}
        disabled={disabled}
        onMap={map}
      />
      {fields.length > main.length && (
        <Button type="link" size="small" className={styles.more!} onClick={() => setAll(!isAll)}>
          {isAll ? words.less : words.more(fields.length - main.length)}
        </Button>
      )}
      {preview && preview.ignoredColumns.length > 0 && (
        <p className={styles.note}>
          {words.unused}: {preview.ignoredColumns.join(language === "zh" ? "、" : ", ")}
        </p>
      )}
      <div className={styles.options}>
        <span>{words.dateOrder}</span>
        <Select
          size="small"
          aria-label={words.dateOrder}
          value={settings.dateOrder}
          disabled={disabled}
          options={(["year-first", "day-first", "month-first"] as const).map((value) => ({
            value,
            label: words.dateOrders[value],
          }))}
          onChange={(dateOrder) => onChange({ dateOrder })}
        />
      </div>
      {layer.grade && (
        <Checkbox
          checked={settings.merge}
          disabled={disabled}
          onChange={({ target }) => onChange({ merge: target.checked })}
        >
          {words.merge}
        </Checkbox>
      )}
    </div>
  );
}

/** What a person said so far, where the server could not go on. */
const statedMapping = ({ mapping }: DraftSettings): Record<string, string[]> =>
  Object.fromEntries(Object.entries(mapping).map(([target, column]) => [target, column === "" ? [] : [column]]));

/** Names and addresses stand in every ledger: fewer fields say nothing. */
const LEAST_FIELDS = 3;

/** The layer may have been chosen by mistake: then the columns name the fields of another. */
function OtherLayer(props: {
  draft: DraftView;
  disabled: boolean;
  onChange: (settings: Partial<DraftSettings>) => void;
}) {
  const { settings, preview } = props.draft;
  const words = useWords(INTAKE_WORDS).mapping;
  const title = useTitle();
  const best = preview?.layerFit[0];
  const own = preview?.layerFit.find(({ layer }) => layer === settings.layer)?.fields ?? 0;
  const other =
    best && best.layer !== settings.layer && best.fields > own && best.fields >= LEAST_FIELDS
      ? findLayer(best.layer)
      : undefined;
  if (!other) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={words.otherLayer(title(other.title), best!.fields)}
      action={
        <Button
          size="small"
          disabled={props.disabled}
          onClick={() => props.onChange({ layer: other.id, mapping: {}, savedMapping: null })}
        >
          {words.changeLayer(title(other.title))}
        </Button>
      }
    />
  );
}
