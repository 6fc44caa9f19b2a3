import { AppError } from "../errors.ts";

/** Why a token does not let its screen in. Whoever holds a token of ours may be told; of others nothing is known. */
export type TokenRefusal = "unknown" | "revoked" | "expired" | "address";

/** Whom a token lets in. */
export interface Admission {
  readonly screenId: string;
  readonly tokenId: string;
  /** `null`: every scene. */
  readonly scenes: readonly string[] | null;
  /** ISO 8601 instant; `null`: until somebody revokes it. */
  readonly expiresAt: string | null;
}

export type Admittance =
  | { readonly admission: Admission; readonly refusal: null }
  | { readonly admission: null; readonly refusal: TokenRefusal };

/** Who a screen is that has logged in. */
export interface ScreenSession {
  readonly screen: { readonly id: string; readonly name: string };
  readonly scenes: readonly string[] | null;
  readonly expiresAt: string | null;
}

const DETAILS: Readonly<Record<TokenRefusal, string>> = {
  unknown: "no screen has this token",
  revoked: "the token of this screen was revoked",
  expired: "the time of this screen's token is over",
  address: "the token of this screen may not be used from this address",
};

/** A refusal for whoever shows the token; programs read the reason from its field. */
export const refusedToken = (refusal: TokenRefusal): AppError =>
  new AppError("unauthorized", `${DETAILS[refusal]}; DELETE /api/screen-session forgets the login`, [
    { field: "token", message: refusal },
  ]);
