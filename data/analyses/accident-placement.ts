import { z } from "zod";
import { DAY_MS, formatLocalMinute, parseLocalTime } from "../snapshot/local-time.ts";
import type { Selection } from "../snapshot/snapshot.ts";
import { formatStake } from "../snapshot/stake.ts";
import { CRASH_PARAMETERS } from "../traffic/crash-parameters.ts";
import { type Crashes, crashesOf, SEVERITIES } from "../traffic/crashes.ts";
import { routeNetworkOf } from "../traffic/network/build-network.ts";
import type { RouteNetwork } from "../traffic/network/route.ts";
import { routeName } from "../traffic/network/route-label.ts";
import type { PlaceCandidate } from "../traffic/placing/find-candidates.ts";
import { type AccidentJudge, accidentJudge } from "../traffic/placing/judge-accident.ts";
import { placeAccidents } from "../traffic/placing/place-accidents.ts";
import { DEFAULT_TOLERANCE_M, PLACING_REASONS, type PlacingReason } from "../traffic/placing/placed.ts";
import type {
  AccidentPlacement,
  AccidentPlacementSummary,
  PlacementCandidate,
  PlacementState,
  QualityTrouble,
} from "./accident-placement-results.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";
import { codeIn } from "./row-values.ts";
import { rowIdentity, rowPosition, selectByText } from "./rows.ts";

/** In the order of `PLACED`, `DOUBTFUL` and `UNPLACED`. */
const STATES = ["placed", "doubtful", "unplaced"] as const satisfies readonly PlacementState[];

/** A person chooses among so many. */
const MOST_CANDIDATES = 5;

/** Which accidents lie on which road, which are in doubt and why, and what is wrong with their records. */
export const accidentPlacement = defineAnalysis({
  name: "accident-placement",
  title: { zh: "事故定位核对", en: "Placing of accidents" },
  description: {
    zh: "按记录的路号路名、桩号和距离把事故落到道路上，列出存疑和未能落位的事故及候选位置；已落位、存疑、未落位之和等于全部事故。同时统计无时间、伤亡矛盾和时间在未来的记录。",
    en: "Puts accidents on roads by stated number or name, stake and distance, and lists the doubtful and unplaced ones with their candidates; placed, doubtful and unplaced add up to all. Counts records without a time, with contradictory casualties, and in the future.",
  },
  parameters: z.strictObject({
    filter: CRASH_PARAMETERS.filter,
    toleranceM: CRASH_PARAMETERS.toleranceM,
    today: CRASH_PARAMETERS.today,
    states: z.array(z.enum(STATES)).min(1).default(["doubtful", "unplaced"]).describe("Which accidents are listed"),
    limit: limitSchema(1_000),
  }),
  layers: () => ["accidents", "roads"],
  run({ filter, toleranceM = DEFAULT_TOLERANCE_M, today, states, limit }, inputs) {
    const accidents = inputs.snapshot("accidents");
    const network = routeNetworkOf(inputs.snapshot("roads"));
    const placed = placeAccidents(accidents, network, toleranceM);
    const selection = selectByText(filter, accidents, inputs.layer("accidents"), "filter");
    const crashes = crashesOf(accidents);
    const tally = { all: 0, placed: 0, doubtful: 0, unplaced: 0 };
    const reasons = Object.fromEntries(PLACING_REASONS.map((reason) => [reason, 0])) as Record<PlacingReason, number>;
    const found: number[] = [];
    for (let row = 0; row < accidents.count; row++) {
      if (selection && selection[row] !== 1) continue;
      const state = STATES[placed.state[row]!]!;
      tally.all++;
      tally[state]++;
      if (placed.reason[row]! > 0) reasons[PLACING_REASONS[placed.reason[row]! - 1]!]++;
      if (states.includes(state)) found.push(row);
    }
    found.sort((a, b) => byWeight(crashes, a, b));
    const judge = accidentJudge(accidents, network, toleranceM);
    const findings = found.slice(0, limit).map((row) => toFinding(crashes, network, judge, row));
    const summary: AccidentPlacementSummary = {
      toleranceM,
      tally,
      reasons,
      quality: qualityOf(crashes, selection, today, limit),
      found: found.length,
      listed: findings.length,
    };
    return { findings, summary };
  },
});

/** The worst first, of these the newest: it is these that a decision hangs on. */
function byWeight({ severity, timeMs }: Crashes, a: number, b: number): number {
  const time = (row: number) => (Number.isNaN(timeMs[row]!) ? Number.NEGATIVE_INFINITY : timeMs[row]!);
  return severity[a]! - severity[b]! || (time(a) === time(b) ? a - b : time(b) - time(a));
}

function toFinding(crashes: Crashes, network: RouteNetwork, { judge }: AccidentJudge, row: number): AccidentPlacement {
  const { snapshot, severity, timeMs } = crashes;
  const { state, reason, stated, candidates } = judge(row);
  const { roadCode, roadName, stakeM } = stated;
  return {
    ...rowIdentity(snapshot, row),
    position: rowPosition(snapshot, row),
    severity: SEVERITIES[severity[row]!] ?? null,
    happenedAt: Number.isNaN(timeMs[row]!) ? null : formatLocalMinute(timeMs[row]!),
    state: STATES[state]!,
    reason,
    stated: { roadCode, roadName, stakeM },
    candidates: candidates.slice(0, MOST_CANDIDATES).map((candidate) => toCandidate(network, candidate)),
  };
}

function toCandidate(network: RouteNetwork, candidate: PlaceCandidate): PlacementCandidate {
  const { route, stakeM, offsetM, score, isStatedRoad, stakeApartM, xy } = candidate;
  return {
    route: network.routes[route]!.id,
    label: `${routeName(network, route)} ${formatStake(stakeM)}`,
    stakeM,
    offsetM,
    score,
    isStatedRoad,
    stakeApartM,
    position: network.roads.plane.toLonLat(...xy),
  };
}

function qualityOf(
  { snapshot, timeMs, deaths, contradictory }: Crashes,
  selection: Selection,
  today: string | undefined,
  limit: number,
): AccidentPlacementSummary["quality"] {
  const which = (isIn: (row: number) => boolean): QualityTrouble => {
    const codes: string[] = [];
    let count = 0;
    for (let row = 0; row < snapshot.count; row++) {
      if ((selection && selection[row] !== 1) || !isIn(row)) continue;
      if (count++ < limit) codes.push(snapshot.codes.get(row) ?? "");
    }
    return { count, codes };
  };
  const isFatal = (row: number) => codeIn(snapshot, row, "severity") === "fatal";
  const endMs = today === undefined ? null : endOfDay(today);
  return {
    undated: which((row) => Number.isNaN(timeMs[row]!)),
    contradictory: which((row) => contradictory[row] === 1),
    fatalWithoutDeaths: which((row) => deaths[row] === 0 && isFatal(row)),
    future: endMs === null ? null : which((row) => timeMs[row]! >= endMs),
  };
}

function endOfDay(today: string): number {
  const time = parseLocalTime(today);
  if (Number.isNaN(time)) throw new AnalysisRefusal("today", `${today} is no day`, "YYYY-MM-DD");
  return time + DAY_MS;
}
