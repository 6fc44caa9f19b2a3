import { traceReadings } from "#data/wall/alarms/reading-trace.ts";
import { isSilent } from "#data/wall/alarms/silence.ts";
import type { AlarmView } from "../../../api-wall.ts";
import { SCREEN_FEED_WORDS } from "../../../messages/screen-feeds.ts";
import { useWords } from "../../../messages/words.ts";
import { clockOf } from "./clock-text.ts";
import styles from "./incident.module.css";
import { type SensorNow, useSensor } from "./use-feeds.ts";
import { useNow } from "./use-now.ts";

/** What the sensor of an alarm says now, how old that is, and whether it has fallen silent: an old value must not look like a live one. */
export function SensorAlarm({ alarm, hasTrace }: { alarm: AlarmView; hasTrace: boolean }) {
  const words = useWords(SCREEN_FEED_WORDS);
  const now = useNow();
  const found = useSensor(alarm);
  const raisedBy = words.raisedBy(`${alarm.value} ${alarm.unit}`);
  if (found === undefined) return <p>{raisedBy}</p>;
  if (found === null)
    return (
      <p>
        <b className={styles.silent}>{words.sensorGone}</b> {raisedBy}
      </p>
    );
  const { newest, receivedAt, silentSince, intervalS, unit } = found.sensor;
  const silent = silentSince !== null || isSilent(Date.parse(receivedAt), intervalS, now);
  const ageS = newest ? Math.max(0, Math.floor((now - Date.parse(newest.observedAt)) / 1_000)) : 0;
  return (
    <>
      <p className={styles.reading} data-silent={silent}>
        {newest ? (
          <>
            <strong>
              {newest.value} {unit}
            </strong>{" "}
            {words.readAgo(words.age(ageS))}
            {newest.quality === "bad" && <b className={styles.silent}>{words.badQuality}</b>}
          </>
        ) : (
          words.noReading
        )}
      </p>
      {silent && (
        <p>
          <b className={styles.silent}>{words.silent(clockOf(silentSince ?? receivedAt))}</b> {words.silentSays}
        </p>
      )}
      {hasTrace && <Trace found={found} now={now} />}
      <p>{raisedBy}</p>
    </>
  );
}

/** The last readings with the limits; time that brought none stays empty at the right. */
function Trace({ found: { sensor, readings }, now }: { found: SensorNow; now: number }) {
  const words = useWords(SCREEN_FEED_WORDS);
  const trace = traceReadings(
    readings,
    sensor.rule.thresholds.map(({ at }) => at),
    now,
  );
  if (!trace || trace.points.length < 2) return null;
  return (
    <svg className={styles.trace} viewBox="0 0 100 100" preserveAspectRatio="none" role="img" aria-label={words.trace}>
      {trace.limits.map((height) => (
        <line key={height} x1={0} x2={100} y1={height * 100} y2={height * 100} />
      ))}
      <polyline points={trace.points.map(([x, y]) => `${(x * 100).toFixed(2)},${(y * 100).toFixed(2)}`).join(" ")} />
    </svg>
  );
}
