import { acknowledgeAlarm, findAlarm, findAlarmEvents, findAlarms } from "../db/alarms.ts";
import type { Database } from "../db/record.ts";
import { AppError } from "../errors.ts";
import type { AlarmService } from "./alarm-view.ts";

/** Alarms as the routes see them. */
export function alarmService(db: Database): AlarmService {
  async function getAlarm(id: string) {
    const alarm = await findAlarm(db, id);
    if (!alarm) throw new AppError("not-found", "there is no such alarm");
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
      if (outcome === "missing") throw new AppError("not-found", "there is no such alarm");
      if (outcome === "taken") throw new AppError("conflict", "somebody has taken the alarm in hand already");
      if (typeof outcome === "object")
        throw new AppError("conflict", "the alarm has changed in the meantime: read it again", [
          { field: "revision", message: "is not that of the present state", allowed: String(outcome.stale) },
        ]);
      return getAlarm(id);
    },
  };
}
