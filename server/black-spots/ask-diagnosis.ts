import { type AnalysisAnswer, AnalysisRefusal } from "#data/analyses/define.ts";
import { findAnalysis } from "#data/analyses/index.ts";
import type { SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { AppError } from "../errors.ts";
import { toFieldErrors } from "../http/field-errors.ts";
import type { AnalysisService } from "../services.ts";
import { dayAfter } from "./days.ts";
import type { BlackSpotFile } from "./register.ts";

const NAME = "site-diagnosis";
export type Diagnosis = AnalysisAnswer<unknown, SiteDiagnosisSummary>;

/**
 * Asks for the diagnosis of a spot, over the period in which it was found unless another is asked for.
 *
 * @returns `null` when the register has no place that could be analysed, or one that the network does not know.
 * @throws AppError `bad-body` or `unprocessable`, with the fields under `diagnosis`.
 */
export async function askDiagnosis(
  analyses: Pick<AnalysisService, "run">,
  { entry, basis }: Pick<BlackSpotFile, "entry" | "basis">,
  asked: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<Diagnosis | null> {
  if (!entry.site) return null;
  const analysis = findAnalysis(NAME);
  if (!analysis) throw new RangeError(`there is no analysis ${NAME}`);
  const { periodFrom: from, periodTo: lastDay } = entry;
  const period = basis?.period ?? (from && lastDay ? { from, to: dayAfter(lastDay, 1) } : {});
  const parameters = analysis.parameters.safeParse({ ...period, ...asked, site: entry.site });
  if (!parameters.success) throw refused("bad-body", toFieldErrors(parameters.error, analysis.parameters));
  try {
    return (await analyses.run(NAME, parameters.data, signal)) as Diagnosis;
  } catch (error) {
    if (!(error instanceof AnalysisRefusal)) throw error;
    const { field, reason, allowed } = error;
    // A ledger's road may be written as no map has it: the letter is needed all the same.
    if (field === "site" || field.startsWith("site.")) return null;
    throw refused("unprocessable", [{ field, message: reason, ...(allowed && { allowed }) }]);
  }
}

function refused(code: "bad-body" | "unprocessable", errors: readonly { field: string; message: string }[]): AppError {
  const named = errors.map((error) => ({ ...error, field: `diagnosis.${error.field}` }));
  return new AppError(code, `the diagnosis is refused: ${named.map(({ field }) => field).join(", ")}`, named);
}
