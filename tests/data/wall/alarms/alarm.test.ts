import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmStanding, changeOfAlarm, mayAcknowledge } from "#data/wall/alarms/alarm.ts";
import { ALARM_GRADES, getGradeLook } from "#data/wall/alarms/grades.ts";
import { isSilent } from "#data/wall/alarms/silence.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";

const acknowledged = (grade: AlarmGrade): AlarmStanding => ({
  ...{ state: "acknowledged", grade, gravest: grade, chattering: false },
});

test("a graver grade opens an alarm again that somebody has taken in hand", () => {
  expect(changeOfAlarm(acknowledged(3), 1, false)).toEqual({
    kind: "escalated",
    standing: { state: "raised", grade: 1, gravest: 1, chattering: false },
  });
});

test("a lesser grade eases it and leaves it in hand, and the gravest is remembered", () => {
  expect(changeOfAlarm(acknowledged(1), 3, false)).toEqual({
    kind: "eased",
    standing: { state: "acknowledged", grade: 3, gravest: 1, chattering: false },
  });
});

test("the same grade changes nothing, and no grade without an alarm changes nothing", () => {
  expect(changeOfAlarm(acknowledged(2), 2, false)).toBeNull();
  expect(changeOfAlarm(null, null, false)).toBeNull();
});

test("an alarm is taken in hand once, also after it has cleared", () => {
  expect(mayAcknowledge("raised", null)).toBe(true);
  expect(mayAcknowledge("cleared", null)).toBe(true);
  expect(mayAcknowledge("acknowledged", "2026-05-01T00:00:00Z")).toBe(false);
  expect(mayAcknowledge("cleared", "2026-05-01T00:00:00Z")).toBe(false);
});

test("whatever a sensor does, one alarm is open at a time and what is raised clears", () => {
  const grade = fc.constantFrom<AlarmGrade | null>(1, 2, 3, 4, null);
  fc.assert(
    fc.property(fc.array(grade, { maxLength: 40 }), (grades) => {
      let open: AlarmStanding | null = null;
      let raised = 0;
      let cleared = 0;
      for (const each of [...grades, null]) {
        const change = changeOfAlarm(open, each, false);
        if (change?.kind === "raised") raised++;
        if (change?.kind === "cleared") cleared++;
        if (change) open = change.kind === "cleared" ? null : change.standing;
        expect(open?.grade ?? null).toBe(each);
        if (open) expect(open.gravest).toBeLessThanOrEqual(open.grade);
      }
      expect(raised).toBe(cleared);
    }),
  );
});

test("no two grades share a numeral, a mark or a colour", () => {
  for (const pick of ["numeral", "mark", "color"] as const)
    expect(new Set(ALARM_GRADES.map((look) => look[pick])).size).toBe(4);
  expect(getGradeLook(1)).toMatchObject({ numeral: "I", mark: "红" });
});

test("a sensor is silent once its interval is over, not at its end", () => {
  expect(isSilent(1_000, 60, 61_000)).toBe(false);
  expect(isSilent(1_000, 60, 61_001)).toBe(true);
});
