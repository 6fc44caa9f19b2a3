import type { AlarmGrade } from "../screen-state.ts";

/** One shift: who comes next decides anew. */
export const LONGEST_SHELF_H = 8;

/**
 * The alarms of a sensor that a person has put aside for some time: they are listed, and take no screen over.
 *
 * @see ISA-18.2-2016 and EEMUA 191 (from memory): shelving is by a person, with a reason, ends by itself, stays visible, and is not
 * offered for the gravest alarms.
 */
export interface Shelf {
  /** Alarms of this grade and lesser ones; a graver one takes over all the same. */
  readonly grade: AlarmGrade;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Grade I is never put aside. */
export const mayShelve = (grade: AlarmGrade): boolean => grade > 1;

/** Whether it is this grade that has been put aside. */
export const covers = (shelf: Shelf, grade: AlarmGrade): boolean => grade >= shelf.grade;
