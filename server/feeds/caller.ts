/** What a sender shows at the door. */
export interface Caller {
  readonly source: string;
  readonly authorization: string | undefined;
  /** As the sender states it; `null`: it does not. */
  readonly contentLength: number | null;
}
