import { expect, test } from "vitest";
import { type LastState, type Measures, makeReport } from "./report.ts";

const WELL: LastState = {
  screen: "east",
  scene: "overview",
  toldScene: "overview",
  revision: 7,
  toldRevision: 7,
  layersBehind: [],
  isSamePage: true,
};

const heldAt = (switches: number, heapMb: number, codeMb: number | null = null) => ({
  switches,
  heapMb,
  codeMb,
  nodes: 400,
  listeners: 300,
  browserMb: null,
});

function reportOf(over: Partial<Measures>, given: { switches?: number; errors?: string[]; states?: LastState[] } = {}) {
  const { switches = 2_000, errors = [], states = [WELL] } = given;
  const none = {
    switchMs: [],
    updateMs: [],
    contextMs: [],
    networkMs: [],
    serverMs: [],
    frames: [],
    pictures: [],
    lost: [],
  };
  return makeReport({
    startedAt: new Date(0),
    tookMs: 1,
    asked: {},
    done: { switches, updates: 0, losses: 0, drops: 0, restarts: 0 },
    measures: { held: [heldAt(2, 12), heldAt(200, 20), heldAt(2_000, 20.9)], ...none, ...over },
    errors,
    states,
  });
}

test("growth is reckoned from the first 200 switches, when everything has been seen once", () => {
  expect(reportOf({})).toMatchObject({ heap: { growthPercent: 4.5, isJudged: true }, broken: [] });
});

test("compiled code is told from what else has grown, and forgives nothing", () => {
  const { heap, broken } = reportOf({ held: [heldAt(200, 20, 6), heldAt(2_000, 22, 7.86)] });
  expect(heap).toMatchObject({ growthPercent: 10, dataGrowthPercent: 1 });
  expect(broken).toEqual(["the heap grew by 10 %, not under 5 %"]);
  expect(reportOf({}).heap.dataGrowthPercent).toBeNull();
});

test("growth of five percent breaks the limit", () => {
  const { broken } = reportOf({ held: [heldAt(200, 20), heldAt(2_000, 21)] });
  expect(broken).toEqual(["the heap grew by 5 %, not under 5 %"]);
});

test("a short run says its growth and does not judge it", () => {
  const report = reportOf({ held: [heldAt(2, 12), heldAt(20, 18)] }, { switches: 20 });
  expect(report).toMatchObject({ heap: { growthPercent: 50, isJudged: false }, broken: [] });
});

test("one loss of two seconds breaks the limit, however fast the others were", () => {
  expect(reportOf({ contextMs: [300, 1_999] }).broken).toEqual([]);
  expect(reportOf({ contextMs: [300, 2_000] }).broken).toEqual(["a lost context took 2000 ms, not under 2000 ms"]);
});

test("what a screen never showed, an error and another picture each break a limit", () => {
  expect(reportOf({ lost: ["scene houses"], pictures: [0, 0.02] }, { errors: ["TypeError"] }).broken).toEqual([
    "1 of 2 pictures differ after a lost context",
    "1 uncaught errors",
    "1 events were lost",
  ]);
});

test.each([
  [{ scene: "houses" }, /^west shows houses, not /],
  [{ revision: 6 }, /^west says that it follows word 6, not /],
  [{ revision: null }, /^west says that it follows word null, not /],
  [{ layersBehind: ["houses"] }, /^west is behind in houses$/],
])("a screen that ends with %j is told with what the server says", (over, line) => {
  expect(reportOf({}, { states: [WELL, { ...WELL, screen: "west", ...over }] }).broken).toEqual([
    expect.stringMatching(line),
  ]);
});
