import type { z } from "zod";
import { type AccidentMessage, AccidentMessageSchema } from "./accident-messages.ts";
import type { FeedKind } from "./message.ts";
import { type RosterMessage, RosterMessageSchema } from "./roster-messages.ts";
import { type SensorMessage, SensorMessageSchema } from "./sensor-messages.ts";
import type { Refusal } from "./verdict.ts";
import { type WeatherMessage, WeatherMessageSchema } from "./weather-messages.ts";

/** A message of each kind. */
export interface FeedMessages {
  readonly sensors: SensorMessage;
  readonly weather: WeatherMessage;
  readonly accidents: AccidentMessage;
  readonly roster: RosterMessage;
}

/** The form of a message, by the kind of its source. */
export const MESSAGE_SCHEMAS: { readonly [Kind in FeedKind]: z.ZodType<FeedMessages[Kind]> } = {
  sensors: SensorMessageSchema,
  weather: WeatherMessageSchema,
  accidents: AccidentMessageSchema,
  roster: RosterMessageSchema,
};

/** @returns the message, or `malformed` with the first field that is wrong. No value of the message is repeated in the detail. */
export function parseMessage<Kind extends FeedKind>(
  kind: Kind,
  raw: unknown,
): { readonly message: FeedMessages[Kind] } | { readonly refusal: Refusal } {
  const parsed = MESSAGE_SCHEMAS[kind].safeParse(raw);
  if (parsed.success) return { message: parsed.data };
  const issue = parsed.error.issues[0]!;
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
  return { refusal: { reason: "malformed", field: pathText(path), detail: issue.message } };
}

const pathText = (path: readonly PropertyKey[]): string | null =>
  path.length === 0
    ? null
    : path.map((step, i) => (typeof step === "number" ? `[${step}]` : `${i > 0 ? "." : ""}${String(step)}`)).join("");
