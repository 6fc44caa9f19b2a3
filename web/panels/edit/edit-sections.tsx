import type { LayerDefinition } from "#data/layers/define.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import type { EditSession } from "../../state/editing.ts";
import { usePerson } from "../../state/person.ts";
import styles from "./edit.module.css";
import type { EditField } from "./edit-fields.ts";
import { FieldInput } from "./field-input.tsx";
import { FieldRow } from "./field-row.tsx";
import { PlaceEditor } from "./place-editor.tsx";
import { answeredValue } from "./read-form.ts";
import type { EditFormState } from "./use-edit-form.ts";

interface Props {
  readonly definition: LayerDefinition;
  readonly session: EditSession;
  readonly form: EditFormState;
}

/** Every field of the layer, in the order of the registry. */
export function EditSections({ definition, session, form }: Props) {
  const words = useWords(EDIT_WORDS);
  const { name, place, attributes, record } = form.fields;
  const rows = (fields: readonly EditField[]) =>
    fields.map((field) => <Field key={field.id} field={field} session={session} form={form} />);
  return (
    <div className={styles.form}>
      <Section title={words.names}>{rows(name)}</Section>
      <Section title={words.place}>
        <PlaceEditor definition={definition} session={session} problem={form.problem("geometry")} />
        {rows(place)}
      </Section>
      <Section title={words.attributes}>{rows(attributes)}</Section>
      <Section title={words.record}>{rows(record)}</Section>
    </div>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <h4 className={styles.section}>{title}</h4>
      {children}
    </section>
  );
}

function Field({ field, session, form }: { field: EditField } & Pick<Props, "session" | "form">) {
  const words = useWords(EDIT_WORDS);
  const title = useTitle();
  const person = usePerson((each) => each.name.trim());
  const { id, attribute } = field;
  const problem = form.problem(id);
  const isBlankSource = id === "source" && session.base === null;
  return (
    <FieldRow
      id={id}
      label={title(attribute.title)}
      required={attribute.required ?? false}
      isChanged={session.base !== null && form.isTouched(id)}
      problem={problem}
      isGroup={attribute.type === "boolean" || attribute.type === "substances"}
      isWide={attribute.type === "substances"}
    >
      <FieldInput
        field={field}
        content={form.content(field)}
        isWrong={problem !== undefined}
        isWithheld={answeredValue(session.base, id) !== null}
        placeholder={isBlankSource ? person || words.sourceHint : undefined}
        onChange={(content) => form.touch(field, content)}
      />
    </FieldRow>
  );
}
