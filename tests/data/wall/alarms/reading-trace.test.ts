import fc from "fast-check";
import { expect, test } from "vitest";
import { traceReadings } from "#data/wall/alarms/reading-trace.ts";

const NOW = Date.parse("2026-11-26T08:00:00Z");
const ago = (seconds: number): string => new Date(NOW - seconds * 1_000).toISOString();

test("the right edge is now, so that a sensor that has said nothing for half of the time leaves half of it empty", () => {
  const trace = traceReadings(
    [
      { observedAt: ago(60), value: 5 },
      { observedAt: ago(120), value: 10 },
    ],
    [],
    NOW,
  )!;
  expect(trace.points.map(([x]) => x)).toEqual([0, 0.5]);
  expect(trace.points[0]![1]).toBeLessThan(trace.points[1]![1]);
});

test("a lone reading, and readings that are all the same, lie in the middle", () => {
  expect(traceReadings([{ observedAt: ago(30), value: 7 }], [], NOW)).toEqual({ points: [[0, 0.5]], limits: [] });
  expect(traceReadings([], [20], NOW)).toBeNull();
  expect(traceReadings([{ observedAt: ago(-5), value: 7 }], [], NOW)).toBeNull();
});

test("whatever was read lies in the frame, oldest first, and above a limit exactly when it is above it", () => {
  const reading = fc.record({ seconds: fc.integer({ min: 0, max: 9_000 }), value: fc.integer({ min: -50, max: 200 }) });
  fc.assert(
    fc.property(
      fc.array(reading, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: -50, max: 200 }),
      (read, limit) => {
        const readings = read.map(({ seconds, value }) => ({ observedAt: ago(seconds), value }));
        const { points, limits } = traceReadings(readings, [limit], NOW)!;
        const inOrder = readings.toSorted((a, b) => Date.parse(a.observedAt) - Date.parse(b.observedAt));
        for (const [n, [x, y]] of points.entries()) {
          for (const each of [x, y]) expect(each >= 0 && each <= 1).toBe(true);
          expect(x).toBeGreaterThanOrEqual(points[Math.max(0, n - 1)]![0]);
          expect(y < limits[0]!).toBe(inOrder[n]!.value > limit);
        }
      },
    ),
  );
});
