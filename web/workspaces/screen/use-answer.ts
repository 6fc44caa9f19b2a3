import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { runAnalysis } from "../../analysis/analyses.ts";
import type { Refusal } from "../../analysis/protocol.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { queries } from "../../state/queries.ts";

/** Answers that nothing shows any more are forgotten: a wall stays up for weeks. */
const FORGOTTEN_AFTER_MS = 30_000;

interface Answer<Finding, Summary> {
  readonly findings: readonly Finding[];
  readonly summary: Summary;
}

/**
 * What an analysis says on the ledgers as they are; asked again whenever one of them changes. The last answer stays until the next.
 *
 * @param layers - which ledgers the answer hangs on.
 * @param isAsked - whether there is anything to ask.
 */
export function useAnswer<Finding, Summary>(
  name: string,
  parameters: Readonly<Record<string, unknown>>,
  layers: readonly string[],
  isAsked = true,
): { readonly answer: Answer<Finding, Summary> | null; readonly refusal: Refusal | null; readonly isPending: boolean } {
  const isReady = useLedgers(({ state }) => state === "ready");
  const revisions = useLedgers((state) =>
    state.layers
      .filter(({ definition }) => layers.includes(definition.id))
      .map(({ snapshot }) => snapshot.revision)
      .join(),
  );
  const { data, error, isPending } = useQuery(
    {
      queryKey: ["wall", name, parameters, revisions],
      queryFn: () => runAnalysis<Finding, Summary>(name, parameters),
      enabled: isReady && isAsked,
      placeholderData: keepPreviousData,
      gcTime: FORGOTTEN_AFTER_MS,
    },
    queries,
  );
  // A bug belongs to whoever reads the browser's log; the wall goes on with what it had.
  if (error) reportError(error);
  const refusal = data && "refusal" in data ? data.refusal : null;
  return { answer: data && !("refusal" in data) ? data : null, refusal, isPending };
}
