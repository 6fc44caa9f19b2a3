import { create } from "zustand";

const KEY = "person";

/** The longest name that the server takes. */
export const LONGEST_PERSON = 60;

/** Who works at this machine, as they last said: the record asks whose change it is. */
export const usePerson = create<{ readonly name: string }>(() => ({ name: recall() }));

/** Remembered on this machine only. */
export function setPerson(name: string): void {
  usePerson.setState({ name });
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // A browser that keeps nothing: the name holds as long as the page.
  }
}

function recall(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}
