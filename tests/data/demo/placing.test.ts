import { describe, expect, test } from "vitest";
import { accidentPlacement } from "#data/analyses/accident-placement.ts";
import { roadNetwork } from "#data/analyses/road-network.ts";
import { routeNetworkOf } from "#data/traffic/network/build-network.ts";
import { placeAccidents } from "#data/traffic/placing/place-accidents.ts";
import { DEFAULT_TOLERANCE_M, PLACED } from "#data/traffic/placing/placed.ts";
import { inputsOf, openedSnapshot, runOn } from "../../support/bench-data.ts";
import { misplacedAccidents, numberOf, zone } from "./zone.ts";

const roads = openedSnapshot("roads", zone.layers.roads!);
const accidents = openedSnapshot("accidents", zone.layers.accidents!);
const network = routeNetworkOf(roads);

describe("the accidents of the zone", () => {
  test("lie on the road that their record names, at its stake, but for the planted flaws", () => {
    const { state, route, stakeM } = placeAccidents(accidents, network, DEFAULT_TOLERANCE_M);
    for (const [row, draft] of zone.layers.accidents!.entries()) {
      const isFlaw = misplacedAccidents.has(draft.code);
      expect(state[row] === PLACED, draft.code).toBe(!isFlaw);
      const { roadCode, roadName } = draft.attributes;
      if (isFlaw || !(roadCode ?? roadName)) continue;
      const { code, name } = network.routes[route[row]!]!;
      expect(roadCode ?? roadName, draft.code).toBe(roadCode ? code : name);
      const statedM = numberOf(draft, "kilometre") * 1000 + numberOf(draft, "metre");
      expect(Math.abs(stakeM[row]! - statedM), draft.code).toBeLessThan(10);
    }
  });

  test("that are flawed are listed for the reason that was planted", () => {
    const { findings, summary } = runOn(accidentPlacement, { today: zone.today }, inputsOf(roads, accidents));
    expect(new Set(findings.map(({ code }) => code))).toEqual(misplacedAccidents);
    const codesOf = (...reasons: string[]) =>
      findings.flatMap(({ code, reason }) => (reason && reasons.includes(reason) ? [code] : [])).sort();
    const { flaws } = zone;
    expect(codesOf("stated-road-far", "no-road-near")).toEqual([...flaws.accidentsOffRoad].sort());
    expect(codesOf("stake-beyond-end")).toEqual([...flaws.accidentsBeyondEnd].sort());
    expect(codesOf("stated-road-unknown")).toEqual([...flaws.accidentsOnUnknownRoad].sort());
    expect(codesOf("two-roads-fit")).toEqual([...flaws.accidentsBetweenRoads].sort());
    const { tally, quality } = summary;
    expect(tally.placed + tally.doubtful + tally.unplaced).toBe(tally.all);
    expect(tally.all).toBe(zone.layers.accidents!.length);
    expect([...quality.undated.codes].sort()).toEqual([...flaws.accidentsWithoutTime].sort());
    expect([...quality.future!.codes].sort()).toEqual([...flaws.accidentsInFuture].sort());
    expect([...quality.contradictory.codes].sort()).toEqual([...flaws.accidentsContradictory].sort());
  });
});

test("the flaws of the zone's roads are told, and no others", () => {
  const { findings, summary } = runOn(roadNetwork, {}, inputsOf(roads, accidents));
  const codesOf = (kind: string) =>
    findings.flatMap((finding) => (finding.kind === kind ? finding.sections.map(({ code }) => code) : [])).sort();
  expect(codesOf("digitised-backwards")).toEqual([...zone.flaws.roadsBackwards].sort());
  expect(codesOf("no-stakes")).toEqual([...zone.flaws.roadsWithoutStake].sort());
  expect(codesOf("gap")).toEqual(expect.arrayContaining([...zone.flaws.roadsBeforeGap]));
  expect(summary.issues).toMatchObject({
    gap: zone.flaws.roadsBeforeGap.length,
    overlap: 0,
    "duplicate-code": 0,
    "stakes-disagree": 0,
    branch: 0,
  });
  // The ring road.
  expect(summary.issues.loop).toBe(1);
});
