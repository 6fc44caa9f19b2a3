import { createHash } from "node:crypto";
import type { AccidentMessage } from "#data/wall/feeds/accident-messages.ts";
import { canonicalText } from "#data/wall/feeds/canonical-text.ts";
import { judgeArrival } from "#data/wall/feeds/judge-arrival.ts";
import { type FeedMessages, parseMessage } from "#data/wall/feeds/parse-message.ts";
import type { RosterMessage } from "#data/wall/feeds/roster-messages.ts";
import type { SensorMessage } from "#data/wall/feeds/sensor-messages.ts";
import type { Refusal } from "#data/wall/feeds/verdict.ts";
import type { WeatherMessage } from "#data/wall/feeds/weather-messages.ts";
import { keepShifts } from "../db/duty-shifts.ts";
import { findKnownMessages, keepQuarantined, type NewQuarantined, rememberMessages } from "../db/feed-messages.ts";
import { type HeldSource, noteArrival } from "../db/feed-sources.ts";
import type { Executor } from "../db/record.ts";
import { keepWeather } from "../db/weather-warnings.ts";
import { ACCEPTED, type MessageResult, type ReceivedBody, type Taken } from "./message-result.ts";
import { toQuarantined } from "./quarantine.ts";
import { raiseAccidents, raiseWeather } from "./raise-incidents.ts";
import { takeAccidents } from "./take-accidents.ts";
import { takeSensorMessages } from "./take-sensors.ts";

type AnyMessage = FeedMessages[keyof FeedMessages];
type Judged = { readonly outcome: "repeat" } | Taken;

/**
 * Takes a body in, in a transaction that holds its source: everything that is written, what is kept aside, the ids, and what
 * followers are told.
 *
 * @param raws - as they came; each is judged on its own.
 */
export async function receiveMessages(
  tx: Executor,
  source: HeldSource,
  raws: readonly unknown[],
  now: Date,
): Promise<ReceivedBody> {
  const arrivals = raws.map((raw) => ({ raw, parsed: parseMessage(source.kind, raw), digest: digestOf(raw) }));
  const ids = arrivals.flatMap(({ parsed }) => ("message" in parsed ? [parsed.message.id] : []));
  const known = await findKnownMessages(tx, source.id, ids);
  const judged = new Array<Judged | undefined>(raws.length);
  const open: { readonly place: number; readonly message: AnyMessage; readonly digest: string }[] = [];
  /** Places of messages that are in this body already, with the place of the first. */
  const echoes: { readonly place: number; readonly of: number }[] = [];
  const opened = new Map<string, { readonly place: number; readonly digest: string }>();
  for (const [place, { parsed, digest }] of arrivals.entries()) {
    if ("refusal" in parsed) {
      judged[place] = { outcome: "quarantined", refusal: parsed.refusal };
      continue;
    }
    const { message } = parsed;
    const first = opened.get(message.id);
    if (first?.digest === digest) {
      echoes.push({ place, of: first.place });
      continue;
    }
    const arrival = {
      known: known.get(message.id) ?? first?.digest,
      digest,
      observedAt: Date.parse(message.observedAt),
    };
    judged[place] = judgeArrival(source.kind, arrival, now.getTime()) ?? undefined;
    if (judged[place]) continue;
    open.push({ place, message, digest });
    opened.set(message.id, { place, digest });
  }
  const taken = await take(
    tx,
    source,
    open.map(({ message }) => message),
    now,
  );
  for (const [i, { place }] of open.entries()) judged[place] = taken[i]!;
  for (const { place, of } of echoes) {
    const first = judged[of]!;
    judged[place] = first.outcome === "quarantined" ? first : { outcome: "repeat" };
  }
  await rememberMessages(
    tx,
    source.id,
    new Map(
      open.filter((_, i) => taken[i]!.outcome !== "quarantined").map(({ message, digest }) => [message.id, digest]),
    ),
    now,
  );
  const refused = arrivals.flatMap(({ raw }, place) => {
    const each = judged[place]!;
    return each.outcome === "quarantined" ? [toQuarantined(source.kind, raw, each.refusal)] : [];
  });
  await keepQuarantined(tx, source.id, counted(refused), now);
  const results = judged.map((each) => toResult(each!));
  const tally = tallyOf(results);
  await noteArrival(tx, source, tally, tally.accepted + tally.late + tally.quarantined > 0, now);
  return { ...tally, results };
}

/** One answer for each message, in order. Of one kind by the source, so that each goes to the taker of its kind. */
async function take(
  tx: Executor,
  source: HeldSource,
  messages: readonly AnyMessage[],
  now: Date,
): Promise<readonly Taken[]> {
  switch (source.kind) {
    case "sensors":
      return takeSensorMessages(tx, source, messages as readonly SensorMessage[], now);
    case "accidents": {
      const accidents = messages as readonly AccidentMessage[];
      const taken = await takeAccidents(tx, source, accidents);
      const kept = accidents.filter((_, place) => taken[place] === ACCEPTED);
      await raiseAccidents(tx, source, kept, now);
      return taken;
    }
    case "weather":
      await keepWeather(tx, source.id, messages as readonly WeatherMessage[], now);
      await raiseWeather(tx, source, messages as readonly WeatherMessage[], now);
      return messages.map(() => ACCEPTED);
    case "roster":
      await keepShifts(tx, source.id, messages as readonly RosterMessage[], now);
      return messages.map(() => ACCEPTED);
  }
}

const digestOf = (raw: unknown): string => createHash("sha256").update(canonicalText(raw)).digest("base64url");

/** Those that are the same become one with a count, the newest last. */
function counted(entries: readonly Omit<NewQuarantined, "count">[]): NewQuarantined[] {
  const byDigest = new Map<string, NewQuarantined>();
  for (const entry of entries)
    byDigest.set(entry.digest, { ...entry, count: (byDigest.get(entry.digest)?.count ?? 0) + 1 });
  return [...byDigest.values()];
}

function toResult(judged: Judged): MessageResult {
  if (judged.outcome !== "quarantined") return { outcome: judged.outcome };
  const { reason, field, detail }: Refusal = judged.refusal;
  return { outcome: "quarantined", reason, field, detail };
}

function tallyOf(results: readonly MessageResult[]) {
  const count = (outcome: MessageResult["outcome"]) => results.filter((each) => each.outcome === outcome).length;
  return {
    accepted: count("accepted"),
    repeats: count("repeat"),
    late: count("late"),
    quarantined: count("quarantined"),
  };
}
