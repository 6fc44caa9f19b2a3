import { uuidv7 } from "uuidv7";
import { changeOfAlarm } from "#data/wall/alarms/alarm.ts";
import { CHATTER_WINDOW_MS, isChatter } from "#data/wall/alarms/chatter.ts";
import { isSilent } from "#data/wall/alarms/silence.ts";
import { gradeOf, waitWatch } from "#data/wall/alarms/watch.ts";
import type { SensorMessage } from "#data/wall/feeds/sensor-messages.ts";
import { announceSensor, readSensor, type SensorState, type SensorStep } from "#data/wall/feeds/sensor-state.ts";
import {
  type AlarmStep,
  findCalls,
  findOpenAlarms,
  findQuietAlarms,
  keepAlarmSteps,
  keepLeft,
  type OpenAlarm,
  type QuietAlarm,
} from "../db/alarms.ts";
import {
  countSensors,
  findKeptSensors,
  findPresentFeatures,
  type KeptSensor,
  keepReadings,
  keepSensors,
  type NewReading,
} from "../db/feed-sensors.ts";
import type { HeldSource } from "../db/feed-sources.ts";
import type { Executor } from "../db/record.ts";
import { quarantined, type Taken } from "./message-result.ts";

/** A zone has hundreds of sensors; more than these of one source are a mistake. */
export const MOST_SENSORS = 2_000;

/** Takes messages of sensors in, in their order: sensors, readings, and what becomes of alarms. */
export async function takeSensorMessages(
  tx: Executor,
  source: HeldSource,
  messages: readonly SensorMessage[],
  now: Date,
): Promise<Taken[]> {
  const names = [...new Set(messages.map(({ sensor }) => sensor))];
  const sensors = await findKeptSensors(tx, source.id, names);
  const alarms = await trackAlarms(tx, source.id, names, now);
  const places = messages.flatMap((message) =>
    message.type === "sensor" && "layer" in message.place ? [message.place] : [],
  );
  const features = await findPresentFeatures(tx, places);
  let room = messages.some(({ type }) => type === "sensor") ? MOST_SENSORS - (await countSensors(tx, source.id)) : 0;
  const readings: NewReading[] = [];
  const touched = new Map<string, KeptSensor>();

  const taken = messages.map((message): Taken => {
    const present = sensors.get(message.sensor)?.state ?? null;
    if (message.type === "sensor") {
      const { place } = message;
      if ("layer" in place && !features.has(`${place.layer}/${place.code}`))
        return quarantined("unknown-feature", "place", "the record has no such feature");
      if (!present && room <= 0)
        return quarantined("too-many-sensors", "sensor", `a source has at most ${MOST_SENSORS} sensors`);
    }
    const step =
      message.type === "sensor" ? announceSensor(present, message) : readSensor(present, message, now.getTime());
    if (step.outcome === "quarantined") return step;
    if (message.type === "reading") readings.push(toReading(message));
    else if (!present) room--;
    // A late message shows that the sensor lives, if nothing else.
    const kept = { state: stateAfter(step, present!), receivedAt: now.getTime(), silentSince: null };
    sensors.set(message.sensor, kept);
    touched.set(message.sensor, kept);
    if (step.outcome === "accepted") alarms.follow(step.state, message.observedAt);
    return { outcome: step.outcome };
  });

  await keepSensors(tx, source.id, [...touched.values()]);
  await keepReadings(tx, source.id, readings, now);
  await keepAlarmSteps(tx, source, alarms.steps, now);
  await keepLeft(tx, alarms.left);
  return taken;
}

/**
 * What time alone does to the sensors of a source: limits whose hold time is over count, some have fallen silent, and alarms that
 * chattered have been quiet for long enough.
 */
export async function letTimePass(tx: Executor, source: HeldSource, now: Date): Promise<boolean> {
  const sensors = await findKeptSensors(tx, source.id, null);
  const changed: KeptSensor[] = [];
  for (const kept of sensors.values()) {
    const watch = waitWatch(kept.state.watch, kept.state.rule, now.getTime());
    const fellSilent = kept.silentSince === null && isSilent(kept.receivedAt, kept.state.intervalS, now.getTime());
    const counts = watch.some(({ isActive }, i) => isActive !== kept.state.watch[i]!.isActive);
    if (!fellSilent && !counts) continue;
    const silentSince = fellSilent ? now.getTime() : kept.silentSince;
    changed.push({ ...kept, state: { ...kept.state, watch }, silentSince });
  }
  const names = changed.map(({ state }) => state.sensor);
  // What begins to count at this very moment is not quiet.
  const quiet = (await findQuietAlarms(tx, source.id, now)).filter(({ sensor }) => !names.includes(sensor));
  if (changed.length === 0 && quiet.length === 0) return false;
  const alarms = await trackAlarms(tx, source.id, names, now);
  for (const { state } of changed) alarms.follow(state, null);
  await keepSensors(tx, source.id, changed);
  await keepAlarmSteps(tx, source, [...quiet.map(clearedBy), ...alarms.steps], now);
  await keepLeft(tx, alarms.left);
  return true;
}

const clearedBy = (alarm: QuietAlarm): AlarmStep => ({
  ...alarm,
  kind: "cleared",
  state: "cleared",
  revision: alarm.revision + 1,
  value: null,
  observedAt: null,
});

/** Follows the alarms of sensors from state to state, and remembers what became of them. */
async function trackAlarms(tx: Executor, source: string, sensors: readonly string[], now: Date) {
  const open: Map<string, OpenAlarm> = await findOpenAlarms(tx, source, sensors);
  const calls = await findCalls(tx, source, sensors, new Date(now.getTime() - CHATTER_WINDOW_MS));
  const steps: AlarmStep[] = [];
  const left = new Map<string, number | null>();
  return {
    steps,
    /** By alarm: since when the limits of a chattering one are left, where that has changed. */
    left,
    follow({ sensor, watch, unit, newest }: SensorState, observedAt: string | null) {
      const present = open.get(sensor) ?? null;
      const grade = gradeOf(watch);
      const earlier = calls.get(sensor) ?? [];
      const change = changeOfAlarm(present, grade, isChatter(earlier, now.getTime()));
      if (present?.chattering && (present.leftAt !== null) !== (grade === null)) {
        const leftAt = grade === null ? now.getTime() : null;
        left.set(present.id, leftAt);
        open.set(sensor, { ...present, leftAt });
      }
      if (!change) return;
      if (change.kind === "raised" || change.kind === "escalated") calls.set(sensor, [...earlier, now.getTime()]);
      const id = present?.id ?? uuidv7();
      const alarm = { ...change.standing, id, sensor, revision: (present?.revision ?? 0) + 1, leftAt: null };
      if (change.kind === "cleared") open.delete(sensor);
      else open.set(sensor, alarm);
      steps.push({ ...alarm, kind: change.kind, value: newest?.value ?? null, unit, observedAt });
    },
  };
}

const stateAfter = (step: SensorStep, present: SensorState): SensorState =>
  step.outcome === "accepted" ? step.state : present;

const toReading = ({
  sensor,
  observedAt,
  id,
  value,
  quality,
}: Extract<SensorMessage, { type: "reading" }>): NewReading => ({
  sensor,
  observedAt,
  messageId: id,
  value,
  quality,
});
