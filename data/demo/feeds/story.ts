import type { AccidentMessage } from "../../wall/feeds/accident-messages.ts";
import type { RosterMessage } from "../../wall/feeds/roster-messages.ts";
import type { Reading, SensorAnnouncement } from "../../wall/feeds/sensor-messages.ts";
import type { WeatherMessage } from "../../wall/feeds/weather-messages.ts";
import { createRandom } from "../random.ts";
import { valueAt } from "./course.ts";
import { type SensorModel, sensorsAt } from "./hazard-sensors.ts";

/** What a simulation tells. `leak`: gas escapes and is stopped; `storm`: warnings rise and end; `crash`: one accident. */
export const SCENARIOS = ["leak", "storm", "crash", "calm"] as const;
export type Scenario = (typeof SCENARIOS)[number];

/** A hazard source as the simulation needs it. */
export interface SimulatedSite {
  readonly code: string;
  readonly name: string;
  readonly kind: string | null;
  /** Their names, the most important first. */
  readonly substances: readonly string[];
}

export interface Story {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly sites: readonly SimulatedSite[];
  /** `[longitude, latitude]`. */
  readonly center: readonly [number, number];
  /** Milliseconds since 1970 of the story's start. Ids of its messages are made of it, so that no two stories share any. */
  readonly startedAt: number;
  /** Seconds of the story in one second of the clock. */
  readonly speed: number;
}

interface Fitted {
  readonly sensor: string;
  readonly site: SimulatedSite;
  readonly model: SensorModel;
}

/** A sensor's longest silence, seconds of the clock. */
const INTERVAL_S = 15;
/** How long a limit has to be reached, or left, before it counts: seconds of the clock. */
export const holdSOf = ({ speed }: Pick<Story, "speed">): number => Math.floor(2 / speed);

const fittedTo = ({ sites }: Story): Fitted[] =>
  sites.flatMap((site) =>
    sensorsAt(site.kind, site.substances).map((model) => ({ sensor: `${site.code}-${model.id}`, site, model })),
  );

/** The site where the leak is: the first that has something to leak. */
const leakingSensor = (story: Story): string | null =>
  story.scenario === "leak" ? (fittedTo(story).find(({ model }) => model.leak !== undefined)?.sensor ?? null) : null;

const run = ({ startedAt }: Story) => startedAt.toString(36);
const instant = (ms: number) => new Date(ms).toISOString();
const clockAt = (story: Story, atS: number) => story.startedAt + (atS / story.speed) * 1_000;

/** Tells of every sensor, before any reads. */
export const announcementsOf = (story: Story): SensorAnnouncement[] =>
  fittedTo(story).map(({ sensor, site, model }) => ({
    type: "sensor",
    id: `${run(story)}-${sensor}`,
    observedAt: instant(story.startedAt),
    sensor,
    title: {
      zh: `${site.name} ${model.title.zh}`.slice(0, 60),
      en: `${model.title.en} at ${site.code}`.slice(0, 60),
    },
    place: { layer: "hazard-sources", code: site.code },
    unit: model.unit,
    intervalS: INTERVAL_S,
    rule: { ...model.rule, thresholds: [...model.rule.thresholds], holdS: holdSOf(story) },
  }));

/** What every sensor says at a moment. @param atS - seconds of the story. */
export function readingsAt(story: Story, atS: number): Reading[] {
  const leaking = leakingSensor(story);
  return fittedTo(story).map(({ sensor, model }) => ({
    type: "reading",
    id: `${run(story)}-${sensor}-${Math.round(atS * 1_000)}`,
    observedAt: instant(clockAt(story, atS)),
    sensor,
    value: valueAt(model, sensor, story.seed, atS, sensor === leaking),
    unit: model.unit,
    quality: "good",
  }));
}

/** What the weather service says between two moments, `fromS` included, `toS` not. */
export function weatherBetween(story: Story, fromS: number, toS: number): WeatherMessage[] {
  if (story.scenario !== "storm") return [];
  const id = (part: string) => `${run(story)}-${part}`;
  const warning = (part: string, atS: number, level: "yellow" | "orange", zh: string): WeatherMessage => ({
    type: "warning",
    id: id(part),
    observedAt: instant(clockAt(story, atS)),
    kind: "gale",
    level,
    area: { name: "全区", districts: [] },
    headline: zh,
    issuedAt: instant(clockAt(story, atS)),
    validFrom: instant(clockAt(story, atS)),
    validTo: instant(clockAt(story, atS) + 6 * 3_600_000),
    ...(part === "orange" && { updates: id("yellow") }),
  });
  const told: readonly (readonly [number, () => WeatherMessage])[] = [
    [3, () => warning("yellow", 3, "yellow", "大风黄色预警：未来12小时内阵风可达8级")],
    [20, () => warning("orange", 20, "orange", "大风橙色预警：未来6小时内阵风可达10级")],
    [50, () => ({ type: "cancel", id: id("end"), observedAt: instant(clockAt(story, 50)), cancels: id("orange") })],
  ];
  return told.filter(([atS]) => atS >= fromS && atS < toS).map(([, tell]) => tell());
}

/** The accident of the story, once. @param localNow - wall time of the zone, `YYYY-MM-DDTHH:mm`. */
export function accidentsBetween(story: Story, fromS: number, toS: number, localNow: string): AccidentMessage[] {
  const atS = 3;
  if (story.scenario !== "crash" || atS < fromS || atS >= toS) return [];
  const random = createRandom(story.seed, `crash ${run(story)}`);
  const [lon, lat] = story.center;
  return [
    {
      type: "accident",
      id: `${run(story)}-crash`,
      observedAt: instant(clockAt(story, atS)),
      happenedAt: localNow,
      // Within some two kilometres of the zone's middle.
      position: [lon + random.between(-0.02, 0.02), lat + random.between(-0.015, 0.015)],
      severity: "injury",
      deaths: 0,
      injuries: random.integer(1, 4),
      form: "rear-end",
    },
  ];
}

const WATCHES = [
  { unit: "开发区应急指挥中心", role: "值班长", name: "甲某某" },
  { unit: "消防救援大队", role: "值班员", name: "乙某某" },
  { unit: "交警大队", role: "值班员", name: "丙某某" },
  { unit: "区医院急救站", role: "值班医生", name: "丁某某" },
] as const;

/** Who is on duty, from an hour before the story until eleven hours after its start. */
export const rosterOf = (story: Story): RosterMessage[] =>
  WATCHES.map((watch, i) => ({
    type: "shift",
    id: `${run(story)}-duty-${i}`,
    observedAt: instant(story.startedAt),
    ...watch,
    from: instant(story.startedAt - 3_600_000),
    to: instant(story.startedAt + 11 * 3_600_000),
  }));

/** Takes a story's roster back. */
export const rosterEndOf = (story: Story, now: number): RosterMessage[] =>
  WATCHES.map((_, i) => ({
    type: "cancel",
    id: `${run(story)}-duty-end-${i}`,
    observedAt: instant(now),
    cancels: `${run(story)}-duty-${i}`,
  }));
