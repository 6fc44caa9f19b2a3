import { useState } from "react";
import { ApiProblem } from "../../../api.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { useWords } from "../../../messages/words.ts";
import { usePerson } from "../../../state/person.ts";

/**
 * Does what a person at the console asks for, in their name, one thing at a time.
 *
 * @param textOf - a refusal in the words of the page; `null`: as the server says it.
 */
export function useDeed(textOf: (problem: ApiProblem) => string | null = () => null) {
  const words = useWords(CONTROL_WORDS);
  const by = usePerson((person) => person.name).trim();
  const [problem, setProblem] = useState<string | null>(null);
  const [isDoing, setDoing] = useState(false);
  /** @returns whether it was done. */
  const act = async (deed: (by: string) => Promise<unknown>): Promise<boolean> => {
    if (by === "") {
      setProblem(words.sayWho);
      return false;
    }
    setDoing(true);
    setProblem(null);
    try {
      await deed(by);
      return true;
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(textOf(error) ?? (isNameTaken(error) ? words.nameTaken : saidBy(error)));
      return false;
    } finally {
      setDoing(false);
    }
  };
  return { act, problem, setProblem, isDoing };
}

const isNameTaken = ({ code, errors }: ApiProblem): boolean => code === "conflict" && errors[0]?.field === "name";

/** Of a body that does not parse, the detail only names the field. */
const saidBy = ({ code, message, errors }: ApiProblem): string =>
  code === "bad-body" ? (errors[0]?.message ?? message) : message;
