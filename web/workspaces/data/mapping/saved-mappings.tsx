import { App, Button, Input, Popover, Select, Tag } from "antd";
import { useState } from "react";
import { type DraftSettings, type DraftView, saveMapping } from "../../../api.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import { useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";
import { tellMappingsChanged, useMappings } from "../intake-queries.ts";
import { Trouble } from "../trouble.tsx";
import { keptSettings } from "./kept-settings.ts";
import styles from "./mapping.module.css";

/** How files of this source were read before; a mapping that was corrected once is kept by name. */
export function SavedMappings(props: {
  draft: DraftView;
  disabled: boolean;
  onChange: (settings: Partial<DraftSettings>) => void;
}) {
  const { draft, disabled, onChange } = props;
  const { settings, preview } = draft;
  const words = useWords(INTAKE_WORDS).mapping;
  const { data: mappings = [] } = useMappings(settings.layer);
  return (
    <div className={styles.saved}>
      {settings.savedMapping !== null && <Tag color="processing">✓ {words.usedSaved(settings.savedMapping)}</Tag>}
      {mappings.length > 0 && (
        <Select
          size="small"
          className={styles.column!}
          aria-label={words.saved}
          placeholder={words.saved}
          value={settings.savedMapping}
          disabled={disabled}
          options={mappings.map(({ name }) => ({ value: name, label: name }))}
          onChange={(name: string) =>
            onChange({ ...mappings.find((mapping) => mapping.name === name)!.settings, savedMapping: name })
          }
        />
      )}
      {preview && <SaveButton draft={draft} disabled={disabled} />}
    </div>
  );
}

function SaveButton({ draft, disabled }: { draft: DraftView; disabled: boolean }) {
  const words = useWords(INTAKE_WORDS).mapping;
  const person = usePerson(({ name }) => name.trim());
  const { message } = App.useApp();
  const { settings, facts, preview } = draft;
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState(settings.savedMapping ?? settings.source ?? "");
  const [error, setError] = useState<unknown>(null);
  const columns = facts?.tables.find((table) => table.name === preview?.table)?.columns ?? [];
  const save = async () => {
    try {
      const changedBy = person === "" ? draft.createdBy : person;
      await saveMapping({
        layer: settings.layer,
        name: name.trim(),
        columns,
        settings: keptSettings(draft),
        changedBy,
      });
      tellMappingsChanged(settings.layer);
      setOpen(false);
      setError(null);
      void message.success(words.savedNow(name.trim()));
    } catch (problem) {
      setError(problem);
    }
  };
  const form = (
    <form
      className={styles.saveForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== "") void save();
      }}
    >
      <Input
        autoFocus
        value={name}
        maxLength={100}
        aria-label={words.saveAs}
        placeholder={words.saveAs}
        onChange={({ target }) => setName(target.value)}
      />
      <small>{words.saveHint}</small>
      {error !== null && <Trouble error={error} />}
      <Button type="primary" htmlType="submit" disabled={name.trim() === ""}>
        {words.save}
      </Button>
    </form>
  );
  return (
    <Popover content={form} trigger="click" open={isOpen} onOpenChange={setOpen} placement="bottomLeft">
      <Button size="small" disabled={disabled}>
        {words.save}
      </Button>
    </Popover>
  );
}
