import { create } from "zustand";
import type { SpacingFinding, SpacingSummary } from "#data/analyses/spacing-results.ts";
import { ApiProblem, runAnalysisAt } from "../api.ts";
import { NOTHING_ASKED, type Result } from "./follow-question.ts";
import { type SpacingParameters, spacingParameters } from "./spacing.ts";
import { useView } from "./view-store.ts";

/** What the server answered on the present proposal, by the ledgers and rules of an earlier day. */
export const useSpacingAsOf = create<
  Result<SpacingFinding, SpacingSummary, SpacingParameters> & {
    /** Why the server did not answer. */
    readonly problem: string | null;
  }
>(() => ({ ...NOTHING_ASKED, problem: null }));

/** The server is asked once somebody rests: a table of the past costs it more than a table in memory. */
const REST_MS = 400;

let started = false;

/** Asks the server again whenever the day or the proposal changes. */
export function startSpacingAsOf(): void {
  if (started) return;
  started = true;
  let asked = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;
  const ask = () => {
    const { asOf } = useView.getState().planning;
    const parameters = asOf === null ? null : spacingParameters();
    const question = parameters ? `${asOf}${JSON.stringify(parameters)}` : "";
    if (question === asked) return;
    asked = question;
    clearTimeout(timer);
    running?.abort();
    if (!parameters || asOf === null) {
      useSpacingAsOf.setState({ ...NOTHING_ASKED, problem: null });
      return;
    }
    useSpacingAsOf.setState({ pending: true });
    running = new AbortController();
    const { signal } = running;
    timer = setTimeout(() => void askServer(parameters, asOf, signal), REST_MS);
  };
  useView.subscribe(ask);
  ask();
}

async function askServer(parameters: SpacingParameters, asOf: string, signal: AbortSignal): Promise<void> {
  try {
    const { inputs, tookMs, ...result } = await runAnalysisAt("spacing", { ...parameters }, asOf, signal);
    const answer = {
      findings: result.findings as readonly SpacingFinding[],
      summary: result.summary as SpacingSummary,
      parameters,
      revisions: inputs.revisions,
      ruleEdition: inputs.ruleEdition,
      tookMs,
    };
    if (!signal.aborted) useSpacingAsOf.setState({ answer, refusal: null, problem: null, pending: false });
  } catch (error) {
    if (signal.aborted) return;
    if (!(error instanceof ApiProblem)) throw error;
    const [refused] = error.errors;
    const refusal = refused && {
      field: refused.field,
      reason: refused.message,
      allowed: refused.allowed ?? null,
    };
    useSpacingAsOf.setState({
      answer: null,
      refusal: refusal ?? null,
      problem: refusal ? null : error.message,
      pending: false,
    });
  }
}
