import { useEffect, useState } from "react";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { Scene } from "#data/wall/scene.ts";
import type { Standing } from "#data/wall/scene-at.ts";
import type { ScreenState } from "#data/wall/screen-state.ts";
import { PAGE_WORDS } from "../../messages/page.ts";
import { SCREEN_WORDS, type ScreenWords } from "../../messages/screen.ts";
import { useLanguage, useTitle, useWords } from "../../messages/words.ts";
import { useHeld } from "../../state/held.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { lastGoodText } from "./last-good-text.ts";
import styles from "./screen.module.css";

/** Whose wall it is, which scene stands, whether the data is made up, and the time. */
export function ScreenHeader({ scene, standing, state }: { scene: Scene; standing: Standing; state: ScreenState }) {
  const page = useWords(PAGE_WORDS);
  const title = useTitle();
  const zone = useLedgers((state) => state.zone);
  return (
    <header className={styles.header}>
      <span className={styles.product}>{zone?.name ? title(zone.name) : page.product}</span>
      <h1 className={styles.scene}>{title(scene.title)}</h1>
      {zone?.demo && (
        <span className={styles.demo} title={page.demoHint}>
          {page.demo}
        </span>
      )}
      <Mode standing={standing} state={state} />
      <ConnectionNote />
      <Clock key={standing.scene} />
    </header>
  );
}

/** Why this scene stands where it is not simply the tour's turn. */
function Mode({ standing: { because }, state: { frozen } }: { standing: Standing; state: ScreenState }) {
  const words = useWords(SCREEN_WORDS);
  const heldSince = useHeld(({ since }) => since);
  if (because === "tour" || because === "scene") return null;
  const text = because === "freeze" && frozen ? frozenText(frozen.at, heldSince, words) : words.modes[because];
  return (
    <span className={styles.mode} data-because={because}>
      {text}
    </span>
  );
}

/** A screen hears of its freezing within this time; figures that it holds since later are of a page that was opened anew. */
const HEARD_WITHIN_MS = 15_000;

function frozenText(frozenAt: string, heldSince: number | null, words: ScreenWords): string {
  const at = Date.parse(frozenAt);
  const isLater = heldSince !== null && heldSince - at > HEARD_WITHIN_MS;
  return isLater
    ? words.frozenLater(instantText(at), instantText(heldSince))
    : words.frozenAt(clockOf(new Date(frozenAt)));
}

const instantText = (at: number): string => lastGoodText([at], [], localDayOf(new Date())) ?? "";

const clockOf = (instant: Date): string => instant.toTimeString().slice(0, 8);

/** Says since when nothing new can come. */
function ConnectionNote() {
  const words = useWords(SCREEN_WORDS);
  const connected = useLedgers((state) => state.connected);
  const [lostAt, setLostAt] = useState<string | null>(null);
  useEffect(() => setLostAt(connected ? null : clockOf(new Date())), [connected]);
  return lostAt === null ? null : (
    <span className={styles.lost} role="alert">
      {words.connectionLost(lostAt)}
    </span>
  );
}

const SECOND_MS = 1_000;

/** The time of this machine; a wall on which it stands still is a wall that has died. */
function Clock() {
  const language = useLanguage();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  const day = now.toLocaleDateString(language === "zh" ? "zh-CN" : "en-GB", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    weekday: "short",
  });
  return (
    <time className={styles.clock} dateTime={now.toISOString()}>
      {day} <b>{clockOf(now)}</b>
    </time>
  );
}
