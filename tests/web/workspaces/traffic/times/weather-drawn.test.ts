import { expect, test } from "vitest";
import type { AdverseKind, WeatherSegmentFinding } from "#data/analyses/crash-times-results.ts";
import { drawnSegments, openSegment } from "../../../../../web/workspaces/traffic/times/weather-drawn.ts";
import { segment, spot } from "../found-sites.ts";

const found = (kind: AdverseKind, fromM: number, toM: number): WeatherSegmentFinding => ({
  id: `${kind} ${fromM}`,
  kind,
  place: spot("", segment(fromM, toM)).place,
  inKind: 10,
  known: 20,
  unknown: 0,
  share: 0.5,
  elsewhereInKind: 10,
  elsewhereKnown: 100,
  elsewhereShare: 0.1,
  ratio: 5,
  casualty: 4,
  fatal: 0,
  accidentIds: [],
  pValue: 0.001,
  qValue: 0.01,
});
const [fog, both, alone] = [found("fog", 0, 2_000), found("adverse", 500, 2_500), found("adverse", 2_000, 4_000)];

test("a stretch of any adverse weather is not drawn over one of a kind, and ranks stay those of the list", () => {
  expect(drawnSegments([both, fog, alone]).map(({ rank }) => rank)).toEqual([2, 3]);
});

test("of several kinds at one place the one that was open opens again", () => {
  expect(openSegment([fog, both], fog, "adverse")).toBe(both);
  expect(openSegment([fog, both], fog, "fog")).toBe(fog);
  expect(openSegment([fog, both], fog, "rain")).toBe(fog);
  expect(openSegment([fog, both], null, "fog")).toBeNull();
});
