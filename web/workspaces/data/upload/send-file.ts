import type { DraftView } from "../../../api.ts";

/** The server takes 8 MB at once; smaller pieces show progress also over a slow line. */
const PIECE_BYTES = 2_000_000;
const MOST_TRIES = 5;
const PAUSE_MS = 1_000;

export interface Sender {
  /** Aborted: the person has stopped it. */
  readonly signal: AbortSignal;
  /** Bytes from `offset`; @returns the draft with what is there now. */
  send(offset: number, piece: Blob): Promise<DraftView>;
  /** The draft as it is: after a broken line nobody else knows what arrived. */
  ask(): Promise<DraftView>;
  /** Whether it is worth another try: a line that broke, a place in the file that is no longer the next. */
  mayPass(error: unknown): boolean;
  pause(ms: number): Promise<void>;
  onSent(bytes: number): void;
}

/**
 * Sends a file piece by piece, from where the server is. A line that breaks is taken up again; an answer that was lost is asked for.
 *
 * @returns the draft once every byte is there.
 * @throws what the server refuses, silence after several tries, and the signal's reason once it is aborted.
 */
export async function sendFile(file: Blob, from: number, sender: Sender, pieceBytes = PIECE_BYTES): Promise<DraftView> {
  let offset = from;
  for (let tries = 0; ; ) {
    try {
      const draft = await sender.send(offset, file.slice(offset, offset + pieceBytes));
      tries = 0;
      if (draft.state !== "receiving") return draft;
      offset = draft.received;
    } catch (error) {
      sender.signal.throwIfAborted();
      if (!sender.mayPass(error) || ++tries >= MOST_TRIES) throw error;
      await sender.pause(PAUSE_MS * (tries - 1));
      const draft = await sender.ask().catch(() => null);
      if (draft && draft.state !== "receiving") return draft;
      offset = draft?.received ?? offset;
    }
    sender.onSent(offset);
  }
}
