import type { AlarmGrade } from "../screen-state.ts";
import type { AlarmRule } from "./alarm-rule.ts";
import { type Latch, newLatch, settleLatch, stepLatch } from "./latch.ts";

/** What a sensor's limits have come to; one latch for each threshold of its rule, in that order. */
export type Watch = readonly Latch[];

export const newWatch = ({ thresholds }: AlarmRule): Watch => thresholds.map(newLatch);

/** @returns the gravest grade that counts; `null`: none. */
export function gradeOf(watch: Watch): AlarmGrade | null {
  const grades = watch.filter(({ isActive }) => isActive).map(({ grade }) => grade);
  return grades.length === 0 ? null : (Math.min(...grades) as AlarmGrade);
}

/** A limit has been reached and does not count yet: time alone can change the watch. */
export const isMoving = (watch: Watch): boolean => watch.some(({ isReached, isActive }) => isReached && !isActive);

/**
 * A new value of the sensor.
 *
 * @param watch - made by this module for the same rule.
 * @param value - finite, in the rule's unit.
 * @param at - instant of the value in milliseconds, not before that of the last one.
 */
export const stepWatch = (watch: Watch, rule: AlarmRule, value: number, at: number): Watch =>
  watch.map((latch, i) => stepLatch(latch, rule.thresholds[i]!.at, rule, value, at));

/**
 * Time passes without a new value. What has been reached counts once the hold time is over, also when the sensor reports changes
 * only; what has been left never clears that way: it needs a value that says so.
 */
export const waitWatch = (watch: Watch, { holdS }: AlarmRule, at: number): Watch =>
  watch.map((latch) => (latch.isReached ? settleLatch(latch, holdS, at) : latch));

/**
 * The watch under another rule of the same sensor. A limit of a grade and side that the rule before had too goes on as it stood.
 */
export const carryWatch = (watch: Watch, { thresholds }: AlarmRule): Watch =>
  thresholds.map(
    (threshold) =>
      watch.find(({ grade, side }) => grade === threshold.grade && side === threshold.side) ?? newLatch(threshold),
  );
