import type { SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import type { useSiteDiagnosis } from "../../../state/site-diagnosis.ts";
import type { useBlackSpots } from "../../../state/traffic.ts";
import { foundIn, ruleBasis, type SiteBasis } from "../screening/register-basis.ts";
import { isEqual } from "../screening/rule-numbers.ts";

type Diagnosis = NonNullable<ReturnType<(typeof useSiteDiagnosis)["getState"]>["answer"]>;

/** On what a diagnosed site goes into the register: the rule, where its list has just this site of these days; else a person's word. */
export function siteBasis(
  { summary, revisions }: Diagnosis,
  screened: ReturnType<(typeof useBlackSpots)["getState"]>["answer"],
): SiteBasis {
  const finding = screened?.findings.find(({ place }) => isEqual(place.site, summary.place.site));
  if (screened && finding && isOfSameDays(screened.summary, summary)) return ruleBasis(finding, screened);
  const ids = summary.crashes.map(({ id }) => id);
  return { method: "person", ...foundIn(summary, ids, revisions) };
}

const isOfSameDays = (
  screened: Pick<SiteDiagnosisSummary, "from" | "to">,
  { from, to }: Pick<SiteDiagnosisSummary, "from" | "to">,
): boolean => screened.from === from && screened.to === to;
