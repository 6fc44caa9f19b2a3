import type { FeedKind } from "#data/wall/feeds/message.ts";
import type { Caller } from "./caller.ts";
import type { ReceivedBody } from "./message-result.ts";
import type { DutyView, WarningView } from "./news-view.ts";
import type { Quarantined } from "./quarantined.ts";
import type { SensorReading, SensorView } from "./sensor-view.ts";
import type { FeedSource, NewSource, SourceEvent } from "./source.ts";

/** A source with the token that is shown this once. */
export interface SourceWithToken {
  readonly source: FeedSource;
  readonly token: string;
}

/** Who may send news, what they send, and what it says of the present. */
export interface FeedService {
  findSources(): Promise<readonly FeedSource[]>;
  /** With who made, renewed or revoked it. @throws AppError `not-found`. */
  getSource(id: string): Promise<{ readonly source: FeedSource; readonly events: readonly SourceEvent[] }>;
  /** @throws AppError `conflict` when the id is, or was, another's. */
  createSource(source: NewSource, by: string): Promise<SourceWithToken>;
  /** The token before is worth nothing any more. @throws AppError `not-found`; `conflict` when it was revoked. */
  renewToken(id: string, by: string): Promise<SourceWithToken>;
  /** For good; its open alarms are cleared. @throws AppError `not-found`; `conflict` when it was revoked before. */
  revoke(id: string, word: { readonly by: string; readonly reason: string }): Promise<FeedSource>;
  /** Before a body is read. @throws AppError `unauthorized`, `forbidden`, `too-many-requests`. */
  admit(caller: Caller): Promise<void>;
  /** @throws AppError as `admit`; `bad-body` when the sender takes the source for one of another kind. */
  receive(caller: Caller, kind: FeedKind | null, messages: readonly unknown[]): Promise<ReceivedBody>;
  /** The newest first. @throws AppError `not-found`. */
  findQuarantined(id: string, limit: number): Promise<readonly Quarantined[]>;
  findSensors(): Promise<readonly SensorView[]>;
  /** @throws AppError `not-found`, also when its source was revoked. */
  getSensor(source: string, sensor: string): Promise<SensorView>;
  /** The newest first. @throws AppError `not-found`. */
  findReadings(
    source: string,
    sensor: string,
    range: { readonly since: Date | undefined; readonly limit: number },
  ): Promise<readonly SensorReading[]>;
  /** Those that hold now, or will, the gravest first. */
  findWarnings(): Promise<readonly WarningView[]>;
  /** Who is on duty at an instant, by unit. */
  findDuty(at: Date | null): Promise<readonly DutyView[]>;
}
