import { expect, test } from "vitest";
import { reportLog } from "../../../server/wall/report-log.ts";
import type { ScreenReport } from "../../../server/wall/wall.ts";

const WELL: ScreenReport = {
  revision: 3,
  scene: "overview",
  version: "index-a.js",
  widthPx: 3840,
  heightPx: 2160,
  medianFrameMs: 16.7,
  worstFrameMs: 41.2,
  heapMb: 62,
  contextLosses: 0,
  errors: 0,
};

function start() {
  const lines: unknown[] = [];
  let at = 0;
  const log = reportLog({ info: (line: unknown) => void lines.push(line) }, () => at);
  return { lines, log, pass: (ms: number) => (at += ms) };
}

test("a screen that reports every ten seconds fills one line a minute with its frame times", () => {
  const { lines, log, pass } = start();
  for (let report = 0; report < 12; report++, pass(10_000)) log.note("a", WELL);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ screen: "a", medianFrameMs: 16.7, worstFrameMs: 41.2, heapMb: 62 });
});

test("each screen has lines of its own", () => {
  const { lines, log } = start();
  log.note("a", WELL);
  log.note("b", WELL);
  expect(lines).toHaveLength(2);
});

test("trouble is written down at once, and once", () => {
  const { lines, log } = start();
  log.note("a", WELL);
  log.note("a", { ...WELL, contextLosses: 1 });
  log.note("a", { ...WELL, contextLosses: 1 });
  expect(lines).toHaveLength(2);
});

test("a page that was opened anew counts its troubles from nothing", () => {
  const { lines, log, pass } = start();
  log.note("a", { ...WELL, errors: 5 });
  pass(60_000);
  log.note("a", WELL);
  log.note("a", { ...WELL, errors: 1 });
  expect(lines).toHaveLength(3);
});
