import { create } from "zustand";
import type { Scene } from "#data/wall/scene.ts";
import { PRESET_SCENES } from "#data/wall/scenes.ts";
import { ApiProblem } from "../api.ts";
import { fetchIncidents, type IncidentView } from "../api-feeds.ts";
import {
  type AlarmView,
  fetchAlarms,
  fetchScenes,
  fetchScreen,
  fetchScreens,
  type SceneEntry,
  type ScreenEntry,
} from "../api-wall.ts";
import { follows, useAnnouncements } from "./announcements.ts";
import { useLedgers } from "./ledgers.ts";

/** What the server says of the wall. What it once said stays until it says something else: a screen keeps its last truth. */
export interface Wall {
  readonly entries: readonly SceneEntry[];
  /** Those of the product until the server has said which there are. */
  readonly scenes: readonly Scene[];
  readonly screens: readonly ScreenEntry[];
  readonly alarms: readonly AlarmView[];
  /** Weather warnings and grave accidents. */
  readonly incidents: readonly IncidentView[];
  /** The server's clock less this machine's, milliseconds. */
  readonly aheadMs: number;
  readonly isKnown: boolean;
}

export const useWall = create<Wall>(() => ({
  entries: [],
  scenes: PRESET_SCENES,
  screens: [],
  alarms: [],
  incidents: [],
  aheadMs: 0,
  isKnown: false,
}));

/** The server's clock, milliseconds since 1970. */
export const serverNow = (): number => Date.now() + useWall.getState().aheadMs;

/** A server that comes back is asked again this often until it answers. */
const AGAIN_MS = 1_500;

const READS = {
  scene: async () => {
    const entries = await fetchScenes();
    return { entries, scenes: entries.map(({ scene }) => scene) };
  },
  screen: async () => {
    const asked = Date.now();
    const { screens, now } = (await readOwn()) ?? (await fetchScreens());
    // The answer was written about half way between question and arrival.
    return { screens, aheadMs: Date.parse(now) - (asked + Date.now()) / 2, isKnown: true };
  },
  alarm: async () => ({ alarms: await fetchAlarms() }),
  incident: async () => ({ incidents: await fetchIncidents() }),
} as const satisfies Record<string, () => Promise<Partial<Wall>>>;

/** The name of the one screen that this page is; `null`: it shows them all. */
let ownName: string | null = null;

/** From now on only of this screen is asked: with two hundred of them, each asking of all would be forty thousand answers a word. */
export function followScreen(name: string | null): void {
  ownName = name;
}

const findOwn = (): ScreenEntry | undefined => useWall.getState().screens.find(({ name }) => name === ownName);

/** @returns `null`: it must be looked for among all by its name. */
async function readOwn(): Promise<{ readonly screens: readonly ScreenEntry[]; readonly now: string } | null> {
  const known = findOwn();
  if (!known) return null;
  try {
    const { screen, now } = await fetchScreen(known.id);
    return screen.name === ownName ? { screens: [screen], now } : null;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return null;
    throw error;
  }
}

/** Reads one thing again, once more where it was told of while being read, and until the server answers. */
function createReader(read: () => Promise<Partial<Wall>>): () => void {
  let isReading = false;
  let isWanted = false;
  const run = async () => {
    isReading = true;
    while (isWanted) {
      isWanted = false;
      try {
        useWall.setState(await read());
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        isWanted = true;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
    isReading = false;
  };
  return () => {
    isWanted = true;
    if (!isReading) void run();
  };
}

const readers = new Map<keyof typeof READS, () => void>();

/** What screens say of themselves is no event: who shows it asks from time to time. */
export const rereadScreens = (): void => readers.get("screen")?.();

/** Whether the word was about a screen that this page is not. */
function isOfAnother(screenId: string | null): boolean {
  const own = findOwn();
  return screenId !== null && own !== undefined && own.id !== screenId;
}

let started = false;

/** Follows scenes, screens and alarms. Call it any number of times. */
export function startWall(): void {
  if (started) return;
  started = true;
  for (const [what, read] of Object.entries(READS) as [keyof typeof READS, () => Promise<Partial<Wall>>][]) {
    const again = createReader(read);
    readers.set(what, again);
    useAnnouncements.subscribe((heard, before) => {
      if (heard[what] !== before[what] && !(what === "screen" && isOfAnother(heard.screenId))) again();
    });
    useLedgers.subscribe(({ connected }, before) => {
      if (connected && !before.connected && follows(what)) again();
    });
    again();
  }
}
