import { describe, expect, test } from "vitest";
import { accidentPlacement } from "#data/analyses/accident-placement.ts";
import type { AccidentPlacement, AccidentPlacementSummary } from "#data/analyses/accident-placement-results.ts";
import { PLACING_WORDS } from "../../../../web/messages/traffic-placing.ts";
import { ACCIDENT_LISTS, type AccidentList } from "../../../../web/state/view.ts";
import { doubtText } from "../../../../web/workspaces/traffic/placing/doubt-text.ts";
import {
  listCounts,
  nextAfter,
  type QueueRow,
  roadText,
  rowsOfList,
  settledRows,
  statedOf,
} from "../../../../web/workspaces/traffic/placing/queue-rows.ts";
import { runAnalysis } from "../../../data/analyses/run-analysis.ts";
import { zone } from "../../../data/demo/zone.ts";
import { makeSnapshot } from "../../../support/make-snapshot.ts";

const { flaws, layers, today } = zone;
/** Two that somebody settled, one of them planted as doubtful. */
const CONFIRMED = layers.accidents!.findIndex(({ code }) => code === flaws.accidentsBeyondEnd[0]);
const OFF_ROAD = layers.accidents!.findIndex(({ code }) => code === flaws.accidentsOffRoad[0]);
const settled = layers.accidents!.map((draft, row) => {
  if (row === CONFIRMED)
    return {
      ...draft,
      attributes: { ...draft.attributes, roadCode: "G111", kilometre: 800, metre: 0, placing: "confirmed" },
    };
  return row === OFF_ROAD ? { ...draft, attributes: { ...draft.attributes, placing: "off-road" } } : draft;
});

const roads = makeSnapshot("roads", layers.roads!);

function queueOf(drafts: typeof settled) {
  const accidents = makeSnapshot("accidents", drafts);
  const answer = runAnalysis(accidentPlacement, { today }, [roads, accidents]) as {
    findings: readonly AccidentPlacement[];
    summary: AccidentPlacementSummary;
  };
  const codesOf = (list: AccidentList | null, selection: Uint8Array | null = null) =>
    rowsOfList(list, answer, accidents, selection).map(({ code }) => code);
  return { accidents, answer, codesOf, counts: listCounts(answer.summary, settledRows(accidents, null).length) };
}

const planted = [
  ...flaws.accidentsOffRoad,
  ...flaws.accidentsBeyondEnd,
  ...flaws.accidentsOnUnknownRoad,
  ...flaws.accidentsBetweenRoads,
];

describe("the queue of the demonstration zone", () => {
  const asPlanted = queueOf(layers.accidents as typeof settled);
  const afterTwo = queueOf(settled);

  test("is exactly what was planted, 23 doubtful and 2 unplaced, and adds up to all", () => {
    const { tally } = asPlanted.answer.summary;
    expect(tally).toEqual({ all: 6_000, placed: 5_975, doubtful: 23, unplaced: 2 });
    expect(asPlanted.codesOf(null).sort()).toEqual([...planted].sort());
    expect(asPlanted.counts.toSettle).toBe(25);
  });

  test("its reasons share it out", () => {
    expect(asPlanted.codesOf("stake-beyond-end").sort()).toEqual([...flaws.accidentsBeyondEnd].sort());
    expect(asPlanted.codesOf("stated-road-unknown").sort()).toEqual([...flaws.accidentsOnUnknownRoad].sort());
    expect(asPlanted.codesOf("two-roads-fit").sort()).toEqual([...flaws.accidentsBetweenRoads].sort());
    expect([...asPlanted.codesOf("no-road-near"), ...asPlanted.codesOf("stated-road-far")].sort()).toEqual(
      [...flaws.accidentsOffRoad].sort(),
    );
  });

  test("troubles of records are what was planted", () => {
    expect(asPlanted.codesOf("future").sort()).toEqual([...flaws.accidentsInFuture].sort());
    expect(asPlanted.codesOf("contradictory").sort()).toEqual([...flaws.accidentsContradictory].sort());
    expect(asPlanted.codesOf("undated").sort()).toEqual([...flaws.accidentsWithoutTime].sort());
    const fatal = asPlanted.codesOf("fatalWithoutDeaths");
    expect(fatal).toHaveLength(5);
    expect(flaws.accidentsContradictory).toEqual(expect.arrayContaining(fatal));
  });

  test("every list has as many as its count says", () => {
    for (const { codesOf, counts } of [asPlanted, afterTwo]) {
      expect(codesOf(null)).toHaveLength(counts.toSettle);
      for (const list of ACCIDENT_LISTS) expect(codesOf(list)).toHaveLength(counts[list]);
    }
  });

  test("what is settled leaves it, also where it is on no road, and is listed as settled", () => {
    const two = [settled[CONFIRMED]!.code, settled[OFF_ROAD]!.code];
    expect(afterTwo.counts.toSettle).toBe(23);
    expect(afterTwo.codesOf("settled").sort()).toEqual([...two].sort());
    expect(afterTwo.codesOf(null)).not.toEqual(expect.arrayContaining(two));
    expect(statedOf(afterTwo.accidents, CONFIRMED)).toMatchObject({ stake: "K800+000" });
    const onlyOne = new Uint8Array(settled.length);
    onlyOne[OFF_ROAD] = 1;
    expect(afterTwo.codesOf("settled", onlyOne)).toEqual([settled[OFF_ROAD]!.code]);
  });

  test("each has a sentence that names its roads, in both languages", () => {
    for (const words of Object.values(PLACING_WORDS))
      for (const finding of asPlanted.answer.findings) {
        const sentence = doubtText(finding, 50, words);
        expect(sentence).not.toMatch(/null|undefined/);
        if (finding.stated.roadCode && finding.reason === "stated-road-unknown")
          expect(sentence).toContain(finding.stated.roadCode);
        if (finding.reason === "two-roads-fit")
          for (const { label } of finding.candidates.slice(0, 2)) expect(sentence).toContain(label);
      }
  });
});

describe("going through the queue", () => {
  const rows = ["a", "b", "c"].map((id) => ({ id })) as unknown as readonly QueueRow[];

  test("goes on with the next, at the end with the one before, and ends after the last", () => {
    expect(nextAfter(rows, "a")).toBe("b");
    expect(nextAfter(rows, "c")).toBe("b");
    expect(nextAfter(rows.slice(0, 1), "a")).toBeNull();
    expect(nextAfter(rows, "elsewhere")).toBe("a");
  });

  test("a road is called by number and name, once each", () => {
    expect([
      roadText("G9990", "北原高速"),
      roadText("X904", "X904"),
      roadText(null, "环城路"),
      roadText(null, null),
    ]).toEqual(["G9990 北原高速", "X904", "环城路", null]);
  });
});
