import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 32;

/** A new token, shown once, and what is kept of it. */
export function makeToken(): { readonly token: string; readonly hash: Buffer } {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  return { token, hash: hashToken(token) };
}

/** The token is as random as its hash is long: a slow hash would only help who floods us. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

/** In constant time, whatever differs. */
export const isToken = (token: string, hash: Buffer): boolean => timingSafeEqual(hashToken(token), hash);

/** @returns the token of `Authorization: Bearer …`; `null` when there is none. */
export const readBearer = (authorization: string | undefined): string | null =>
  /^Bearer +([\w-]{1,200})$/i.exec(authorization ?? "")?.[1] ?? null;
