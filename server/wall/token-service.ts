import { uuidv7 } from "uuidv7";
import type { Database } from "../db/record.ts";
import {
  addToken,
  findTokenBySha256,
  findTokens,
  noteTokenUse,
  revokeToken,
  type TokenRow,
} from "../db/screen-tokens.ts";
import { findScreen, keepScreenEvent } from "../db/screens.ts";
import { AppError } from "../errors.ts";
import { hashToken, makeToken } from "../feeds/token.ts";
import { type Admission, type Admittance, refusedToken, type TokenRefusal } from "./admittance.ts";
import { createKnownTokens } from "./known-tokens.ts";
import { isFrom } from "./network.ts";
import type { TokenEntry, TokenService } from "./wall.ts";

/** A screen needs one, and a second while it is given a new one. */
const MOST_TOKENS = 20;

/** A use is worth a write to the record at most this often. */
const NOTE_EVERY_MS = 60_000;

/** A screen that keeps trying is one line of its history in this time, not a thousand. */
const SAY_EVERY_MS = 10 * 60_000;

export interface TokenServiceOptions {
  readonly db: Database;
  findSceneIds(): Promise<readonly string[]>;
  /** Milliseconds, never going back. */
  readonly clock?: () => number;
}

/** What lets screens in, and who was let in. */
export function tokenService({ db, findSceneIds, clock = () => performance.now() }: TokenServiceOptions): TokenService {
  const tokens = createKnownTokens((sha256) => findTokenBySha256(db, sha256), clock);
  const isNoteDue = seldom(NOTE_EVERY_MS, clock);
  const isSayDue = seldom(SAY_EVERY_MS, clock);

  async function judge(token: string, address: string, isAnew = false): Promise<[TokenRow | null, Admittance]> {
    const sha256 = hashToken(token).toString("hex");
    const row = await (isAnew ? tokens.findAnew(sha256) : tokens.find(sha256));
    const refusal = refusalOf(row, address);
    if (row === null || refusal !== null) return [row, { admission: null, refusal: refusal ?? "unknown" }];
    if (isNoteDue(row.id)) await noteTokenUse(db, row.id);
    return [row, { admission: toAdmission(row), refusal: null }];
  }

  async function keep(row: TokenRow, address: string, refusal: TokenRefusal | null): Promise<void> {
    if (!isSayDue(`${row.id} ${address} ${refusal}`)) return;
    const screen = await findScreen(db, row.screenId);
    if (!screen) return;
    const details = { token: row.id, address, ...(refusal && { reason: refusal }) };
    await keepScreenEvent(db, screen.id, { kind: refusal ? "refused" : "admitted", by: screen.name, details });
  }

  return {
    async findTokens(screenId) {
      if (!(await findScreen(db, screenId))) throw noScreen();
      return (await findTokens(db, screenId)).map(toEntry);
    },
    async makeToken(screenId, wanted) {
      const unknown = wanted.scenes === null ? [] : await without(wanted.scenes, findSceneIds());
      if (unknown.length > 0) throw refusedField("scenes", `there is no scene ${unknown.join(", ")}`);
      if (wanted.expiresAt !== null && Date.parse(wanted.expiresAt) <= Date.now())
        throw refusedField("expiresAt", "has passed already");
      const now = Date.now();
      const present = await findTokens(db, screenId);
      if (present.filter((row) => row.revokedAt === null && !isOver(row, now)).length >= MOST_TOKENS)
        throw new AppError("conflict", `the screen has ${MOST_TOKENS} tokens already: revoke one first`);
      const { token, hash } = makeToken();
      const row = await addToken(db, screenId, { ...wanted, id: uuidv7(), sha256: hash.toString("hex") });
      if (!row) throw noScreen();
      return { token, entry: toEntry(row) };
    },
    async revokeToken(screenId, tokenId, by) {
      const row = await revokeToken(db, screenId, tokenId, by);
      tokens.forget();
      if (!row) throw new AppError("not-found", "the screen has no such token");
      return toEntry(row);
    },
    admit: async (token, address, isAnew) => (await judge(token, address, isAnew))[1],
    async logIn(token, address) {
      const [row, { admission, refusal }] = await judge(token, address, true);
      if (row) await keep(row, address, refusal);
      if (refusal !== null) throw refusedToken(refusal);
      return admission;
    },
    async findSession({ screenId, scenes, expiresAt }) {
      const screen = await findScreen(db, screenId);
      if (!screen) throw refusedToken("unknown");
      return { screen: { id: screen.id, name: screen.name }, scenes, expiresAt };
    },
  };
}

function refusalOf(row: TokenRow | null, address: string): TokenRefusal | null {
  if (row === null) return "unknown";
  if (row.revokedAt !== null) return "revoked";
  if (isOver(row, Date.now())) return "expired";
  return isFrom(address, row.networks) ? null : "address";
}

const isOver = ({ expiresAt }: Pick<TokenRow, "expiresAt">, now: number): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= now;

const toAdmission = ({ screenId, id, scenes, expiresAt }: TokenRow): Admission => ({
  screenId,
  tokenId: id,
  scenes,
  expiresAt,
});

const toEntry = ({ screenId: _, ...entry }: TokenRow): TokenEntry => entry;

async function without(wanted: readonly string[], there: Promise<readonly string[]>): Promise<string[]> {
  const known = await there;
  return wanted.filter((id) => !known.includes(id));
}

/** Says of the same thing only once in a while that it is due. Memory is bounded: what was forgotten is due again. */
function seldom(everyMs: number, clock: () => number): (what: string) => boolean {
  const last = new Map<string, number>();
  return (what) => {
    const now = clock();
    const before = last.get(what);
    if (before !== undefined && now - before < everyMs) return false;
    if (last.size >= 1_000) last.clear();
    last.set(what, now);
    return true;
  };
}

const noScreen = () => new AppError("not-found", "there is no such screen");
const refusedField = (field: string, message: string) =>
  new AppError("unprocessable", `${field}: ${message}`, [{ field, message }]);
