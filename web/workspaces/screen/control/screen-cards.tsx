import { Checkbox } from "antd";
import { useEffect, useState } from "react";
import { sceneAt } from "#data/wall/scene-at.ts";
import type { ScreenEntry } from "../../../api-wall.ts";
import { SCREEN_WORDS } from "../../../messages/screen.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { rereadScreens, serverNow, useWall } from "../../../state/wall.ts";
import { takingOf } from "../use-program.ts";
import { choose, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";
import { ScreenSettings } from "./screen-settings.tsx";

/** A screen that has not said anything for this long is not showing what it was told, as far as anybody knows. */
const SILENT_MS = 60_000;

/** Screens say something of themselves every ten seconds, and at once when they have followed. */
const LOOK_EVERY_MS = 3_000;

/** Every screen with what stands on it now, and whether it says so itself. */
export function ScreenCards() {
  const words = useWords(CONTROL_WORDS);
  const screens = useWall((wall) => wall.screens);
  const isKnown = useWall((wall) => wall.isKnown);
  const ids = useChosen((chosen) => chosen.ids);
  useEffect(() => {
    const timer = setInterval(rereadScreens, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  const all = screens.length > 0 && screens.every(({ id }) => ids.includes(id));
  return (
    <section className={styles.screens} aria-label={words.screens}>
      <header className={styles.head}>
        <h2>{words.screens}</h2>
        {screens.length > 1 && (
          <Checkbox
            checked={all}
            onChange={({ target }) => useChosen.setState({ ids: target.checked ? screens.map(({ id }) => id) : [] })}
          >
            {words.all}
          </Checkbox>
        )}
      </header>
      {isKnown && screens.length === 0 && <p className={styles.hint}>{words.noScreens}</p>}
      {screens.map((screen) => (
        <div key={screen.id}>
          <ScreenCard screen={screen} isChosen={ids.includes(screen.id)} />
          <ScreenSettings screen={screen} />
        </div>
      ))}
    </section>
  );
}

function ScreenCard({ screen, isChosen }: { screen: ScreenEntry; isChosen: boolean }) {
  const words = useWords(CONTROL_WORDS);
  const screenWords = useWords(SCREEN_WORDS);
  const title = useTitle();
  const { scenes, alarms, incidents } = useWall();
  const now = useServerSeconds();
  const standing = sceneAt(screen.state, scenes, takingOf({ alarms, incidents }), now);
  const scene = scenes.find(({ id }) => id === standing.scene);
  const mode =
    standing.because === "scene" || standing.because === "tour"
      ? words.modes[standing.because]
      : screenWords.modes[standing.because];
  return (
    <label className={styles.card} data-chosen={isChosen} htmlFor={screen.id}>
      <Checkbox id={screen.id} checked={isChosen} onChange={({ target }) => choose(screen.id, target.checked)} />
      <span className={styles.cardName}>{screen.name}</span>
      <span className={styles.cardScene}>
        {scene ? title(scene.title) : standing.scene} · {mode}
      </span>
      <Follows screen={screen} now={now} />
    </label>
  );
}

/** Whether a screen shows what it was told, by its own word. */
function Follows({ screen: { report, revision }, now }: { screen: ScreenEntry; now: number }) {
  const words = useWords(CONTROL_WORDS);
  if (!report) return <span className={styles.silent}>{words.neverHeard}</span>;
  const silentMs = now - Date.parse(report.at);
  if (silentMs > SILENT_MS) return <span className={styles.silent}>{words.silent(Math.round(silentMs / 60_000))}</span>;
  return (
    <span className={report.revision === revision ? styles.follows : styles.silent}>
      {report.revision === revision ? words.follows : words.behind} · {report.widthPx}×{report.heightPx}
      {report.medianFrameMs !== null && ` · ${words.frames(Math.round(report.medianFrameMs))}`}
    </span>
  );
}

function useServerSeconds(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
