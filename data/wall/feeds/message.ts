import { z } from "zod";

/** What a source may be of. One source sends one kind. */
export const FEED_KINDS = ["sensors", "weather", "accidents", "roster"] as const;
export type FeedKind = (typeof FEED_KINDS)[number];

/** Messages of one body. */
export const MOST_MESSAGES = 1_000;

/** Characters that neither a log, a table nor a screen can carry are refused. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, "holds a control character");

/** The source's own key of a message. The same key with the same content is the same message, however often it comes. */
export const MessageIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,59}$/, "letters, digits and . _ : -, at most 60")
  .describe("Letters, digits and . _ : -, at most 60");

export const InstantSchema = z.iso
  .datetime({ offset: true, error: "must be an instant with its offset, such as 2026-05-01T08:30:00+08:00" })
  .describe("Instant, ISO 8601 with its offset");

export const LonLatSchema = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);

/** Every message has these. */
export const envelope = {
  id: MessageIdSchema,
  /** When the source saw what it tells, not when it sent it. */
  observedAt: InstantSchema,
};
