import { localDayOf } from "#data/snapshot/freshness.ts";
import type { SpotLevel, SpotWord, WordKind } from "../../../api-black-spots.ts";

/** What a person types to act on a spot; which of it is asked depends on the kind. */
export interface WordDraft {
  readonly kind: WordKind;
  readonly on: string;
  readonly documentNumber: string;
  readonly nextOn: string;
  readonly note: string;
  readonly level: SpotLevel;
  readonly dueOn: string;
  readonly supervisor: string;
  readonly measures: string;
  readonly treatedOn: string;
}

export type WordField = Exclude<keyof WordDraft, "kind"> | "by" | "result";

/** What each kind asks for beside person, day, document, next date and note. */
export const FIELDS: Readonly<Record<WordKind, readonly WordField[]>> = {
  confirmed: [],
  listed: ["level", "dueOn", "supervisor"],
  treating: ["measures"],
  treated: [],
  closed: ["treatedOn"],
  evaluated: ["result"],
  extended: ["dueOn"],
  rejected: [],
  reopened: [],
  note: [],
};

/** What must not be empty, beside the person and the day. */
const NEEDED: Readonly<Record<WordKind, readonly WordField[]>> = {
  confirmed: [],
  listed: ["level", "documentNumber", "dueOn"],
  treating: ["measures"],
  treated: [],
  closed: ["treatedOn", "documentNumber"],
  evaluated: ["result", "note"],
  extended: ["dueOn", "note"],
  rejected: ["note"],
  reopened: ["note"],
  note: ["note"],
};

export const newDraft = (kind: WordKind, treatedOn: string | null): WordDraft => ({
  kind,
  on: localDayOf(new Date()),
  documentNumber: "",
  nextOn: "",
  note: "",
  level: "city",
  dueOn: "",
  supervisor: "",
  measures: "",
  treatedOn: treatedOn ?? "",
});

/** One entry a line, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** Fields that are still empty. */
export function missingOf(draft: WordDraft, by: string, hasResult: boolean): WordField[] {
  const isEmpty = (field: WordField): boolean =>
    field === "by" ? by.trim() === "" : field === "result" ? !hasResult : draft[field].trim() === "";
  return (["by", "on", ...NEEDED[draft.kind]] as const).filter(isEmpty);
}

/** The word as the server takes it; nothing in it is empty that the kind needs. */
export function toWord(
  draft: WordDraft,
  by: string,
  revision: number,
  result: Readonly<Record<string, unknown>> | null,
): SpotWord {
  const text = (value: string) => (value.trim() === "" ? null : value.trim());
  const { kind, on } = draft;
  const said = { by: by.trim(), on, revision, nextOn: text(draft.nextOn) };
  const documentNumber = text(draft.documentNumber);
  const note = text(draft.note);
  const stated = draft.note.trim();
  switch (kind) {
    case "confirmed":
    case "treated":
      return { kind, ...said, documentNumber, note };
    case "listed":
      return {
        kind,
        ...said,
        level: draft.level,
        documentNumber: draft.documentNumber.trim(),
        dueOn: draft.dueOn,
        supervisor: text(draft.supervisor),
        note,
      };
    case "treating":
      return { kind, ...said, documentNumber, measures: linesOf(draft.measures), note };
    case "closed":
      return { kind, ...said, treatedOn: draft.treatedOn, documentNumber: draft.documentNumber.trim(), note };
    case "evaluated":
      return { kind, ...said, documentNumber, result: result ?? {}, note: stated };
    case "extended":
      return { kind, ...said, documentNumber, dueOn: draft.dueOn, note: stated };
    case "rejected":
    case "reopened":
    case "note":
      return { kind, ...said, documentNumber, note: stated };
  }
}
