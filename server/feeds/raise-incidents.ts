import type { AccidentMessage } from "#data/wall/feeds/accident-messages.ts";
import { gradeOfLevel, type WeatherMessage } from "#data/wall/feeds/weather-messages.ts";
import { ACCIDENT_STANDS_MS, gradeOfAccident } from "#data/wall/incidents/incident.ts";
import type { HeldSource } from "../db/feed-sources.ts";
import { endIncidents, raiseIncidents } from "../db/incidents.ts";
import type { Executor } from "../db/record.ts";

/** Every warning calls attention by its grade until it no longer holds; what refers to one ends it. After the messages are kept. */
export async function raiseWeather(
  tx: Executor,
  source: HeldSource,
  messages: readonly WeatherMessage[],
  now: Date,
): Promise<void> {
  const warnings = messages.flatMap((message) => (message.type === "warning" ? [message] : []));
  await raiseIncidents(
    tx,
    source,
    "weather",
    warnings.map(({ id, level, validTo, updates }) => ({
      messageId: id,
      updates: updates ?? null,
      grade: gradeOfLevel(level),
      endsAt: new Date(validTo),
    })),
    now,
  );
  const replaced = messages.flatMap((message) =>
    message.type === "cancel" ? message.cancels : (message.updates ?? []),
  );
  await endIncidents(tx, source, replaced, now);
}

/** A grave accident calls attention for a while; of one that the ledger did not take nothing is said. */
export async function raiseAccidents(
  tx: Executor,
  source: HeldSource,
  messages: readonly AccidentMessage[],
  now: Date,
): Promise<void> {
  const endsAt = new Date(now.getTime() + ACCIDENT_STANDS_MS);
  const grave = messages.flatMap((message) => {
    const grade = gradeOfAccident(message);
    return grade === null ? [] : [{ messageId: message.id, updates: null, grade, endsAt }];
  });
  await raiseIncidents(tx, source, "accident", grave, now);
}
