/** More questions than the panels of all scenes ask at once. */
const MOST_KEPT = 40;

/** What came of asking: an answer, or why there is none. */
export type Outcome<Answer, Refused> = { readonly answer: Answer } | { readonly refused: Refused };

export interface Kept<Answer, Refused> {
  /** The newest good one; `null`: there never was one. */
  readonly answer: Answer | null;
  /** Why the present question has no answer; `null` where it has, or where asking failed. */
  readonly refused: Refused | null;
  /** When the answer was good, where asking again has failed since; milliseconds since 1970. */
  readonly lastGoodAt: number | null;
}

/**
 * Makes what asks and keeps the last good answer to each question: it stays while a later one is refused or fails.
 *
 * @param onFailure - told what asking threw; nobody else hears of it.
 */
export function createAnswerKeeper({ now, onFailure }: { now(): number; onFailure(error: unknown): void }) {
  /** The newest last. */
  const lastGood = new Map<string, { readonly answer: unknown; readonly at: number }>();
  return async <Answer, Refused>(
    question: string,
    ask: () => Promise<Outcome<Answer, Refused>>,
  ): Promise<Kept<Answer, Refused>> => {
    let refused: Refused | null = null;
    try {
      const outcome = await ask();
      if ("answer" in outcome) {
        lastGood.delete(question);
        lastGood.set(question, { answer: outcome.answer, at: now() });
        if (lastGood.size > MOST_KEPT) lastGood.delete(lastGood.keys().next().value!);
        return { answer: outcome.answer, refused: null, lastGoodAt: null };
      }
      refused = outcome.refused;
    } catch (error) {
      onFailure(error);
    }
    const kept = lastGood.get(question);
    return { answer: (kept?.answer as Answer | undefined) ?? null, refused, lastGoodAt: kept?.at ?? null };
  };
}
