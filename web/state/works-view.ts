import { z } from "zod";
import { parseNumber } from "./position-text.ts";

/** Years before and after works that are compared until somebody takes others. */
export const USUAL_YEARS = 3;
/** Fewer say nothing, more is another road. */
export const LEAST_YEARS = 0.25;
export const MOST_YEARS = 10;

const Day = z.iso.date();
const Years = z.number().min(LEAST_YEARS).max(MOST_YEARS);

/** When the works at a site were done, and how many years on either side are compared. */
export const WorksSchema = z
  .object({
    /** `YYYY-MM-DD`: first day, and the day after the last. */
    from: Day,
    to: Day,
    yearsBefore: Years,
    yearsAfter: Years,
  })
  .refine(({ from, to }) => from < to);
export type Works = z.output<typeof WorksSchema>;

/** `2025-04-02..2025-05-17`, and behind it `,1.5,2` where other years than the usual are compared. */
export function formatWorks({ from, to, yearsBefore, yearsAfter }: Works): string {
  const isUsual = yearsBefore === USUAL_YEARS && yearsAfter === USUAL_YEARS;
  return `${from}..${to}${isUsual ? "" : `,${yearsBefore},${yearsAfter}`}`;
}

/** @returns what `WorksSchema` judges. */
export function parseWorks(text: string): unknown {
  const [days = "", yearsBefore, yearsAfter] = text.split(",");
  const [from, to, more] = days.split("..");
  if (more !== undefined) return null;
  const years = (given: string | undefined) => (given === undefined ? USUAL_YEARS : parseNumber(given));
  return { from, to, yearsBefore: years(yearsBefore), yearsAfter: years(yearsAfter) };
}
