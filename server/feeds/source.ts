import type { FeedKind } from "#data/wall/feeds/message.ts";

export const SOURCE_EVENT_KINDS = ["created", "token-renewed", "revoked"] as const;
export type SourceEventKind = (typeof SOURCE_EVENT_KINDS)[number];

/** How much a source may send. */
export interface SourceLimits {
  /** Messages a second, for as long as it likes. */
  readonly perSecond: number;
  /** Messages at once, after a rest. */
  readonly burst: number;
}

/** A source as people see it; of its token nothing. */
export interface FeedSource extends SourceLimits {
  readonly id: string;
  readonly kind: FeedKind;
  readonly title: string;
  /** Nothing that it sends is true; whatever comes of it says so too. */
  readonly simulated: boolean;
  /** Of a roster: people are shown by name. */
  readonly showNames: boolean;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  /** When its last body came; null: none has. */
  readonly receivedAt: string | null;
  readonly accepted: number;
  readonly repeats: number;
  readonly late: number;
  readonly quarantined: number;
}

export interface SourceEvent {
  readonly kind: SourceEventKind;
  readonly at: string;
  readonly by: string;
  readonly reason: string | null;
}

/** What somebody says of a source to make it. */
export interface NewSource extends SourceLimits {
  readonly id: string;
  readonly kind: FeedKind;
  readonly title: string;
  readonly simulated: boolean;
  readonly showNames: boolean;
}
