import type { Site } from "#data/traffic/site.ts";
import { crashQuestion } from "../../../state/traffic.ts";

export interface Works {
  /** `YYYY-MM-DD`: first day, and the day after the last. */
  readonly from: string;
  readonly to: string;
  readonly yearsBefore: number;
  readonly yearsAfter: number;
}

export const USUAL_YEARS = 3;

/** Whether it makes a question: the analysis refuses anything else. */
export const isWhole = ({ from, to, yearsBefore, yearsAfter }: Works): boolean =>
  from !== "" &&
  to > from &&
  [yearsBefore, yearsAfter].every((years) => Number.isFinite(years) && years >= 0.25 && years <= 10);

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
