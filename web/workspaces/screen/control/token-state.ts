import type { TokenEntry } from "../../../api-screen.ts";

/** Whether a token lets its screen in; one that was revoked is so also after its time. @param now - the server's clock, milliseconds. */
export function tokenState(
  { revokedAt, expiresAt }: Pick<TokenEntry, "revokedAt" | "expiresAt">,
  now: number,
): "valid" | "revoked" | "expired" {
  if (revokedAt !== null) return "revoked";
  return expiresAt !== null && Date.parse(expiresAt) <= now ? "expired" : "valid";
}

/** Addresses and ranges as people write them in one line: with commas, semicolons of both languages, or spaces between. */
export const toNetworks = (text: string): string[] => text.split(/[\s,;，；、]+/).filter((network) => network !== "");
