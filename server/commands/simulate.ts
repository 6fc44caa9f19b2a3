import { parseArgs } from "node:util";
import { SCENARIOS, type Scenario } from "#data/demo/feeds/story.ts";
import { isSimulated, SIMULATED_MARK } from "#data/wall/feeds/simulated-mark.ts";
import { createMapClient, removeSimulation, SimulationProblem } from "../simulate/map-client.ts";
import { tellStory } from "../simulate/tell-story.ts";

const USAGE = `npm run simulate -- [options]
  Sends made-up news to a running server, all of it marked as simulation: sensors at hazard sources, weather warnings,
  an accident, a duty roster. Ctrl-C ends it.
  --scenario NAME      leak (default): gas escapes, an alarm is raised within ten seconds and clears within a minute;
                       storm: warnings rise and end; crash: one accident; calm: nothing happens
  --minutes N          how long (default: 1, a story's length); longer, it is told again
  --seed N             other values (default: 1)
  --speed N            seconds of the story in one second (default: 1)
  --url URL            of the server (default: http://127.0.0.1:8080)
  --remove             take all simulations out again: revoke their sources, remove their accidents
  --yes-mark-as-simulation   also where the server has no demonstration zone
Exit code 0: done; 1: not, or not all of it was taken.`;

/** What the person typed cannot be followed. */
class UsageProblem extends Error {}

/** @returns 0: done; 1: not, or not all of it was taken. */
export async function run(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    console.log(USAGE);
    return 0;
  }
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
  try {
    const { url, remove, anywhere, ...story } = readArguments(args);
    const client = createMapClient(url);
    if (remove) {
      const removed = await removeSimulation(client, isSimulated, `%${SIMULATED_MARK}`);
      console.log(`${removed.sources} sources revoked, ${removed.accidents} accidents removed`);
      return 0;
    }
    const { demo } = await client.get<{ demo: boolean }>("/api/zone");
    if (!demo && !anywhere)
      throw new SimulationProblem(
        "this is not the demonstration zone: made-up news would stand among real ones. --yes-mark-as-simulation sends them all the same, each marked as simulation",
      );
    console.log(
      `${story.scenario} for ${story.seconds} s at ${url}, all of it marked as simulation; Ctrl-C ends it with calm values`,
    );
    const { accepted, late, quarantined } = await tellStory(client, { ...story, signal: stop.signal });
    console.log(`${accepted} messages taken, ${late} late, ${quarantined} not taken`);
    return quarantined === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof SimulationProblem || error instanceof UsageProblem)) throw error;
    console.error(error instanceof UsageProblem ? `${error.message} (--help tells more)` : error.message);
    return 1;
  } finally {
    process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  }
}

function readArguments(args: readonly string[]) {
  const {
    scenario = "leak",
    minutes = "1",
    seed = "1",
    speed = "1",
    url = "http://127.0.0.1:8080",
    ...flags
  } = parse(args);
  if (!SCENARIOS.some((each) => each === scenario))
    throw new UsageProblem(`--scenario ${scenario}: there are ${SCENARIOS.join(", ")}`);
  if (!URL.canParse(url)) throw new UsageProblem(`--url ${url} is no address`);
  return {
    scenario: scenario as Scenario,
    seconds: numberOf("minutes", minutes, 0.01, 100_000) * 60,
    seed: Math.trunc(numberOf("seed", seed, -1e9, 1e9)),
    speed: numberOf("speed", speed, 0.1, 100),
    url: url.replace(/\/+$/, ""),
    remove: flags.remove ?? false,
    anywhere: flags["yes-mark-as-simulation"] ?? false,
  };
}

function numberOf(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= least && value <= most) return value;
  throw new UsageProblem(`--${option} ${text} is not a number from ${least} to ${most}`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        scenario: { type: "string" },
        minutes: { type: "string" },
        seed: { type: "string" },
        speed: { type: "string" },
        url: { type: "string" },
        remove: { type: "boolean" },
        "yes-mark-as-simulation": { type: "boolean" },
      },
    }).values;
  } catch (error) {
    throw new UsageProblem((error as Error).message.replaceAll("\n", " "));
  }
}
