import { z } from "zod";
import { CRASH_PARAMETERS } from "../traffic/crash-parameters.ts";
import { routeNetworkOf } from "../traffic/network/build-network.ts";
import { type CrashSelection, selectCrashes } from "../traffic/select-crashes.ts";
import { placeOfStretch } from "../traffic/site-place.ts";
import { ADVERSE_KINDS, adverseStates, IN_KIND, KIND_UNKNOWN } from "../traffic/times/adverse-kinds.ts";
import {
  FEWEST_IN_KIND,
  FEWEST_IN_WINDOW,
  findWeatherSegments,
  type WeatherSegment,
} from "../traffic/times/find-weather-segments.ts";
import { crashesAlong, type StretchCrashes } from "../traffic/times/route-crashes.ts";
import { countTimes } from "../traffic/times/time-counts.ts";
import type { WeatherSegmentFinding, WeatherSegmentsSummary } from "./crash-times-results.ts";
import { AnalysisRefusal, defineAnalysis } from "./define.ts";
import { limitSchema } from "./parameters.ts";

const Parameters = z.strictObject({
  ...CRASH_PARAMETERS,
  periodYears: z.number().min(0.25).max(20).default(3).describe("Length of the period when `from` is not given"),
  windowM: z.number().min(500).max(10_000).default(2_000).describe("Length of the windows in metres, 500 to 10000"),
  stepM: z.number().min(100).max(10_000).default(500).describe("Between windows, metres, 100 to the window's length"),
  kinds: z.array(z.enum(ADVERSE_KINDS)).min(1).optional().describe("All when left out"),
  level: z.number().min(0.001).max(0.2).default(0.05).describe("Share of chance among what is reported, 0.001 to 0.2"),
  limit: limitSchema(200),
});

/**
 * Stretches of road where bad weather has more of the crashes than elsewhere, surest first. Shares of crashes are compared: without
 * traffic by weather there are no rates, so a stretch that lies in fog more often than others is found like one that is worse in it.
 *
 * @see {@link findWeatherSegments}
 */
export const weatherSegments = defineAnalysis<typeof Parameters, WeatherSegmentFinding, WeatherSegmentsSummary>({
  name: "weather-segments",
  title: { zh: "恶劣天气高影响路段", en: "Adverse-weather segments" },
  description: {
    zh: "冰雪、雾、雨、大风等恶劣天气事故占比显著高于路网其余部分的路段：滑动窗口、精确检验并控制误报；比较的是事故占比而非事故率。",
    en: "Stretches where snow and ice, fog, rain or wind have a larger share of the crashes than on the rest of the network: exact test, false alarms controlled; shares are compared, not rates.",
  },
  parameters: Parameters,
  layers: () => ["accidents", "roads"],
  run(parameters, inputs) {
    const { windowM, stepM, level, limit } = parameters;
    if (stepM > windowM) throw new AnalysisRefusal("stepM", "longer than the window", `100 to ${windowM}`);
    const selection = selectCrashes(parameters, inputs);
    const { crashes, placed, rows } = selection;
    const network = routeNetworkOf(inputs.snapshot("roads"));
    const kinds = ADVERSE_KINDS.filter((kind) => parameters.kinds?.includes(kind) ?? true);
    const byKind = adverseStates(crashes.snapshot);
    const states = kinds.map((kind) => byKind.get(kind)!);
    const along = placed ? crashesAlong(network, placed, rows) : [];
    const { segments, placesTested, placesTooFew } = findWeatherSegments(along, states, { windowM, stepM, level });
    const totals = states.map((state) => countStates(state, rows));
    const findings = segments.slice(0, limit).map((segment): WeatherSegmentFinding => {
      const { route } = along[segment.along]!;
      const kind = kinds[segment.kind]!;
      const [fromM, toM] = segment.stretch;
      return {
        id: `${kind} ${network.routes[route]!.id} ${Math.round(fromM)}-${Math.round(toM)}`,
        kind,
        place: placeOfStretch(network, route, fromM, toM),
        ...measuresOf(segment, along[segment.along]!, states[segment.kind]!, totals[segment.kind]!, selection),
        pValue: segment.pValue,
        qValue: segment.qValue,
      };
    });
    return {
      findings,
      summary: {
        from: selection.from,
        to: selection.to,
        years: selection.years,
        tally: selection.tally,
        windowM,
        stepM,
        level,
        measure: "share-of-crashes",
        kinds: kinds.map((kind, i) => ({
          kind,
          ...totals[i]!,
          answer:
            totals[i]!.inKind < FEWEST_IN_KIND
              ? "too-few"
              : segments.some((segment) => segment.kind === i)
                ? "segments"
                : "none",
        })),
        fewest: FEWEST_IN_WINDOW,
        fewestInKind: FEWEST_IN_KIND,
        placesTested,
        placesTooFew,
        found: segments.length,
        listed: findings.length,
      },
    };
  },
});

interface StateCounts {
  readonly inKind: number;
  readonly known: number;
  readonly unknown: number;
}

function countStates(state: Uint8Array, rows: Uint32Array): StateCounts {
  let [inKind, unknown] = [0, 0];
  for (const row of rows) {
    if (state[row] === IN_KIND) inKind++;
    if (state[row] === KIND_UNKNOWN) unknown++;
  }
  return { inKind, known: rows.length - unknown, unknown };
}

function measuresOf(
  { stretch: [fromM, toM] }: WeatherSegment,
  { rows, stakesM }: StretchCrashes,
  state: Uint8Array,
  total: StateCounts,
  { crashes }: CrashSelection,
) {
  const inside = rows.filter((_, i) => stakesM[i]! >= fromM && stakesM[i]! <= toM);
  const own = countStates(state, inside);
  const listed = inside.filter((row) => state[row] === IN_KIND);
  listed.sort((a, b) => crashes.timeMs[a]! - crashes.timeMs[b]! || a - b);
  const [elsewhereInKind, elsewhereKnown] = [total.inKind - own.inKind, total.known - own.known];
  const [share, elsewhereShare] = [own.inKind / own.known, elsewhereKnown > 0 ? elsewhereInKind / elsewhereKnown : 0];
  const { casualty, fatal } = countTimes(crashes, inside);
  return {
    ...own,
    share,
    elsewhereInKind,
    elsewhereKnown,
    elsewhereShare,
    ratio: elsewhereInKind === 0 ? null : share / elsewhereShare,
    casualty,
    fatal,
    accidentIds: Array.from(listed, (row) => crashes.snapshot.ids.get(row) ?? ""),
  };
}
