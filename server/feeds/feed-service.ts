import { clearAlarmsOf } from "../db/alarms.ts";
import { findDuty } from "../db/duty-shifts.ts";
import { findQuarantined } from "../db/feed-messages.ts";
import { findReadings, findSensorViews, hasSensor } from "../db/feed-sensors.ts";
import {
  addSource,
  findSource,
  findSourceEvents,
  findSourceKeys,
  findSources,
  holdSource,
  renewToken,
  revokeSource,
} from "../db/feed-sources.ts";
import { endIncidentsOf } from "../db/incidents.ts";
import type { Database } from "../db/record.ts";
import { findWarnings } from "../db/weather-warnings.ts";
import { AppError } from "../errors.ts";
import { createDoorkeeper } from "./doorkeeper.ts";
import type { FeedService } from "./feeds.ts";
import { receiveMessages } from "./receive.ts";
import { makeToken } from "./token.ts";
import type { Turns } from "./turns.ts";

/** Sources and what they send, as the routes see them. */
export function feedService(db: Database, turns: Turns): FeedService {
  const door = createDoorkeeper(() => findSourceKeys(db));

  async function getSource(id: string) {
    const source = await findSource(db, id);
    if (!source) throw new AppError("not-found", "there is no such source");
    return source;
  }

  return {
    findSources: () => findSources(db),
    async getSource(id) {
      const [source, events] = await Promise.all([getSource(id), findSourceEvents(db, id)]);
      return { source, events };
    },
    async createSource(source, by) {
      const { token, hash } = makeToken();
      if (!(await addSource(db, source, hash, by)))
        throw new AppError("conflict", `there is, or was, a source ${source.id}`, [
          { field: "id", message: "is taken", allowed: "an id that no source has had" },
        ]);
      door.forget();
      return { source: await getSource(source.id), token };
    },
    async renewToken(id, by) {
      const { token, hash } = makeToken();
      const outcome = await renewToken(db, id, hash, by);
      if (outcome === "missing") throw new AppError("not-found", "there is no such source");
      if (outcome === "revoked") throw new AppError("conflict", "the source was revoked: make a new one");
      door.forget();
      return { source: await getSource(id), token };
    },
    async revoke(id, word) {
      const outcome = await revokeSource(db, id, word, async (tx, source) => {
        await clearAlarmsOf(tx, source, word.by, `source revoked: ${word.reason}`);
        await endIncidentsOf(tx, source);
      });
      if (outcome === "missing") throw new AppError("not-found", "there is no such source");
      if (outcome === "revoked-before") throw new AppError("conflict", "the source was revoked before");
      door.forget();
      return getSource(id);
    },
    admit: (caller) => door.admit(caller),
    async receive(caller, kind, messages) {
      await door.settle(caller, messages.length);
      const turn = turns.run(caller.source, () =>
        db.transaction(async (tx) => {
          const source = await holdSource(tx, caller.source);
          if (!source || source.isRevoked) throw new AppError("forbidden", "the token of this source was revoked");
          if (kind !== null && kind !== source.kind)
            throw new AppError("bad-body", "the body is refused: kind", [
              { field: "kind", message: "is not the kind of this source", allowed: source.kind },
            ]);
          return receiveMessages(tx, source, messages, new Date());
        }),
      );
      if (turn) return turn;
      throw new AppError("too-many-requests", "bodies of this source are being taken in; send one after another", [], {
        retryAfterS: 1,
      });
    },
    async findQuarantined(id, limit) {
      await getSource(id);
      return findQuarantined(db, id, limit);
    },
    findSensors: () => findSensorViews(db),
    async getSensor(source, sensor) {
      const [view] = await findSensorViews(db, { source, sensor });
      if (!view) throw new AppError("not-found", "there is no such sensor");
      return view;
    },
    async findReadings(source, sensor, range) {
      if (!(await hasSensor(db, source, sensor))) throw new AppError("not-found", "there is no such sensor");
      return findReadings(db, source, sensor, range);
    },
    findWarnings: () => findWarnings(db, new Date()),
    findDuty: (at) => findDuty(db, at ?? new Date()),
  };
}
