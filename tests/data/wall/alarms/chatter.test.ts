import fc from "fast-check";
import { expect, test } from "vitest";
import { type AlarmStanding, changeOfAlarm } from "#data/wall/alarms/alarm.ts";
import { CHATTER_RAISES, CHATTER_WINDOW_MS, isChatter, isQuiet } from "#data/wall/alarms/chatter.ts";
import { mayShelve } from "#data/wall/alarms/shelf.ts";
import { type CallingAlarm, takingOfAlarm } from "#data/wall/alarms/taking-of-alarm.ts";
import { newScreenState } from "#data/wall/command.ts";
import { sceneAt } from "#data/wall/scene-at.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";

const AT = Date.parse("2026-11-26T08:00:00Z");
const MINUTE_MS = 60_000;

test("the third call within ten minutes is chatter, and a call exactly ten minutes ago no longer counts", () => {
  expect(isChatter([AT - MINUTE_MS], AT)).toBe(false);
  expect(isChatter([AT - MINUTE_MS, AT - 2 * MINUTE_MS], AT)).toBe(true);
  expect(isChatter([AT - MINUTE_MS, AT - CHATTER_WINDOW_MS], AT)).toBe(false);
});

test("a chattering alarm is over once it is in hand and has been left for the whole window", () => {
  expect(isQuiet("acknowledged", AT - CHATTER_WINDOW_MS, AT)).toBe(true);
  expect(isQuiet("acknowledged", AT - CHATTER_WINDOW_MS + 1, AT)).toBe(false);
  expect(isQuiet("raised", AT - CHATTER_WINDOW_MS, AT)).toBe(false);
  expect(isQuiet("acknowledged", null, AT)).toBe(false);
});

test("a chattering alarm stays up whatever its value does, and only a graver grade opens it again", () => {
  const open: AlarmStanding = { state: "acknowledged", grade: 3, gravest: 3, chattering: true };
  for (const grade of [null, 3, 4] as const) expect(changeOfAlarm(open, grade, true)).toBeNull();
  expect(changeOfAlarm(open, 1, true)).toEqual({
    kind: "escalated",
    standing: { state: "raised", grade: 1, gravest: 1, chattering: true },
  });
});

test("however wildly a sensor comes and goes, within the window it calls no more often than grades are left", () => {
  const grade = fc.constantFrom<AlarmGrade | null>(1, 2, 3, 4, null, null);
  fc.assert(
    fc.property(fc.array(grade, { maxLength: 200 }), (grades) => {
      const calls: number[] = [];
      let open: AlarmStanding | null = null;
      for (const [i, each] of grades.entries()) {
        const at = AT + i * 1_000;
        const change = changeOfAlarm(open, each, isChatter(calls, at));
        if (change?.kind === "raised" || change?.kind === "escalated") calls.push(at);
        if (change) open = change.kind === "cleared" ? null : change.standing;
      }
      // Each call of a chattering alarm is graver than all before it.
      expect(calls.length).toBeLessThanOrEqual(CHATTER_RAISES + 3);
    }),
  );
});

const alarm = (more: Partial<CallingAlarm>): CallingAlarm => ({
  ...{ id: "a", grade: 3, gradedAt: AT, acknowledgedAt: null, clearedAt: null },
  shelf: { grade: 3, until: AT + 60 * MINUTE_MS },
  ...more,
});

const becauseAt = (calling: CallingAlarm, now: number) => {
  const state = { ...newScreenState(PRESET_SCENES, AT), interruptedBy: 4 as const };
  return sceneAt(state, PRESET_SCENES, [takingOfAlarm(calling) ?? []].flat(), now).because;
};

test("an alarm on the shelf takes no screen over until it comes off, and then it does", () => {
  expect(becauseAt(alarm({ shelf: null }), AT + 1)).toBe("alarm");
  expect(becauseAt(alarm({}), AT + 1)).toBe("tour");
  expect(becauseAt(alarm({}), AT + 60 * MINUTE_MS - 1)).toBe("tour");
  expect(becauseAt(alarm({}), AT + 60 * MINUTE_MS)).toBe("alarm");
});

test("an alarm that cleared on the shelf calls nobody, one that is graver than the shelf calls at once", () => {
  expect(takingOfAlarm(alarm({ clearedAt: AT + MINUTE_MS }))).toBeNull();
  expect(becauseAt(alarm({ grade: 2 }), AT + 1)).toBe("alarm");
});

test("grade I is never put aside", () => {
  expect(([1, 2, 3, 4] as const).map(mayShelve)).toEqual([false, true, true, true]);
});
