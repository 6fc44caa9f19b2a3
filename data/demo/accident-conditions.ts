import type { Random } from "./random.ts";

type Shares = readonly (readonly [string, number])[];

/** Relative number of accidents per month, January first: ice in winter, dust in April, harvest traffic in September and October. */
const MONTHS = [112, 104, 88, 96, 84, 82, 86, 88, 104, 118, 108, 120];
/** Sunday first. */
const WEEKDAYS = [84, 104, 98, 97, 100, 116, 101];
/** Per hour: commuter peaks, a low at noon, a long evening. */
const HOURS_TOWN = [7, 5, 4, 3, 4, 8, 22, 66, 62, 44, 40, 43, 40, 38, 42, 45, 52, 74, 68, 48, 36, 28, 19, 12];
const HOURS_COUNTRY = [13, 11, 9, 9, 12, 20, 30, 40, 42, 44, 46, 42, 36, 40, 46, 48, 52, 58, 56, 44, 32, 26, 20, 16];

const WEATHER: Readonly<Record<"winter" | "spring" | "summer" | "autumn", Shares>> = {
  winter: [
    ["clear", 58],
    ["cloudy", 18],
    ["snow", 17],
    ["fog", 4],
    ["wind", 2],
    ["sleet", 1],
  ],
  spring: [
    ["clear", 54],
    ["cloudy", 16],
    ["wind", 22],
    ["rain", 4],
    ["sleet", 3],
    ["fog", 1],
  ],
  summer: [
    ["clear", 57],
    ["cloudy", 19],
    ["rain", 22],
    ["fog", 2],
  ],
  autumn: [
    ["clear", 65],
    ["cloudy", 18],
    ["rain", 7],
    ["fog", 6],
    ["wind", 4],
  ],
};

/** First and last hour of daylight per month at 43.6° N, Beijing time. */
const DAYLIGHT: readonly (readonly [number, number])[] = [
  [7, 15],
  [7, 16],
  [6, 17],
  [5, 17],
  [4, 18],
  [4, 19],
  [4, 18],
  [5, 18],
  [5, 17],
  [6, 16],
  [6, 15],
  [7, 15],
];

const seasonOf = (month: number): "winter" | "spring" | "summer" | "autumn" =>
  month <= 2 || month >= 11 ? "winter" : month <= 5 ? "spring" : month <= 8 ? "summer" : "autumn";

export interface Moment {
  /** `YYYY-MM-DDTHH:mm`. */
  readonly happenedAt: string;
  readonly month: number;
  readonly hour: number;
}

/** When a place's accidents mostly happen. */
export interface TimePattern {
  readonly hours: readonly number[];
  /** 1 Monday to 7 Sunday; any day when it is left out. */
  readonly weekdays?: readonly number[];
  /** Of its accidents, so many keep to it. */
  readonly share: number;
}

/** A moment in the period, with the rhythm of year, week and day, narrowed for a place with a pattern. */
export function momentIn(random: Random, from: number, to: number, inTown: boolean, pattern?: TimePattern): Moment {
  const kept = pattern && random.chance(pattern.share) ? pattern : undefined;
  for (;;) {
    const date = new Date(random.integer(from, to) * 86_400_000);
    const month = date.getUTCMonth() + 1;
    // Keep a day with a probability proportional to its month and weekday.
    if (!random.chance((MONTHS[month - 1]! * WEEKDAYS[date.getUTCDay()]!) / (120 * 116))) continue;
    if (kept?.weekdays && !kept.weekdays.includes(date.getUTCDay() || 7)) continue;
    const perHour = inTown ? HOURS_TOWN : HOURS_COUNTRY;
    const hour = kept ? random.pick(kept.hours) : random.weighted(perHour.map((weight, i) => [i, weight] as const));
    const minute = random.integer(0, 11) * 5 + (random.chance(0.3) ? random.integer(0, 4) : 0);
    const clock = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
    return { happenedAt: `${date.toISOString().slice(0, 10)}T${clock}`, month, hour };
  }
}

/** Weather, light and road surface that go together. */
export function conditionsAt(random: Random, { month, hour }: Moment, inTown: boolean) {
  const season = seasonOf(month);
  const weather = random.weighted(WEATHER[season]);
  const [first, last] = DAYLIGHT[month - 1]!;
  const light =
    hour > first && hour < last
      ? "day"
      : hour === first || hour === last
        ? "dusk"
        : inTown || random.chance(0.2)
          ? "night-lit"
          : "night-dark";
  const surface =
    weather === "rain"
      ? "wet"
      : weather === "snow"
        ? random.weighted([
            ["snow", 6],
            ["ice", 4],
          ])
        : weather === "sleet"
          ? random.weighted([
              ["ice", 5],
              ["wet", 5],
            ])
          : season === "winter" && random.chance(0.22)
            ? random.weighted([
                ["ice", 7],
                ["snow", 3],
              ])
            : weather === "wind" && random.chance(0.06)
              ? "other"
              : "dry";
  return { weather, light, surface };
}
