import { z } from "zod";
import { envelope, InstantSchema, line, MessageIdSchema } from "./message.ts";

/** Somebody is on duty for a unit. */
export const DutyShiftSchema = z
  .strictObject({
    type: z.literal("shift"),
    ...envelope,
    unit: line(80),
    role: line(40).optional(),
    /** Personal: shown masked unless the source may show names. */
    name: line(40),
    /** Personal: only its last four digits are kept. */
    phone: z
      .string()
      .regex(/^\+?[\d -]{5,24}$/, "must be a telephone number")
      .optional(),
    from: InstantSchema,
    to: InstantSchema,
    /** The shift whose place it takes. */
    updates: MessageIdSchema.optional(),
  })
  .refine(({ from, to }) => Date.parse(to) > Date.parse(from), { path: ["to"], error: "is not after from" })
  .refine(({ id, updates }) => updates !== id, { path: ["updates"], error: "is the message itself" });
export type DutyShift = z.output<typeof DutyShiftSchema>;

export const DutyCancelSchema = z.strictObject({ type: z.literal("cancel"), ...envelope, cancels: MessageIdSchema });

export const RosterMessageSchema = z.discriminatedUnion("type", [DutyShiftSchema, DutyCancelSchema]);
export type RosterMessage = z.output<typeof RosterMessageSchema>;

const MASKED_NAME = /^(\p{L}).*$/su;

/** Keeps the family name of a Chinese name or the first letter of another: `张**`. */
export const maskName = (name: string): string => name.replace(MASKED_NAME, "$1**");

/** @returns the last four digits of a telephone number; `null` when there are none to keep. */
export function endingOfPhone(phone: string | undefined): string | null {
  const digits = phone?.replace(/\D/g, "") ?? "";
  return digits.length >= 7 ? digits.slice(-4) : null;
}
