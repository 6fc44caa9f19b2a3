import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { gradeOf } from "#data/wall/alarms/watch.ts";
import { canonicalText } from "#data/wall/feeds/canonical-text.ts";
import { judgeArrival } from "#data/wall/feeds/judge-arrival.ts";
import type { Reading, SensorAnnouncement } from "#data/wall/feeds/sensor-messages.ts";
import { announceSensor, readSensor, type SensorState } from "#data/wall/feeds/sensor-state.ts";
import { FUTURE_LIMIT_MS, NEWS_LIMIT_MS, timingOf } from "#data/wall/feeds/timing.ts";

const NOW = Date.parse("2026-05-01T08:30:00Z");
const instant = (ms: number) => new Date(ms).toISOString();

const announcement: SensorAnnouncement = {
  type: "sensor",
  id: "s1",
  observedAt: instant(NOW - 3_600_000),
  sensor: "G-1",
  title: { zh: "罐区可燃气体" },
  place: { position: [122.26, 43.62] },
  unit: "%LEL",
  intervalS: 60,
  rule: { thresholds: [{ grade: 2, side: "high", at: 25 }], hysteresis: 5, holdS: 0 },
};
const reading = (value: number, at: number, more: Partial<Reading> = {}): Reading => ({
  type: "reading",
  id: "r",
  observedAt: instant(at),
  sensor: "G-1",
  value,
  unit: "%LEL",
  quality: "good",
  ...more,
});
function announced(): SensorState {
  const step = announceSensor(null, announcement);
  if (step.outcome !== "accepted") throw new Error(step.outcome);
  return step.state;
}
const take = (state: SensorState, message: Reading): SensorState => {
  const step = readSensor(state, message, NOW);
  return step.outcome === "accepted" ? step.state : state;
};

describe("an id", () => {
  const arrival = { digest: "a", observedAt: NOW };
  test("that was used for the same is a repeat, however old or far ahead", () => {
    for (const observedAt of [NOW, NOW - 10 * NEWS_LIMIT_MS, NOW + 10 * FUTURE_LIMIT_MS])
      expect(judgeArrival("sensors", { known: "a", digest: "a", observedAt }, NOW)).toEqual({ outcome: "repeat" });
  });
  test("that was used for something else is quarantined", () => {
    expect(judgeArrival("weather", { ...arrival, known: "b" }, NOW)).toMatchObject({
      refusal: { reason: "id-reused" },
    });
  });
  test("that is new lets the content decide", () => {
    expect(judgeArrival("weather", { ...arrival, known: undefined }, NOW)).toBeNull();
  });
});

describe("a clock", () => {
  test("at exactly either limit is the present", () => {
    expect(timingOf(NOW + FUTURE_LIMIT_MS, NOW)).toBe("present");
    expect(timingOf(NOW - NEWS_LIMIT_MS, NOW)).toBe("present");
    expect(timingOf(NOW + FUTURE_LIMIT_MS + 1, NOW)).toBe("future");
    expect(timingOf(NOW - NEWS_LIMIT_MS - 1, NOW)).toBe("old");
  });
  test("ahead is quarantined, and behind for all but readings", () => {
    const ahead = { known: undefined, digest: "a", observedAt: NOW + FUTURE_LIMIT_MS + 1 };
    const behind = { known: undefined, digest: "a", observedAt: NOW - NEWS_LIMIT_MS - 1 };
    for (const kind of ["sensors", "weather", "accidents", "roster"] as const)
      expect(judgeArrival(kind, ahead, NOW)).toMatchObject({ refusal: { reason: "future", field: "observedAt" } });
    for (const kind of ["weather", "accidents", "roster"] as const)
      expect(judgeArrival(kind, behind, NOW)).toMatchObject({ refusal: { reason: "too-old" } });
    expect(judgeArrival("sensors", behind, NOW)).toBeNull();
  });
});

describe("a reading", () => {
  test("of a sensor nobody announced, in another unit, or of no possible value is quarantined", () => {
    expect(readSensor(null, reading(1, NOW), NOW)).toMatchObject({ refusal: { reason: "unknown-sensor" } });
    expect(readSensor(announced(), reading(1, NOW, { unit: "ppm" }), NOW)).toMatchObject({
      refusal: { reason: "unit-mismatch" },
    });
    for (const value of [-0.1, 100.1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(readSensor(announced(), reading(value, NOW), NOW)).toMatchObject({
        refusal: { reason: "impossible-value" },
      });
  });
  test("that is not newer than the newest changes nothing", () => {
    const state = take(announced(), reading(10, NOW - 1_000));
    expect(readSensor(state, reading(90, NOW - 2_000), NOW)).toEqual({ outcome: "late" });
    expect(readSensor(state, reading(90, NOW - 1_000), NOW)).toEqual({ outcome: "late" });
  });
  test("of the day before yesterday raises nothing, even as the first", () => {
    expect(readSensor(announced(), reading(90, NOW - 2 * NEWS_LIMIT_MS), NOW)).toEqual({ outcome: "late" });
  });
  test("that the sensor itself calls bad shows, and neither raises nor clears", () => {
    const bad = take(announced(), reading(90, NOW - 3_000, { quality: "bad" }));
    expect(bad.newest).toMatchObject({ value: 90, quality: "bad" });
    expect(gradeOf(bad.watch)).toBeNull();
    const raised = take(bad, reading(90, NOW - 2_000));
    expect(gradeOf(take(raised, reading(0, NOW - 1_000, { quality: "bad" })).watch)).toBe(2);
  });
  test("at its limits is possible", () => {
    expect(take(announced(), reading(0, NOW - 1)).newest?.value).toBe(0);
    expect(take(announced(), reading(100, NOW - 1)).newest?.value).toBe(100);
  });
});

describe("an announcement", () => {
  test("with a rule that cannot be is quarantined and names the field", () => {
    const rule = { ...announcement.rule, thresholds: [{ grade: 1 as const, side: "high" as const, at: -1 }] };
    expect(announceSensor(null, { ...announcement, rule })).toMatchObject({
      refusal: { reason: "alarm-rule", field: "rule.thresholds[0].at" },
    });
  });
  test("that is not newer than the one that holds is late", () => {
    expect(announceSensor(announced(), announcement)).toEqual({ outcome: "late" });
  });
  test("with a higher limit clears what the present value no longer reaches", () => {
    const raised = take(announced(), reading(30, NOW - 60_000));
    const rule = { ...announcement.rule, thresholds: [{ grade: 2 as const, side: "high" as const, at: 80 }] };
    const step = announceSensor(raised, { ...announcement, rule, observedAt: instant(NOW) });
    expect(step.outcome === "accepted" && gradeOf(step.state.watch)).toBeNull();
  });
  test("in another unit begins anew", () => {
    const raised = take(announced(), reading(30, NOW - 60_000));
    const step = announceSensor(raised, { ...announcement, unit: "ppm", observedAt: instant(NOW) });
    expect(step).toMatchObject({ outcome: "accepted", state: { newest: null } });
  });
});

test("in whatever order readings come, the sensor shows the newest of them", () => {
  const readings = fc.uniqueArray(fc.record({ value: fc.integer({ min: 0, max: 100 }), ageS: fc.nat(80_000) }), {
    selector: ({ ageS }) => ageS,
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(readings, (all) => {
      const state = all.reduce((at, { value, ageS }) => take(at, reading(value, NOW - ageS * 1_000)), announced());
      const newest = all.reduce((a, b) => (b.ageS < a.ageS ? b : a));
      expect(state.newest).toMatchObject({ value: newest.value, observedAt: NOW - newest.ageS * 1_000 });
    }),
  );
});

test("late readings never change the watch, whatever they say", () => {
  const ages = fc.uniqueArray(fc.nat(80_000), { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(ages, fc.infiniteStream(fc.integer({ min: 0, max: 100 })), (order, values) => {
      const all = order.map((ageS) => ({ ageS, value: values.next().value as number }));
      let newest = Number.POSITIVE_INFINITY;
      const inOrder = all.filter(({ ageS }) => {
        if (ageS >= newest) return false;
        newest = ageS;
        return true;
      });
      const fold = (list: typeof all) =>
        list.reduce((at, { value, ageS }) => take(at, reading(value, NOW - ageS * 1_000)), announced());
      expect(fold(all)).toEqual(fold(inOrder));
    }),
  );
});

test("the order of members makes no other message, another value does", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalText(turned)).toBe(canonicalText(value));
      expect(JSON.parse(canonicalText(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(canonicalText({ a: 1, b: [1, 2] })).not.toBe(canonicalText({ a: 1, b: [2, 1] }));
});
