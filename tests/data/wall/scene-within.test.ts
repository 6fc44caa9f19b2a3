import fc from "fast-check";
import { expect, test } from "vitest";
import { newScreenState } from "#data/wall/command.ts";
import { INCIDENT_SCENE, sceneAt, type TakingAlarm } from "#data/wall/scene-at.ts";
import { sceneWithin } from "#data/wall/scene-within.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";

const START = Date.parse("2026-11-26T08:00:00Z");
const IDS = PRESET_SCENES.map(({ id }) => id);
const tour = newScreenState(PRESET_SCENES, START);
const lone = (scene: string): ScreenState => ({ ...tour, program: { kind: "scene", scene } });
const alarm: TakingAlarm = { id: "a", grade: 1, raisedAt: START, acknowledgedAt: null, clearedAt: null };
const within = (
  state: ScreenState,
  allowed: readonly string[] | null,
  alarms: readonly TakingAlarm[] = [],
  at = START,
) => sceneWithin(state, PRESET_SCENES, alarms, at, allowed);

test("a scene that it may show stands as on any other screen", () => {
  expect(within(lone("houses"), ["houses"])).toMatchObject({ scene: "houses", withheld: null });
  expect(within(lone("houses"), null)).toMatchObject({ scene: "houses", withheld: null });
});

test("one that it may not gives way to the first that it may, and is named", () => {
  const allowed = ["houses", "hazards"].toSorted((a, b) => IDS.indexOf(b) - IDS.indexOf(a));
  const [first] = IDS.filter((id) => allowed.includes(id));
  expect(within(lone("overview"), allowed)).toMatchObject({ scene: first, because: "scene", withheld: "overview" });
  const frozen = {
    ...tour,
    frozen: { at: tour.program.kind === "tour" ? tour.program.startedAt : "", scene: "overview" },
  };
  expect(within(frozen, ["houses"])).toMatchObject({ scene: "houses", because: "freeze", withheld: "overview" });
});

test("an alarm takes over only where the incident is named; elsewhere the screen goes on and says so", () => {
  expect(within(lone("houses"), ["houses", INCIDENT_SCENE], [alarm])).toMatchObject({
    scene: INCIDENT_SCENE,
    because: "alarm",
    alarm: "a",
    withheld: null,
  });
  expect(within(lone("houses"), ["houses"], [alarm])).toEqual({
    scene: "houses",
    because: "scene",
    alarm: null,
    until: null,
    withheld: INCIDENT_SCENE,
  });
});

test("a takeover that is withheld is looked at again when it ends, or the tour goes on, whichever is first", () => {
  const clearing = { ...alarm, clearedAt: START };
  const behind = sceneAt(tour, PRESET_SCENES, [], START);
  const takeover = sceneAt(tour, PRESET_SCENES, [clearing], START);
  const { until } = within(
    tour,
    IDS.filter((id) => id !== INCIDENT_SCENE),
    [clearing],
  );
  expect(until).toBe(Math.min(behind.until!, takeover.until!));
});

test("where none of its scenes exists any more, the first that it may show is named, and no other stands", () => {
  expect(within(lone("overview"), ["gone", "lost"])).toMatchObject({ scene: "gone", withheld: "overview" });
  expect(within(lone("gone"), ["gone"])).toMatchObject({ scene: "gone", withheld: null });
});

test("whatever is told, nothing stands that it may not show, and it changes with the screens that may", () => {
  fc.assert(
    fc.property(
      fc.subarray(IDS, { minLength: 1 }),
      fc.oneof(fc.constant(tour), fc.constantFrom(...IDS, "gone").map(lone)),
      fc.constantFrom<readonly TakingAlarm[]>([], [alarm], [{ ...alarm, clearedAt: START + 5_000 }]),
      fc.integer({ min: 0, max: 3_600_000 }),
      (allowed, state, alarms, passed) => {
        const now = START + passed;
        const bound = within(state, allowed, alarms, now);
        const free = sceneAt(state, PRESET_SCENES, alarms, now);
        expect(allowed).toContain(bound.scene);
        expect(bound.withheld).toBe(allowed.includes(free.scene) ? null : free.scene);
        if (free.until !== null) expect(bound.until).toBeLessThanOrEqual(free.until);
      },
    ),
  );
});
