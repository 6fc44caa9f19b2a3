import fc from "fast-check";
import { expect, test } from "vitest";
import { pauseTour, resumeTour } from "#data/wall/change-program.ts";
import type { Scene } from "#data/wall/scene.ts";
import { INCIDENT_SCENE, LEAST_TAKEOVER_MS, sceneAt, type TakingAlarm } from "#data/wall/scene-at.ts";
import type { Program, ScreenState } from "#data/wall/screen-state.ts";

const START = Date.parse("2026-11-26T08:00:00Z");
const S = 1_000;

const scene = (id: string, dwellS: number): Scene => ({
  id,
  title: { zh: id, en: id },
  extent: null,
  layers: [],
  filters: {},
  heat: null,
  overlays: [],
  panels: [],
  dwellS,
});

const SCENES = [scene("overview", 30), scene("traffic", 20), scene("houses", 10)];

const tour = (scenes: string[], pausedAt: string | null = null): Extract<Program, { kind: "tour" }> => ({
  kind: "tour",
  scenes,
  startedAt: new Date(START).toISOString(),
  pausedAt,
});

const told = (program: Program, change: Partial<ScreenState> = {}): ScreenState => ({
  program,
  extent: null,
  period: null,
  layers: { on: [], off: [] },
  frozen: null,
  interruptedBy: 2,
  pointed: null,
  ...change,
});

const ALL = told(tour(["overview", "traffic", "houses"]));

const alarm = (change: Partial<TakingAlarm> = {}): TakingAlarm => ({
  id: "a",
  grade: 1,
  raisedAt: START + 5 * S,
  acknowledgedAt: null,
  clearedAt: null,
  ...change,
});

test("a scene ends in the very millisecond in which the next begins", () => {
  expect(sceneAt(ALL, SCENES, [], START + 30 * S - 1)).toMatchObject({ scene: "overview", until: START + 30 * S });
  expect(sceneAt(ALL, SCENES, [], START + 30 * S)).toMatchObject({ scene: "traffic", until: START + 50 * S });
  expect(sceneAt(ALL, SCENES, [], START + 60 * S)).toMatchObject({ scene: "overview", until: START + 90 * S });
});

test("before a tour has started its first scene stands, also on a clock that is behind", () => {
  expect(sceneAt(ALL, SCENES, [], START - 5 * S)).toMatchObject({ scene: "overview", until: START + 30 * S });
});

test("at any instant the scene is the one that stepping through the tour second by second comes to", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 400 }),
      (dwells, seconds) => {
        const scenes = dwells.map((dwellS, index) => scene(`s${index}`, dwellS));
        let [at, left] = [0, dwells[0]!];
        for (let second = 0; second < seconds; second++)
          if (--left === 0) {
            at = (at + 1) % dwells.length;
            left = dwells[at]!;
          }
        const standing = sceneAt(told(tour(scenes.map(({ id }) => id))), scenes, [], START + seconds * S);
        expect(standing.scene).toBe(`s${at}`);
        expect(standing.until).toBe(dwells.length === 1 ? null : START + (seconds + left) * S);
      },
    ),
  );
});

test("a tour passes over scenes that are gone; one of none that exists still names its first", () => {
  const state = told(tour(["overview", "gone", "houses"]));
  expect(sceneAt(state, SCENES, [], START + 35 * S).scene).toBe("houses");
  expect(sceneAt(told(tour(["gone"])), SCENES, [], START)).toMatchObject({ scene: "gone", until: null });
});

test("a paused tour stays, and goes on with the seconds that were left", () => {
  const paused = pauseTour(tour(["overview", "traffic", "houses"]), START + 40 * S);
  expect(sceneAt(told(paused), SCENES, [], START + 400 * S)).toMatchObject({ scene: "traffic", because: "pause" });
  const resumed = resumeTour(paused, START + 400 * S);
  expect(sceneAt(told(resumed), SCENES, [], START + 400 * S)).toMatchObject({
    scene: "traffic",
    until: START + 410 * S,
  });
  expect(pauseTour(paused, START + 500 * S)).toBe(paused);
});

test("an alarm takes over from the grade on that the screen lets in, and hands back when it is acknowledged", () => {
  const at = (grade: 1 | 2 | 3 | 4) => sceneAt(ALL, SCENES, [alarm({ grade })], START + 10 * S);
  expect(at(1)).toEqual({ scene: INCIDENT_SCENE, because: "alarm", alarm: "a", until: null });
  expect(at(2).because).toBe("alarm");
  expect(at(3).because).toBe("tour");
  const acknowledged = alarm({ acknowledgedAt: START + 40 * S });
  expect(sceneAt(ALL, SCENES, [acknowledged], START + 40 * S - 1).because).toBe("alarm");
  expect(sceneAt(ALL, SCENES, [acknowledged], START + 40 * S)).toMatchObject({ scene: "traffic", because: "tour" });
});

test("an alarm that clears at once is still shown long enough to be seen", () => {
  const brief = alarm({ clearedAt: START + 6 * S });
  const shownUntil = brief.raisedAt + LEAST_TAKEOVER_MS;
  expect(sceneAt(ALL, SCENES, [brief], shownUntil - 1)).toMatchObject({ because: "alarm", until: shownUntil });
  expect(sceneAt(ALL, SCENES, [brief], shownUntil).because).toBe("tour");
});

test("of several alarms the gravest stands, of equal ones the newest", () => {
  const alarms = [
    alarm({ id: "old", grade: 2 }),
    alarm({ id: "new", grade: 2, raisedAt: START + 6 * S }),
    alarm({ id: "grave", grade: 1, raisedAt: START + 5 * S, acknowledgedAt: START + 20 * S }),
  ];
  expect(sceneAt(ALL, SCENES, alarms, START + 10 * S).alarm).toBe("grave");
  expect(sceneAt(ALL, SCENES, alarms, START + 20 * S).alarm).toBe("new");
});

test("a frozen screen stays, whatever alarm is raised, and one that lets none in goes on", () => {
  const frozen = told(ALL.program, { frozen: { at: new Date(START).toISOString(), scene: "houses" } });
  expect(sceneAt(frozen, SCENES, [alarm()], START + 10 * S)).toMatchObject({ scene: "houses", because: "freeze" });
  expect(sceneAt(told(ALL.program, { interruptedBy: null }), SCENES, [alarm()], START + 10 * S).because).toBe("tour");
});
