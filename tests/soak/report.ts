import { ACTIONS, type Counts } from "./plan.ts";
import type { Held } from "./soaked-screen.ts";

/** What a screen and the server say at the end. */
export interface LastState {
  readonly screen: string;
  readonly scene: string | null;
  readonly toldScene: string;
  /** Of what the screen was told, as it last reported, and as the server has it. */
  readonly revision: number | null;
  readonly toldRevision: number;
  /** Layers of which the page has another revision than the server. */
  readonly layersBehind: readonly string[];
  readonly isSamePage: boolean;
}

/** What was measured. All times in milliseconds, in the order in which they were taken. */
export interface Measures {
  /** Switches done when it was taken, and the most that any screen held. */
  readonly held: (Held & { readonly switches: number; readonly browserMb: number | null })[];
  readonly switchMs: number[];
  readonly updateMs: number[];
  readonly contextMs: number[];
  /** From the line that stands again, and from the server that answers again, to screens that show what it says. */
  readonly networkMs: number[];
  readonly serverMs: number[];
  /** Of each report of a screen. */
  readonly frames: { readonly medianMs: number; readonly worstMs: number }[];
  /** Share of pixels that differ between the picture before a loss and after it. */
  readonly pictures: number[];
  /** What a screen never came to show. */
  readonly lost: string[];
}

export interface SoakReport {
  readonly startedAt: string;
  readonly tookS: number;
  readonly asked: unknown;
  readonly done: Counts;
  readonly heap: {
    /** After the first 200 switches, or after a tenth of a shorter run. */
    readonly first: Held | null;
    readonly last: Held | null;
    readonly growthPercent: number | null;
    /** Of the heap without compiled code, which is no leak; `null` where nobody looked. */
    readonly dataGrowthPercent: number | null;
    /** Whether there were switches enough to say that it grows. */
    readonly isJudged: boolean;
  };
  readonly frames: {
    readonly reports: number;
    readonly medianMs: number | null;
    readonly p95WorstMs: number | null;
    readonly worstMs: number | null;
  };
  readonly times: Readonly<Record<"switch" | "update" | "context" | "network" | "server", Times | null>>;
  readonly pictures: { readonly compared: number; readonly worstDifferencePercent: number | null };
  readonly errors: readonly string[];
  readonly lost: readonly string[];
  readonly states: readonly LastState[];
  readonly samples: Measures["held"];
  /** Each limit that does not hold; empty: all do. */
  readonly broken: readonly string[];
}

interface Times {
  readonly count: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly worstMs: number;
}

const FIRST_SWITCHES = 200;

/** Whether a run of so many switches says anything of growth: until the first 200 the browser still compiles. */
export const isJudged = (switches: number): boolean => switches >= 2 * FIRST_SWITCHES;

export const LIMITS = { growthPercent: 5, contextMs: 2_000, pictureShare: 0.001 } as const;

export function makeReport(given: {
  readonly startedAt: Date;
  readonly tookMs: number;
  readonly asked: unknown;
  readonly done: Counts;
  readonly measures: Measures;
  readonly errors: readonly string[];
  readonly states: readonly LastState[];
}): SoakReport {
  const { measures, done, errors, states } = given;
  const heap = heapOf(measures.held, done.switches);
  const { frames } = measures;
  const report = {
    startedAt: given.startedAt.toISOString(),
    tookS: Math.round(given.tookMs / 1_000),
    asked: given.asked,
    done,
    heap,
    frames: {
      reports: frames.length,
      medianMs: percentile(
        frames.map(({ medianMs }) => medianMs),
        0.5,
      ),
      p95WorstMs: percentile(
        frames.map(({ worstMs }) => worstMs),
        0.95,
      ),
      worstMs: percentile(
        frames.map(({ worstMs }) => worstMs),
        1,
      ),
    },
    times: {
      switch: timesOf(measures.switchMs),
      update: timesOf(measures.updateMs),
      context: timesOf(measures.contextMs),
      network: timesOf(measures.networkMs),
      server: timesOf(measures.serverMs),
    },
    pictures: {
      compared: measures.pictures.length,
      worstDifferencePercent: measures.pictures.length === 0 ? null : tenths(Math.max(...measures.pictures) * 100),
    },
    errors: [...new Set(errors)],
    lost: measures.lost,
    states,
    samples: measures.held,
  };
  return { ...report, broken: brokenLimits(report, measures) };
}

function heapOf(held: Measures["held"], switches: number): SoakReport["heap"] {
  const least = isJudged(switches) ? FIRST_SWITCHES : Math.ceil(switches / 10);
  const first = held.find((each) => each.switches >= least) ?? null;
  const last = held.at(-1) ?? null;
  const growthOf = (size: (held: Held) => number | null): number | null => {
    const [before, after] = first && last && first !== last ? [size(first), size(last)] : [null, null];
    return before === null || after === null ? null : tenths((after / before - 1) * 100);
  };
  return {
    first,
    last,
    growthPercent: growthOf(({ heapMb }) => heapMb),
    dataGrowthPercent: growthOf(({ heapMb, codeMb }) => (codeMb === null ? null : heapMb - codeMb)),
    isJudged: isJudged(switches),
  };
}

function brokenLimits(report: Omit<SoakReport, "broken">, { pictures }: Measures): string[] {
  const { heap, times, errors, lost, states } = report;
  const differing = pictures.filter((share) => share > LIMITS.pictureShare).length;
  return [
    heap.isJudged && (heap.growthPercent ?? 0) >= LIMITS.growthPercent
      ? `the heap grew by ${heap.growthPercent} %, not under ${LIMITS.growthPercent} %`
      : null,
    times.context && times.context.worstMs >= LIMITS.contextMs
      ? `a lost context took ${times.context.worstMs} ms, not under ${LIMITS.contextMs} ms`
      : null,
    differing > 0 ? `${differing} of ${pictures.length} pictures differ after a lost context` : null,
    errors.length > 0 ? `${errors.length} uncaught errors` : null,
    lost.length > 0 ? `${lost.length} events were lost` : null,
    ...states.flatMap(({ screen, ...state }) => differencesOf(state).map((difference) => `${screen} ${difference}`)),
    ...states.filter(({ isSamePage }) => !isSamePage).map(({ screen }) => `${screen} has opened its page anew`),
  ].filter((line) => line !== null);
}

/** In what a screen is not as the server says at the end. */
function differencesOf({
  scene,
  toldScene,
  revision,
  toldRevision,
  layersBehind,
}: Omit<LastState, "screen">): string[] {
  return [
    scene === toldScene ? null : `shows ${scene}, not ${toldScene}`,
    revision === toldRevision ? null : `says that it follows word ${revision}, not ${toldRevision}`,
    layersBehind.length === 0 ? null : `is behind in ${layersBehind.join(", ")}`,
  ].filter((line) => line !== null);
}

/** What a person reads. */
export function toText(report: SoakReport): string {
  const { done, heap, frames, times, pictures } = report;
  const rows = [
    ["done", ACTIONS.map((action) => `${done[action]} ${action}`).join(", ")],
    ["took", `${Math.round(report.tookS / 6) / 10} min`],
    ["heap", `${heldText(heap.first)} → ${heldText(heap.last)}`],
    [
      "growth",
      heap.growthPercent === null
        ? "–"
        : `${heap.growthPercent} %${heap.isJudged ? "" : " (too few switches to judge)"}`,
    ],
    ["without compiled code", heap.dataGrowthPercent === null ? "–" : `${heap.dataGrowthPercent} %`],
    [
      "frames",
      `median ${frames.medianMs ?? "–"} ms, worst of a report 95 % ${frames.p95WorstMs ?? "–"} ms, worst ${frames.worstMs ?? "–"} ms`,
    ],
    ["switch", timesText(times.switch)],
    ["update", timesText(times.update)],
    ["lost context", timesText(times.context)],
    ["network back", timesText(times.network)],
    ["server back", timesText(times.server)],
    [
      "pictures after a loss",
      `${pictures.compared} compared, at most ${pictures.worstDifferencePercent ?? "–"} % different`,
    ],
    ["uncaught errors", `${report.errors.length}`],
    ["lost events", `${report.lost.length}`],
    ["limits", report.broken.length === 0 ? "all hold" : report.broken.join("; ")],
  ] as const;
  const width = Math.max(...rows.map(([what]) => what.length));
  return rows.map(([what, text]) => `${what.padEnd(width)}  ${text}`).join("\n");
}

const heldText = (held: Held | null): string =>
  held ? `${tenths(held.heapMb)} MB, ${held.nodes} nodes, ${held.listeners} listeners` : "–";

const timesText = (times: Times | null): string =>
  times ? `median ${times.medianMs} ms, 95 % ${times.p95Ms} ms, worst ${times.worstMs} ms (${times.count})` : "–";

function timesOf(values: readonly number[]): Times | null {
  if (values.length === 0) return null;
  const at = (share: number) => Math.round(percentile(values, share)!);
  return { count: values.length, medianMs: at(0.5), p95Ms: at(0.95), worstMs: at(1) };
}

/** The smallest value that this share of all does not exceed; `null`: there are none. */
export function percentile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)]!;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
