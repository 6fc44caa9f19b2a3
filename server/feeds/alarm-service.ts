import { shelveAlarm, unshelveAlarm } from "../db/alarm-shelves.ts";
import { acknowledgeAlarm, findAlarm, findAlarmEvents, findAlarms } from "../db/alarms.ts";
import type { Database } from "../db/record.ts";
import { AppError } from "../errors.ts";
import type { AlarmService } from "./alarm-view.ts";

const noSuchAlarm = () => new AppError("not-found", "there is no such alarm");

const hasChanged = (revision: number) =>
  new AppError("conflict", "the alarm has changed in the meantime: read it again", [
    { field: "revision", message: "is not that of the present state", allowed: String(revision) },
  ]);

/** Alarms as the routes see them. */
export function alarmService(db: Database): AlarmService {
  async function getAlarm(id: string) {
    const alarm = await findAlarm(db, id);
    if (!alarm) throw noSuchAlarm();
    return alarm;
  }
  return {
    findAlarms: (filter) => findAlarms(db, filter),
    async getAlarm(id) {
      const [alarm, events] = await Promise.all([getAlarm(id), findAlarmEvents(db, id)]);
      return { alarm, events };
    },
    async acknowledge(id, word) {
      const outcome = await acknowledgeAlarm(db, id, word);
      if (outcome === "missing") throw noSuchAlarm();
      if (outcome === "taken") throw new AppError("conflict", "somebody has taken the alarm in hand already");
      if (typeof outcome === "object") throw hasChanged(outcome.stale);
      return getAlarm(id);
    },
    async shelve(id, word) {
      const outcome = await shelveAlarm(db, id, word);
      if (outcome === "missing") throw noSuchAlarm();
      if (outcome === "gravest")
        throw new AppError("unprocessable", "an alarm of grade I is not put aside: take it in hand");
      if (typeof outcome === "object") throw hasChanged(outcome.stale);
      return getAlarm(id);
    },
    async unshelve(id, by) {
      const outcome = await unshelveAlarm(db, id, by);
      if (outcome === "missing") throw noSuchAlarm();
      if (outcome === "not-shelved") throw new AppError("conflict", "nothing of this sensor is put aside");
      return getAlarm(id);
    },
  };
}
