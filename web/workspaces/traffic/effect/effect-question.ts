import type { Site } from "#data/traffic/site.ts";
import { crashQuestion } from "../../../state/traffic.ts";
import { USUAL_YEARS, type Works, WorksSchema } from "../../../state/works-view.ts";

/** Works as they are typed; days and years that are not known yet are empty and `NaN`. */
export const isWhole = (works: Works): boolean => WorksSchema.safeParse(works).success;

/** What `before-after` is asked; its periods hang on the works, not on the page's. */
export function effectQuestion(site: Site, { from, to, yearsBefore, yearsAfter }: Works) {
  const { filter, doubtful, today } = crashQuestion();
  return {
    site,
    treatedFrom: from,
    treatedTo: to,
    yearsBefore,
    yearsAfter,
    doubtful,
    today,
    ...(filter !== undefined && { filter }),
  };
}

/** The day after, for a register that has only the day on which the works were done. */
export function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return next.toISOString().slice(0, 10);
}

/** As the register knows them: the day on which they were done. */
export const worksOn = (treatedOn: string | null): Works => ({
  from: treatedOn ?? "",
  to: treatedOn === null ? "" : dayAfter(treatedOn),
  yearsBefore: USUAL_YEARS,
  yearsAfter: USUAL_YEARS,
});
