import type { Chain } from "./chain-lines.ts";
import type { LaidLines } from "./lay-axes.ts";
import type { LineHit, LineIndex } from "./line-index.ts";
import { type NetworkLines, placeAlong } from "./network-lines.ts";

/** The carriageways of a road with stakes may lie so far apart: metres. Their stakes must agree too. */
const STAKED_APART_M = 150;
/** Without stakes only nearness speaks for it. */
const BARE_APART_M = 60;
/** How far the stakes of two carriageways beside each other differ: curves, and stakes that were rounded. */
const STAKES_APART_M = 100;
const STAKES_APART_SHARE = 0.05;

/** Of the places looked at along the chain, so many must have the other carriageway beside them. */
const STAKED_SHARE = 0.6;
const BARE_SHARE = 0.8;
/** A chain beside another is about as long as the stretch that it is beside. */
const LENGTH_RATIO = 1.6;

const FEWEST_SAMPLES = 5;
const MOST_SAMPLES = 40;
const SAMPLE_M = 100;

/** An axis that runs beside a chain, with the stakes of the chain's joints on it: descending where the chain runs against it. */
export interface Beside {
  readonly axis: number;
  readonly stakesM: readonly number[];
}

/**
 * Finds the axis of which a chain is another carriageway.
 *
 * @param firstAxis - axes before it belong to other roads.
 */
export function findBeside(
  chain: Chain,
  firstAxis: number,
  lines: NetworkLines,
  laid: LaidLines,
  index: LineIndex,
): Beside | null {
  const samples = sampleChain(chain, lines);
  const apartM = chain.isGiven ? STAKED_APART_M : BARE_APART_M;
  const byAxis = new Map<number, Map<number, LineHit>>();
  for (const [i, { x, y }] of samples.entries())
    for (const hit of index.near(x, y, apartM)) {
      const axis = laid.axis[hit.line]!;
      if (axis < firstAxis || laid.carriageway[hit.line] !== 0) continue;
      const hits = byAxis.get(axis) ?? new Map<number, LineHit>();
      byAxis.set(axis, hits);
      if (hit.offsetM < (hits.get(i)?.offsetM ?? Number.POSITIVE_INFINITY)) hits.set(i, hit);
    }
  for (const [axis, hits] of [...byAxis].sort((a, b) => b[1].size - a[1].size || a[0] - b[0])) {
    const stakesM = chain.isGiven
      ? besideStaked(chain, samples, hits, laid, lines)
      : besideBare(chain, samples, hits, laid, lines);
    if (stakesM) return { axis, stakesM };
  }
  return null;
}

interface Sample {
  readonly x: number;
  readonly y: number;
  /** Metres from where the chain begins. */
  readonly alongM: number;
  readonly stakeM: number;
}

/** Places along the chain, both ends among them. */
function sampleChain({ lines: members, isReversed, stakesM, lengthM }: Chain, lines: NetworkLines): Sample[] {
  const count = Math.max(FEWEST_SAMPLES, Math.min(MOST_SAMPLES, Math.ceil(lengthM / SAMPLE_M)));
  const samples: Sample[] = [];
  let [i, before] = [0, 0];
  for (let n = 0; n < count; n++) {
    const alongM = (lengthM * n) / (count - 1);
    while (i + 1 < members.length && alongM > before + lines.lengthM[members[i]!]!)
      before += lines.lengthM[members[i++]!]!;
    const ofLineM = lines.lengthM[members[i]!]!;
    const inLineM = Math.min(ofLineM, alongM - before);
    const [x, y] = placeAlong(lines, members[i]!, isReversed[i] ? ofLineM - inLineM : inLineM);
    samples.push({ x, y, alongM, stakeM: stakesM[i]! + ((stakesM[i + 1]! - stakesM[i]!) * inLineM) / ofLineM });
  }
  return samples;
}

/** The stake of a place on a line that has been laid. */
export function laidStake(
  { line, alongM }: Pick<LineHit, "line" | "alongM">,
  laid: LaidLines,
  lines: NetworkLines,
): number {
  const share = alongM / lines.lengthM[line]!;
  const spanM = laid.highM[line]! - laid.lowM[line]!;
  return laid.isReversed[line] === 1 ? laid.highM[line]! - share * spanM : laid.lowM[line]! + share * spanM;
}

/** Both have stakes: these must agree where the chain lies beside the axis, as they are or turned round. */
function besideStaked(
  chain: Chain,
  samples: readonly Sample[],
  hits: ReadonlyMap<number, LineHit>,
  laid: LaidLines,
  lines: NetworkLines,
): readonly number[] | null {
  const [from, to] = [chain.stakesM[0]!, chain.stakesM[chain.stakesM.length - 1]!];
  const mostM = Math.min(STAKES_APART_M, Math.max(20, STAKES_APART_SHARE * (to - from)));
  const [axisFrom, axisTo] = reachOf(hits, laid);
  const agrees = (turn: (stakeM: number) => number): boolean => {
    let [agreeing, compared] = [0, 0];
    for (const [i, sample] of samples.entries()) {
      const stakeM = turn(sample.stakeM);
      // Where the chain reaches beyond the axis there is nothing to compare with.
      if (stakeM < axisFrom || stakeM > axisTo) continue;
      const hit = hits.get(i);
      compared++;
      if (hit && Math.abs(laidStake(hit, laid, lines) - stakeM) <= mostM) agreeing++;
    }
    return agreeing >= STAKED_SHARE * Math.max(compared, 2);
  };
  if (agrees((stakeM) => stakeM)) return chain.stakesM;
  const turned = (stakeM: number) => from + to - stakeM;
  return agrees(turned) ? chain.stakesM.map(turned) : null;
}

function reachOf(hits: ReadonlyMap<number, LineHit>, laid: LaidLines): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { line } of hits.values()) {
    low = Math.min(low, laid.lowM[line]!);
    high = Math.max(high, laid.highM[line]!);
  }
  return [low, high];
}

/** The chain has no stakes: it takes those of the axis beside it, between the places where it begins and ends. */
function besideBare(
  chain: Chain,
  samples: readonly Sample[],
  hits: ReadonlyMap<number, LineHit>,
  laid: LaidLines,
  lines: NetworkLines,
): readonly number[] | null {
  const seen = samples.flatMap(({ alongM }, i) => {
    const hit = hits.get(i);
    return hit ? [{ alongM, stakeM: laidStake(hit, laid, lines) }] : [];
  });
  if (seen.length < BARE_SHARE * samples.length || chain.isClosed) return null;
  const [first, last] = [seen[0]!, seen[seen.length - 1]!];
  const spanM = last.stakeM - first.stakeM;
  const lengthM = last.alongM - first.alongM;
  if (!(Math.abs(spanM) >= lengthM / LENGTH_RATIO && Math.abs(spanM) <= lengthM * LENGTH_RATIO)) return null;
  const perM = spanM / lengthM;
  const startM = first.stakeM - perM * first.alongM;
  const stakesM = [startM];
  for (const line of chain.lines) stakesM.push(stakesM.at(-1)! + perM * lines.lengthM[line]!);
  return stakesM;
}
