import { expect, test } from "vitest";
import { newScreenState } from "#data/wall/command.ts";
import {
  gradeOfAccident,
  type IncidentTimes,
  stateOfIncident,
  takingOfIncident,
} from "#data/wall/incidents/incident.ts";
import { INCIDENT_SCENE, sceneAt } from "#data/wall/scene-at.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";

const START = Date.parse("2026-11-26T08:00:00Z");
const MINUTE = 60_000;
const after = (minutes: number): string => new Date(START + minutes * MINUTE).toISOString();

const warning = (change: Partial<IncidentTimes> = {}): IncidentTimes => ({
  id: "w",
  grade: 1,
  raisedAt: after(0),
  endsAt: after(60),
  endedAt: null,
  acknowledgedAt: null,
  ...change,
});

const STATE = newScreenState(PRESET_SCENES, START);
const standingAt = (incident: IncidentTimes, minutes: number) =>
  sceneAt(STATE, PRESET_SCENES, [takingOfIncident(incident)], START + minutes * MINUTE);

test.each([
  [{ deaths: 0, injuries: 9 }, null],
  [{ deaths: 0, injuries: 10 }, 2],
  [{ deaths: 1, injuries: 0 }, 2],
  [{ deaths: 2, injuries: 40 }, 2],
  [{ deaths: 3, injuries: 0 }, 1],
  [{ deaths: 0, injuries: 0, dangerousGoods: true }, 2],
  [{ deaths: 0, injuries: 0, dangerousGoods: false }, null],
])("an accident with %j calls attention by grade %j", (accident, grade) => {
  expect(gradeOfAccident(accident)).toBe(grade);
});

test("a red warning takes a screen over until it is over, and says when that will be", () => {
  expect(standingAt(warning(), 1)).toEqual({
    scene: INCIDENT_SCENE,
    because: "alarm",
    alarm: "w",
    until: Date.parse(after(60)),
  });
  expect(standingAt(warning(), 60).because).toBe("tour");
});

test("it hands back once it is acknowledged or taken back", () => {
  expect(standingAt(warning({ acknowledgedAt: after(5) }), 4).because).toBe("alarm");
  expect(standingAt(warning({ acknowledgedAt: after(5) }), 5).because).toBe("tour");
  expect(standingAt(warning({ endedAt: after(7) }), 7).because).toBe("tour");
});

test("a yellow one takes no screen over that lets only grades I and II in", () => {
  expect(standingAt(warning({ grade: 3 }), 1).because).toBe("tour");
});

test("is raised, in hand, or ended, in that order", () => {
  expect(stateOfIncident(warning(), START)).toBe("raised");
  expect(stateOfIncident(warning({ acknowledgedAt: after(5) }), START + 6 * MINUTE)).toBe("acknowledged");
  expect(stateOfIncident(warning({ acknowledgedAt: after(5) }), START + 60 * MINUTE)).toBe("ended");
  expect(stateOfIncident(warning({ endedAt: after(2) }), START + 2 * MINUTE)).toBe("ended");
});
