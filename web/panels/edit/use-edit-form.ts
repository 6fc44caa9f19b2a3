import { useMemo, useState } from "react";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { Snapshot } from "#data/snapshot/snapshot.ts";
import type { RefusedField } from "../../api.ts";
import { districtNames } from "../../export/provenance.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import { type EditSession, type FieldContent, touchField } from "../../state/editing.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { allFields, type EditField, type EditFields, editFields } from "./edit-fields.ts";
import { contentOf } from "./field-content.ts";
import { answeredValue, type FieldChange, readForm } from "./read-form.ts";

export interface EditFormState {
  readonly fields: EditFields;
  readonly all: readonly EditField[];
  readonly changes: readonly FieldChange[];
  /** Fields and place together. */
  readonly changeCount: number;
  /** What stands in a field. */
  content(field: EditField): FieldContent;
  isTouched(id: string): boolean;
  /** The sentence under a field; `undefined`: nothing is wrong with it. */
  problem(id: string): string | undefined;
  touch(field: EditField, content: FieldContent | undefined): void;
  /** Shows everything that is missing. @returns the first field that keeps the form from being saved. */
  ask(): string | null;
  refuse(errors: readonly RefusedField[]): void;
}

/** The form of a session: its fields, what they say, and what is wrong with them, in the words of the page. */
export function useEditForm(definition: LayerDefinition, session: EditSession): EditFormState {
  const words = useWords(EDIT_WORDS);
  const ledgers = useLedgers(({ layers }) => layers);
  const [isAsked, setIsAsked] = useState(false);
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map());
  const isNew = session.base === null;
  const fields = useMemo(() => editFields(definition, districtNames(ledgers), isNew), [definition, ledgers, isNew]);
  const all = useMemo(() => allFields(fields), [fields]);
  const { changes, problems } = useMemo(() => readForm(all, session), [all, session]);
  const snapshot = ledgers.find((each) => each.definition.id === definition.id)?.snapshot;
  const takenCode = useMemo(() => {
    const code = changes.find(({ field }) => field.id === "code")?.to;
    return typeof code === "string" && snapshot && hasCode(snapshot, code) ? code : null;
  }, [changes, snapshot]);
  const isPlaceMissing = isNew && !session.geometry;

  const problem = (id: string): string | undefined => {
    if (id === "geometry") return isPlaceMissing && isAsked ? words.problems.required(null) : refused.get(id);
    if (id === "code" && takenCode !== null) return words.codeTaken(takenCode);
    const found = problems.get(id);
    // What is missing is no mistake before somebody wants to save.
    if (found && (isAsked || session.touched[id] !== undefined)) return words.problems[found.reason](found.allowed);
    return refused.get(id);
  };

  return {
    fields,
    all,
    changes,
    changeCount: changes.length + (session.geometry ? 1 : 0),
    content: (field) => {
      const touched = session.touched[field.id];
      return touched === undefined ? contentOf(field, answeredValue(session.base, field.id)) : touched;
    },
    isTouched: (id) => session.touched[id] !== undefined,
    problem,
    touch(field, content) {
      setRefused((before) => without(before, field.id));
      touchField(field.id, isUntouched(field, content, session) ? undefined : content);
    },
    ask() {
      setIsAsked(true);
      if (isPlaceMissing) return "geometry";
      if (takenCode !== null) return "code";
      return [...problems.keys()][0] ?? null;
    },
    refuse(errors) {
      setRefused(
        new Map(
          errors.map(({ field, message, allowed }) => [
            field.startsWith("geometry") ? "geometry" : (/^properties\.(\w+)/.exec(field)?.[1] ?? field),
            words.refused(message, allowed),
          ]),
        ),
      );
    },
  };
}

/** Content that says what was read is none. A withheld value that is emptied by a word of its own is not the same as nothing. */
function isUntouched(field: EditField, content: FieldContent | undefined, { base }: EditSession): boolean {
  const value = answeredValue(base, field.id);
  if (content === undefined) return true;
  if (field.attribute.personal && value !== null) return false;
  return JSON.stringify(content) === JSON.stringify(contentOf(field, value));
}

function hasCode({ codes, count }: Snapshot, code: string): boolean {
  for (let row = 0; row < count; row++) if (codes.get(row) === code) return true;
  return false;
}

const without = (map: ReadonlyMap<string, string>, key: string): ReadonlyMap<string, string> =>
  new Map([...map].filter(([each]) => each !== key));
