/** Shorter, nobody reads a column to its end. */
const LEAST_TURN_MS = 15_000;

/** Of a scene that stands until somebody says otherwise. */
const STANDING_TURN_MS = 20_000;

/** How long a scene stands. Instants in milliseconds since 1970. */
interface Stay {
  /** When a tour goes on; `null`: nobody knows. */
  readonly endsAt: number | null;
  readonly dwellS: number;
}

/**
 * Whose turn it is at an instant. A scene of a tour begins with the first and shows each once where its time allows; another turns by the
 * clock alone.
 *
 * @returns the turn from 0, and the instant at which the next one comes.
 */
export function turnAt(turns: number, { endsAt, dwellS }: Stay, now: number): { turn: number; nextAt: number } {
  const dwellMs = dwellS * 1_000;
  const turnMs = endsAt === null ? STANDING_TURN_MS : Math.max(LEAST_TURN_MS, dwellMs / Math.max(1, turns));
  const beganAt = endsAt === null ? 0 : endsAt - dwellMs;
  const past = Math.floor(Math.max(0, now - beganAt) / turnMs);
  return { turn: past % Math.max(1, turns), nextAt: beganAt + (past + 1) * turnMs };
}
