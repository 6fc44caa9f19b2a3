import { useQuery } from "@tanstack/react-query";
import { ApiProblem } from "../../api.ts";
import { queries } from "../../state/queries.ts";
import { serverNow } from "../../state/wall.ts";
import { createAnswerKeeper, type Kept, type Outcome } from "./answer-keeper.ts";

/** Answers that nothing shows any more are forgotten: a wall stays up for weeks. */
const FORGOTTEN_AFTER_MS = 30_000;

/** Asks, or answers with the last good answer. */
export const askOrKeep = createAnswerKeeper({
  now: serverNow,
  onFailure(error) {
    // A server that is away says so by itself; a bug belongs to whoever reads the browser's log.
    if (!(error instanceof ApiProblem)) reportError(error);
  },
});

/**
 * Asks, and asks again whenever `revision` changes. The last good answer stays until there is a newer one, also where asking fails; then it
 * says when it was good.
 *
 * @param question - what is asked, whatever the day and the state of the ledgers: answers to the same question take each other's place.
 * @param revision - what the answer hangs on.
 */
export function useKept<Answer, Refused>(
  question: string,
  revision: string,
  ask: () => Promise<Outcome<Answer, Refused>>,
  isAsked = true,
): Kept<Answer, Refused> & { readonly isPending: boolean } {
  const { data, isPending } = useQuery(
    {
      queryKey: ["wall", question, revision],
      queryFn: () => askOrKeep(question, ask),
      enabled: isAsked,
      placeholderData: (last) => last,
      gcTime: FORGOTTEN_AFTER_MS,
      // Answers are never changed in place, and comparing large ones costs more than drawing them again.
      structuralSharing: false,
    },
    queries,
  );
  return { ...(data ?? { answer: null, refused: null, lastGoodAt: null }), isPending };
}
