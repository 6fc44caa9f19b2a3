import type { TokenRow } from "../db/screen-tokens.ts";

/** How long a node may go on with what it has read of a token; a revocation here is known at once. */
const KNOWN_FOR_MS = 2_000;

/** More tokens than screens there can be: whoever guesses does not fill the memory. */
const MOST_KNOWN = 1_000;

/** What the record says of tokens, by their hash, so that a screen's hundred requests are not a hundred questions. */
export interface KnownTokens {
  find(sha256: string): Promise<TokenRow | null>;
  /** Asks the record, whatever is known. */
  findAnew(sha256: string): Promise<TokenRow | null>;
  forget(): void;
}

/** @param clock - milliseconds, never going back. */
export function createKnownTokens(
  read: (sha256: string) => Promise<TokenRow | null>,
  clock: () => number = () => performance.now(),
): KnownTokens {
  const known = new Map<string, { readonly row: Promise<TokenRow | null>; readonly at: number }>();

  function findAnew(sha256: string): Promise<TokenRow | null> {
    if (known.size >= MOST_KNOWN) known.clear();
    const entry = { row: read(sha256), at: clock() };
    known.set(sha256, entry);
    entry.row.catch(() => {
      if (known.get(sha256) === entry) known.delete(sha256);
    });
    return entry.row;
  }

  return {
    find(sha256) {
      const entry = known.get(sha256);
      return entry && clock() - entry.at <= KNOWN_FOR_MS ? entry.row : findAnew(sha256);
    },
    findAnew,
    forget: () => known.clear(),
  };
}
