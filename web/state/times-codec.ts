import { parseNumber } from "./position-text.ts";
import { DEFAULT_PATROL_HOURS, DEFAULT_STRETCH_M, type Times, type WeekBlock } from "./times-view.ts";

/** The part about times as parameters of an address; what is as usual is not written. */
export function formatTimes(times: Times): [string, string][] {
  const { tab, weight, scope, block, weather, openWeather, patrolAt, patrolHours, patrolDays, stretchM } = times;
  const params: [string, string][] = [];
  if (tab !== "rhythm") params.push(["times", tab]);
  if (weight !== "crashes") params.push(["counted", weight]);
  if (scope !== "all") params.push(["within", scope]);
  if (block) params.push(["week", formatBlock(block)]);
  if (weather !== null) params.push(["weather", weather]);
  if (openWeather !== null) params.push(["weatherOf", openWeather]);
  if (patrolAt !== "densest") params.push(["patrolAt", patrolAt]);
  if (patrolHours !== DEFAULT_PATROL_HOURS) params.push(["patrolHours", String(patrolHours)]);
  if (patrolDays !== "class") params.push(["patrolDays", patrolDays]);
  if (stretchM !== DEFAULT_STRETCH_M) params.push(["stretch", String(stretchM)]);
  return params;
}

/** @returns what `parseView` judges. */
export function parseTimes(params: URLSearchParams): unknown {
  const numberOf = (name: string, usual: number) => (params.has(name) ? parseNumber(params.get(name)!) : usual);
  return {
    tab: params.get("times") ?? "rhythm",
    weight: params.get("counted") ?? "crashes",
    scope: params.get("within") ?? "all",
    block: parseBlock(params.get("week")),
    weather: params.get("weather"),
    openWeather: params.get("weatherOf"),
    patrolAt: params.get("patrolAt") ?? "densest",
    patrolHours: numberOf("patrolHours", DEFAULT_PATROL_HOURS),
    patrolDays: params.get("patrolDays") ?? "class",
    stretchM: numberOf("stretch", DEFAULT_STRETCH_M),
  } satisfies Record<keyof Times, unknown>;
}

/** `1-5,7-8`: Monday to Friday, from seven until before nine. */
const formatBlock = ({ fromDay, toDay, fromHour, toHour }: WeekBlock): string =>
  `${fromDay}-${toDay},${fromHour}-${toHour}`;

function parseBlock(text: string | null): unknown {
  const match = /^(\d)-(\d),(\d{1,2})-(\d{1,2})$/.exec(text ?? "");
  if (!match) return null;
  const [fromDay, toDay, fromHour, toHour] = match.slice(1).map(Number);
  return { fromDay, toDay, fromHour, toHour };
}
