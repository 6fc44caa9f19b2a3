import { expect, test } from "vitest";
import { gradeHazard } from "#data/standards/hazard-grade.ts";
import { peopleForLevel } from "../../../../../web/workspaces/planning/grading/filed-difference.ts";

const graded = (tonnes: number, people: number) => gradeHazard({ substances: [{ name: "氯", tonnes }], people });

test("says how many people a filed level stands for", () => {
  // 40 t of chlorine: S 8, Σβq/Q 32, so that R is 16 (α 0.5) to 64 (α 2).
  const grade = graded(40, 120);
  expect(grade.level).toBe("2");
  expect(peopleForLevel(grade, "3")).toEqual({ from: 0, to: 99 });
  expect(peopleForLevel(grade, "2")).toEqual({ from: 100, to: null });
});

test("its people are exactly those that give the level", () => {
  for (const tonnes of [3, 5, 15, 40, 60, 280])
    for (const level of ["1", "2", "3", "4", "none"] as const) {
      const range = peopleForLevel(graded(tonnes, 0), level);
      for (const people of [0, 1, 29, 30, 49, 50, 99, 100, 5_000]) {
        const isIn = range !== null && people >= range.from && (range.to === null || people <= range.to);
        expect(graded(tonnes, people).level === level).toBe(isIn);
      }
    }
});

test("a level that no number of people gives is told apart", () => {
  expect(peopleForLevel(graded(40, 0), "1")).toBeNull();
  expect(peopleForLevel(graded(3, 0), "4")).toBeNull();
  expect(peopleForLevel(graded(3, 0), "none")).toEqual({ from: 0, to: null });
});
