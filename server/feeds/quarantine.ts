import { createHash } from "node:crypto";
import { canonicalText } from "#data/wall/feeds/canonical-text.ts";
import type { FeedKind } from "#data/wall/feeds/message.ts";
import type { Refusal } from "#data/wall/feeds/verdict.ts";

const EXCERPT_BYTES = 2_048;
const LONGEST_ID = 60;

/** Of rosters these are what is kept as it came: everything else may name a person. */
const IMPERSONAL = new Set(["type", "id", "observedAt", "unit", "role", "from", "to", "updates", "cancels"]);

/** Runs of digits that could be a telephone number, and what a table cannot hold. */
const TELEPHONE = /\+?\d[\d -]{5,}\d/g;
const UNKEEPABLE = /[\0\p{Cs}]/gu;

/** A refused message as it may be kept aside. */
export function toQuarantined(kind: FeedKind, raw: unknown, { reason, field, detail }: Refusal) {
  const text = canonicalText(kind === "roster" ? withoutPersons(raw) : raw).replace(UNKEEPABLE, "�");
  const id = typeof raw === "object" && raw !== null && "id" in raw ? raw.id : null;
  return {
    reason,
    field: field?.replace(UNKEEPABLE, "�").slice(0, 200) ?? null,
    detail,
    messageId: typeof id === "string" && kind !== "roster" ? id.replace(UNKEEPABLE, "�").slice(0, LONGEST_ID) : null,
    excerpt: beginningOf(text),
    digest: createHash("sha256").update(reason).update("\0").update(text).digest("hex"),
  };
}

function withoutPersons(raw: unknown): unknown {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return "***";
  return Object.fromEntries(
    Object.entries(raw)
      .filter(([key]) => IMPERSONAL.has(key) || key === "name" || key === "phone")
      .map(([key, value]) => [key, IMPERSONAL.has(key) && typeof value === "string" ? maskDigits(value, key) : "***"]),
  );
}

/** Instants are runs of digits too. */
const maskDigits = (value: string, key: string): string =>
  ["observedAt", "from", "to"].includes(key) && /^\d{4}-\d{2}-\d{2}T[\d:.+Z-]*$/.test(value)
    ? value
    : value.replace(TELEPHONE, "***");

/** Cut between characters. */
function beginningOf(text: string): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= EXCERPT_BYTES) return text;
  let end = EXCERPT_BYTES;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end).toString("utf8");
}
