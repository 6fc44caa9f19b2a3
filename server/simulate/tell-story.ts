import { setTimeout as pause } from "node:timers/promises";
import { STORY_S } from "#data/demo/feeds/course.ts";
import {
  accidentsBetween,
  announcementsOf,
  holdSOf,
  readingsAt,
  rosterEndOf,
  rosterOf,
  type SimulatedSite,
  type Story,
  weatherBetween,
} from "#data/demo/feeds/story.ts";
import type { FeedKind } from "#data/wall/feeds/message.ts";
import type { ReceivedBody } from "../feeds/message-result.ts";
import { type MapClient, openSources, SimulationProblem } from "./map-client.ts";

/** Seconds of the clock between two bodies of readings. */
const EVERY_S = 1;
/** Sites that have sensors: as many as a wall can show. */
const MOST_SITES = 12;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,25}$/;

export interface TellOptions extends Pick<Story, "scenario" | "seed" | "speed"> {
  /** How long, seconds of the clock; longer than the story, it is told again and again. */
  readonly seconds: number;
  readonly signal: AbortSignal;
}

/** What was sent, by what became of it. */
export type Told = Omit<ReceivedBody, "results">;

/** Time as the story sees it; it may run beside the real one, not ahead of the server's. */
export interface StoryClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early when the signal is given. */
  pause(ms: number, signal?: AbortSignal): Promise<void>;
}

const REAL: StoryClock = {
  now: Date.now,
  pause: (ms, signal) => pause(ms, undefined, { signal }).catch(() => undefined),
};

/** Tells a story to the server, in real time or faster. However it ends, the last word of each sensor is a calm one. */
export async function tellStory(client: MapClient, options: TellOptions, clock = REAL): Promise<Told> {
  const { seconds, signal, ...rest } = options;
  const sources = await openSources(client);
  const [sites, center] = await Promise.all([findSites(client), findCenter(client)]);
  const story: Story = { ...rest, sites, center, startedAt: clock.now() };
  const told = { accepted: 0, repeats: 0, late: 0, quarantined: 0 };
  const send = async (kind: FeedKind, messages: readonly unknown[]) => {
    if (messages.length === 0) return;
    const body = await client.send(sources[kind].id, sources[kind].token, messages);
    for (const outcome of ["accepted", "repeats", "late", "quarantined"] as const) told[outcome] += body[outcome];
  };

  await send("sensors", announcementsOf(story));
  await send("roster", rosterOf(story));
  const endS = seconds * story.speed;
  let toldUntilS = 0;
  while (!signal.aborted && toldUntilS < endS) {
    const ranS = Math.min(endS, ((clock.now() - story.startedAt) / 1_000) * story.speed);
    if (ranS < endS) await send("sensors", readingsOf(story, ranS));
    for (const [part, fromS, toS] of partsBetween(story, toldUntilS, ranS)) {
      await send("weather", weatherBetween(part, fromS, toS));
      await send("accidents", accidentsBetween(part, fromS, toS, localMinute(new Date(clock.now()))));
    }
    toldUntilS = ranS;
    await clock.pause(EVERY_S * 1_000, signal);
  }
  await send("sensors", calmOf(story, clock.now()));
  if (holdSOf(story) > 0) {
    await clock.pause(holdSOf(story) * 1_000 + 100);
    await send("sensors", calmOf(story, clock.now()));
  }
  await send("roster", rosterEndOf(story, clock.now()));
  return told;
}

/** Each time a story ends it begins again, under ids of its own. */
const partOf = (story: Story, times: number): Story => ({
  ...story,
  startedAt: story.startedAt + ((times * STORY_S) / story.speed) * 1_000,
});

const readingsOf = (story: Story, ranS: number) =>
  readingsAt(partOf(story, Math.floor(ranS / STORY_S)), ranS % STORY_S);

function partsBetween(story: Story, fromS: number, toS: number): [Story, number, number][] {
  const parts: [Story, number, number][] = [];
  for (let times = Math.floor(fromS / STORY_S); times * STORY_S < toS; times++) {
    const startS = times * STORY_S;
    parts.push([partOf(story, times), Math.max(0, fromS - startS), Math.min(STORY_S, toS - startS)]);
  }
  return parts;
}

/** What the sensors would say now if nothing had happened. */
const calmOf = (story: Story, now: number) => readingsAt({ ...story, scenario: "calm", startedAt: now }, 0);

interface HazardPage {
  readonly features: readonly { readonly properties: HazardProperties }[];
}

interface HazardProperties {
  readonly code: string;
  readonly name: string;
  readonly kind?: string | null;
  readonly level?: string | null;
  readonly substances?: readonly { readonly name: string }[] | null;
}

async function findSites(client: MapClient): Promise<SimulatedSite[]> {
  const { features } = await client.get<HazardPage>("/api/layers/hazard-sources/features?limit=500");
  const sites = features
    .map(({ properties }) => properties)
    .filter(({ code, level }) => CODE.test(code) && level !== "none")
    .map(({ code, name, kind = null, substances }) => ({
      ...{ code, name, kind },
      substances: (substances ?? []).map((each) => each.name),
    }))
    .slice(0, MOST_SITES);
  if (sites.length === 0) throw new SimulationProblem("the record has no hazard sources that sensors could stand at");
  return sites;
}

async function findCenter(client: MapClient): Promise<readonly [number, number]> {
  const { center } = await client.get<{ center: [number, number] | null }>("/api/zone");
  if (!center) throw new SimulationProblem("nobody has said where the zone is");
  return center;
}

function localMinute(now: Date): string {
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
