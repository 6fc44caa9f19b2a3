import { Input } from "antd";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { useWords } from "../../../messages/words.ts";
import { LONGEST_PERSON, setPerson, usePerson } from "../../../state/person.ts";

/** Who does it: remembered on this machine, written into the history. */
export function PersonField({ id, size = "middle" }: { id?: string; size?: "small" | "middle" }) {
  const words = useWords(DATA_PAGE_WORDS).start;
  const name = usePerson((person) => person.name);
  return (
    <Input
      {...(id === undefined ? { "aria-label": words.person } : { id })}
      size={size}
      value={name}
      maxLength={LONGEST_PERSON}
      placeholder={size === "small" ? words.person : words.personHint}
      autoComplete="name"
      onChange={({ target }) => setPerson(target.value)}
    />
  );
}
