import type { SourceKey } from "../db/feed-sources.ts";
import { AppError } from "../errors.ts";
import { type Bucket, createBucket } from "./bucket.ts";
import type { Caller } from "./caller.ts";
import { hashToken, isToken, readBearer } from "./token.ts";

/** A message has some 200 bytes; a body is charged for at least this many bytes a message. */
const BYTES_PER_MESSAGE = 1_024;

/** Messages that a body is charged for when it does not say how long it is; what it did not need is given back. */
const UNSTATED_CHARGE = 64;

/** How long a node may go on with what it knows of the sources; a body that is taken in asks the record itself. */
const KNOWN_FOR_MS = 2_000;

export interface Doorkeeper {
  /**
   * Knows the sender and charges for the body, before any of it is read.
   *
   * @throws AppError `unauthorized`, `forbidden`, `too-many-requests`.
   */
  admit(caller: Caller): Promise<void>;
  /**
   * Charges for the messages that were in it. A body that was let in is taken in; what it held beyond its charge is owed, and the next
   * one waits for it: refused only now, it would come again and again and never be let through.
   *
   * @throws AppError as `admit`; `body-too-large` when the source may never send so many at once.
   */
  settle(caller: Caller, messages: number): Promise<void>;
  /** Somebody made, renewed or revoked a source here. */
  forget(): void;
}

const NOBODY = hashToken("no source has this hash");

/** @param clock - milliseconds, never going back. */
export function createDoorkeeper(
  findKeys: () => Promise<readonly SourceKey[]>,
  clock: () => number = () => performance.now(),
): Doorkeeper {
  let known: Promise<ReadonlyMap<string, SourceKey>> | null = null;
  let knownAt = 0;
  const buckets = new Map<string, { readonly key: SourceKey; readonly bucket: Bucket }>();

  function keys(): Promise<ReadonlyMap<string, SourceKey>> {
    const now = clock();
    if (!known || now - knownAt > KNOWN_FOR_MS) {
      knownAt = now;
      const asked = findKeys().then((all) => new Map(all.map((key) => [key.id, key])));
      known = asked;
      asked.catch(() => {
        if (known === asked) known = null;
      });
    }
    return known;
  }

  async function identify({ source, authorization }: Caller): Promise<SourceKey> {
    const token = readBearer(authorization);
    const key = (await keys()).get(source);
    // Compared also where there is no such source, so that the time an answer takes does not tell.
    const isRight = isToken(token ?? "", key?.tokenHash ?? NOBODY);
    if (!key || token === null || !isRight)
      throw new AppError("unauthorized", "send Authorization: Bearer with the token of this source");
    if (key.isRevoked) throw new AppError("forbidden", "the token of this source was revoked");
    return key;
  }

  function bucketOf(key: SourceKey): Bucket {
    const found = buckets.get(key.id);
    if (found?.key.perSecond === key.perSecond && found.key.burst === key.burst) return found.bucket;
    const bucket = createBucket(key, clock());
    buckets.set(key.id, { key, bucket });
    return bucket;
  }

  function charge(key: SourceKey, amount: number): void {
    const waitMs = bucketOf(key).take(amount, clock());
    if (waitMs === 0) return;
    const limits = `${key.perSecond} messages a second, ${key.burst} at once`;
    throw new AppError("too-many-requests", `this source may send ${limits}`, [], {
      retryAfterS: Math.ceil(waitMs / 1_000),
    });
  }

  const chargeOfBody = ({ burst }: SourceKey, { contentLength }: Caller) =>
    Math.min(
      burst,
      contentLength === null ? UNSTATED_CHARGE : Math.max(1, Math.ceil(contentLength / BYTES_PER_MESSAGE)),
    );

  return {
    async admit(caller) {
      const key = await identify(caller);
      charge(key, chargeOfBody(key, caller));
    },
    async settle(caller, messages) {
      const key = await identify(caller);
      if (messages > key.burst)
        throw new AppError("body-too-large", `this source may send ${key.burst} messages at once`);
      const unused = chargeOfBody(key, caller) - messages;
      if (unused < 0 || caller.contentLength === null) bucketOf(key).giveBack(unused);
    },
    forget() {
      known = null;
    },
  };
}
