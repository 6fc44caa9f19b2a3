import { type ConflictPage, fetchConflicts } from "../../../api.ts";
import { useAnnouncements } from "../../../state/announcements.ts";
import { useKept } from "../kept-answers.ts";

/** More than any screen has room to list. */
const MOST_ASKED = 200;

/** The most urgent pairs of one verdict, and how many there are of each; read again when a run or a person has changed them. */
export function useConflictPage(verdict: "too-near" | "cannot-tell") {
  const heard = useAnnouncements(({ conflicts, rules }) => conflicts + rules);
  const { answer: page, lastGoodAt } = useKept<ConflictPage, never>(
    `conflicts ${verdict}`,
    String(heard),
    async () => ({
      answer: await fetchConflicts({ verdict }, MOST_ASKED),
    }),
  );
  return { page, lastGoodAt };
}
