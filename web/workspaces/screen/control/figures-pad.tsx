import { Button } from "antd";
import { useState } from "react";
import { PANELS } from "#data/wall/panels.ts";
import type { Scene } from "#data/wall/scene.ts";
import { INCIDENT_SCENE, type Standing, sceneAt } from "#data/wall/scene-at.ts";
import type { ScreenEntry } from "../../../api-wall.ts";
import { PAGE_WORDS } from "../../../messages/page.ts";
import { SCREEN_LIST_WORDS } from "../../../messages/screen-list.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useWall } from "../../../state/wall.ts";
import { PANEL_FIGURES } from "../figures/panel-figures.ts";
import { StandingAlarm, standingAlarm, useTakers } from "../incident/standing-alarm.ts";
import { useNow } from "../incident/use-now.ts";
import { takingOf } from "../use-program.ts";
import { tell, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";

/** The figures that stand on the first of the chosen screens: a touch opens the list behind one on all of them that show its scene. */
export function FiguresPad() {
  const words = useWords(SCREEN_LIST_WORDS);
  const page = useWords(PAGE_WORDS);
  const screens = useWall((wall) => wall.screens);
  const ids = useChosen((chosen) => chosen.ids);
  const isDemo = useLedgers(({ zone }) => zone?.demo ?? false);
  const [isOpen, setOpen] = useState(false);
  const screen = screens.find(({ id }) => ids.includes(id));
  return (
    <section className={styles.pad} aria-label={words.figures}>
      <header className={styles.head}>
        <h2>{words.figures}</h2>
        {isDemo && (
          <span className={styles.simulated} title={page.demoHint}>
            {page.demo}
          </span>
        )}
        <Button size="large" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {words.showFigures}
        </Button>
        <Button
          size="large"
          disabled={!screen?.state.pointed}
          onClick={() => void tell({ action: "point", figure: null })}
        >
          {words.close}
        </Button>
      </header>
      {isOpen && !screen && <p className={styles.hint}>{words.chooseOne}</p>}
      {isOpen && screen && <ScreenFigures key={screen.id} screen={screen} />}
    </section>
  );
}

function ScreenFigures({ screen }: { screen: ScreenEntry }) {
  const { scenes, alarms, incidents } = useWall();
  const now = useNow();
  const standing = sceneAt(screen.state, scenes, takingOf({ alarms, incidents }), now);
  const scene = scenes.find(({ id }) => id === standing.scene);
  if (!scene) return null;
  return <SceneFigures key={scene.id} screen={screen} scene={scene} standing={standing} />;
}

function SceneFigures({ screen, scene, standing }: { screen: ScreenEntry; scene: Scene; standing: Standing }) {
  const takers = useTakers();
  const alarm = scene.id === INCIDENT_SCENE ? standingAlarm(takers, standing.alarm) : null;
  const panels = scene.panels.filter((id) => Object.hasOwn(PANEL_FIGURES, id));
  return (
    <StandingAlarm value={alarm}>
      {panels.map((panel) => (
        <PanelButtons key={panel} screen={screen} scene={scene.id} panel={panel} />
      ))}
    </StandingAlarm>
  );
}

/** More buttons than this nobody looks through. */
const MOST_SHOWN = 60;

function PanelButtons({ screen, scene, panel }: { screen: ScreenEntry; scene: string; panel: string }) {
  const words = useWords(SCREEN_LIST_WORDS);
  const title = useTitle();
  const isTelling = useChosen((chosen) => chosen.isTelling);
  const figures = PANEL_FIGURES[panel]!.useFigures();
  const { pointed } = screen.state;
  return (
    <>
      <h3 className={styles.hint}>{title(PANELS.find(({ id }) => id === panel)!.title)}</h3>
      <div className={styles.buttons}>
        {figures.slice(0, MOST_SHOWN).map(({ id, title: name, text }) => (
          <Button
            key={id}
            size="large"
            aria-pressed={pointed?.scene === scene && pointed.panel === panel && pointed.figure === id}
            disabled={isTelling}
            onClick={() => void tell({ action: "point", figure: { scene, panel, figure: id } })}
          >
            {name} <b>{text}</b>
          </Button>
        ))}
        {figures.length > MOST_SHOWN && <span className={styles.hint}>{words.more(figures.length - MOST_SHOWN)}</span>}
      </div>
    </>
  );
}
