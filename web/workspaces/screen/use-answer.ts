import { runAnalysis } from "../../analysis/analyses.ts";
import type { Refusal } from "../../analysis/protocol.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { useKept } from "./kept-answers.ts";

interface Answer<Finding, Summary> {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/** Parameters that move with the calendar: the question of another day is the same question. */
const DAYS: readonly string[] = ["today", "by"];

/**
 * What an analysis says on the ledgers as they are; asked again whenever one of them changes. The last answer stays until the next, and
 * where none comes says when it was good.
 *
 * @param layers - which ledgers the answer hangs on.
 * @param isAsked - whether there is anything to ask.
 */
export function useAnswer<Finding, Summary>(
  name: string,
  parameters: Readonly<Record<string, unknown>>,
  layers: readonly string[],
  isAsked = true,
): {
  readonly answer: Answer<Finding, Summary> | null;
  readonly refusal: Refusal | null;
  /** Milliseconds of the server's clock; `null`: the answer is the present one. */
  readonly lastGoodAt: number | null;
  readonly isPending: boolean;
} {
  const isReady = useLedgers(({ state }) => state === "ready");
  const revisions = useLedgers((state) =>
    state.layers
      .filter(({ definition }) => layers.includes(definition.id))
      .map(({ snapshot }) => snapshot.revision)
      .join(),
  );
  const parts = Object.entries(parameters);
  const { refused, ...kept } = useKept<Answer<Finding, Summary>, Refusal>(
    `${name} ${JSON.stringify(parts.filter(([key]) => !DAYS.includes(key)))}`,
    `${revisions} ${JSON.stringify(parts.filter(([key]) => DAYS.includes(key)))}`,
    async () => {
      const outcome = await runAnalysis<Finding, Summary>(name, parameters);
      return "refusal" in outcome ? { refused: outcome.refusal } : { answer: outcome };
    },
    isReady && isAsked,
  );
  // With an answer of before to show, why there is no newer one is for the mark on it.
  return { ...kept, refusal: kept.answer ? null : refused };
}
