import { createFollower } from "../analysis/analyses.ts";
import type { Refusal } from "../analysis/protocol.ts";
import { useLedgers } from "./ledgers.ts";

/** The last answer stays on the map and in the panel until the next one comes. */
export interface Result<Finding, Summary, Parameters> {
  readonly answer: {
    readonly findings: readonly Finding[];
    readonly summary: Summary;
    /** What exactly was asked, for exports and for asking the server the same. */
    readonly parameters: Parameters;
    readonly revisions: Readonly<Record<string, number>>;
    /** `null` for an analysis that uses no rules. */
    readonly ruleEdition: string | null;
    readonly tookMs: number;
  } | null;
  readonly refusal: Refusal | null;
  readonly pending: boolean;
}

export const NOTHING_ASKED = { answer: null, refusal: null, pending: false } as const;

/** An analysis whose question follows what the page shows. */
export interface Followed<Finding, Summary, Parameters> {
  readonly name: string;
  /** What to ask now; `null`: nothing. Asked again only where its JSON or `also` differs. */
  readonly parametersOf: () => Parameters | null;
  /** What else the answer hangs on, beside parameters and revisions. */
  readonly also?: () => string;
  readonly put: (change: Partial<Result<Finding, Summary, Parameters>>) => void;
}

/** @returns what to call whenever something may have changed: it asks the worker where the answer would be another. */
export function followQuestion<Finding, Summary, Parameters>(
  followed: Followed<Finding, Summary, Parameters>,
): () => void {
  const { name, parametersOf, also = () => "", put } = followed;
  let asked = "";
  let last: unknown = null;
  const follower = createFollower<Finding, Summary>(
    name,
    (given, outcome) => {
      const pending = given !== last;
      if ("refusal" in outcome) put({ answer: null, refusal: outcome.refusal, pending });
      else put({ answer: { ...outcome, parameters: given as Parameters }, refusal: null, pending });
    },
    (error) => {
      put(NOTHING_ASKED);
      // A bug is reported where the browser reports bugs; it is no outcome that the reader could act on.
      reportError(error);
    },
  );
  return () => {
    const { state, layers } = useLedgers.getState();
    const parameters = state === "ready" ? parametersOf() : null;
    const revisions = layers.map(({ snapshot }) => snapshot.revision).join();
    const question = parameters ? `${JSON.stringify(parameters)}@${revisions}${also()}` : "";
    if (question === asked) return;
    asked = question;
    last = parameters;
    if (parameters) {
      put({ pending: true });
      follower.ask(parameters);
    } else {
      follower.forget();
      put(NOTHING_ASKED);
    }
  };
}
