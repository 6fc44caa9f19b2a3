import type { IncidentView } from "../../../api-feeds.ts";
import { SCREEN_FEED_WORDS } from "../../../messages/screen-feeds.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { dayAndClock } from "./clock-text.ts";
import styles from "./incident.module.css";
import { useNow } from "./use-now.ts";

/** What a weather warning or an accident says that has taken the screen over. */
export function NewsIncident({ incident }: { incident: IncidentView }) {
  const words = useWords(SCREEN_FEED_WORDS);
  const language = useLanguage();
  const now = useNow();
  const number = (value: number) => formatNumber(value, language);
  const head = <p className={styles.where}>{incident.headline}</p>;
  if (incident.kind === "weather") {
    const { kind, areaName, issuedAt, validTo } = incident.weather;
    return (
      <>
        {head}
        <p>
          {words.incidentKinds.weather} <b>{words.weatherKinds[kind]}</b> {areaName}
        </p>
        <p>
          {words.issued(dayAndClock(issuedAt, now))} {words.until(dayAndClock(validTo, now))}
        </p>
      </>
    );
  }
  const { deaths, injuries, dangerousGoods, happenedAt, roadName } = incident.accident;
  return (
    <>
      {head}
      <p>
        <strong>{words.accident(number(deaths), number(injuries))}</strong>
      </p>
      <p>
        {words.incidentKinds.accident} {words.happenedAt(happenedAt.replace("T", " "))} {roadName}{" "}
        {dangerousGoods === true && <b className={styles.silent}>{words.dangerousGoods}</b>}
      </p>
    </>
  );
}
