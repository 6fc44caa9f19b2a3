import { Input } from "antd";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../state/person.ts";
import { controlId, FieldRow } from "./field-row.tsx";

export const LONGEST_REASON = 300;

/** Whose change it is; remembered on this machine. */
export function PersonField({ isAsked }: { isAsked: boolean }) {
  const words = useWords(EDIT_WORDS);
  const name = usePerson((person) => person.name);
  const isMissing = isAsked && name.trim() === "";
  return (
    <FieldRow id="person" label={words.who} required problem={isMissing ? words.whoMissing : undefined}>
      <Input
        id={controlId("person")}
        value={name}
        maxLength={LONGEST_PERSON}
        autoComplete="name"
        placeholder={words.whoHint}
        {...(isMissing && { status: "error" as const })}
        onChange={({ target }) => setPerson(target.value)}
      />
    </FieldRow>
  );
}

interface ReasonProps {
  readonly reason: string;
  readonly isRequired: boolean;
  readonly isAsked: boolean;
  readonly onChange: (reason: string) => void;
}

/** Why, for the history. */
export function ReasonField({ reason, isRequired, isAsked, onChange }: ReasonProps) {
  const words = useWords(EDIT_WORDS);
  const isMissing = isRequired && isAsked && reason.trim() === "";
  return (
    <FieldRow
      id="reason"
      label={isRequired ? words.reason : words.reasonOptional}
      required={isRequired}
      problem={isMissing ? words.reasonMissing : undefined}
    >
      <Input
        id={controlId("reason")}
        value={reason}
        maxLength={LONGEST_REASON}
        {...(isMissing && { status: "error" as const })}
        onChange={({ target }) => onChange(target.value)}
      />
    </FieldRow>
  );
}
