import type { AlarmView } from "../../../api-wall.ts";

/**
 * Open ones, cleared ones that nobody has seen, and last of each sensor that was put aside its newest, so that nobody forgets it.
 *
 * @param alarms - as the server orders them.
 */
export function deskOrder(alarms: readonly AlarmView[]): AlarmView[] {
  const calls = alarms.filter(
    ({ state, acknowledgedAt, shelf }) => !shelf && (state !== "cleared" || acknowledgedAt === null),
  );
  const aside = new Map<string, AlarmView>();
  for (const alarm of alarms) {
    const key = `${alarm.source.id}/${alarm.sensor}`;
    if (alarm.shelf && !aside.has(key)) aside.set(key, alarm);
  }
  return [...calls, ...aside.values()];
}
