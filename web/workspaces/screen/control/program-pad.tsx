import { Button, Segmented } from "antd";
import { useState } from "react";
import { tourOf } from "#data/wall/scenes.ts";
import { CONTROL_WORDS } from "../../../messages/screen-control.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useWall } from "../../../state/wall.ts";
import { tell, useChosen } from "./chosen-screens.ts";
import styles from "./control.module.css";
import { SceneLinks } from "./scene-links.tsx";

/** One scene at a touch, several in turn, or where a scene is edited. */
export function ProgramPad() {
  const words = useWords(CONTROL_WORDS);
  const editorWords = useWords(SCENE_EDITOR_WORDS);
  const title = useTitle();
  const scenes = useWall((wall) => wall.scenes);
  const isTelling = useChosen((chosen) => chosen.isTelling);
  const [left, setLeft] = useState<readonly string[]>([]);
  const [picks, setPicks] = useState<"show" | "tour" | "edit">("show");
  const tour = tourOf(scenes).filter((id) => !left.includes(id));
  return (
    <section className={styles.pad} aria-label={words.program}>
      <header className={styles.head}>
        <h2>{words.program}</h2>
        <Segmented
          value={picks}
          onChange={setPicks}
          options={[
            { value: "show", label: words.oneScene },
            { value: "tour", label: words.tourOf },
            { value: "edit", label: editorWords.editScenes },
          ]}
        />
      </header>
      {picks === "edit" ? (
        <SceneLinks />
      ) : (
        <div className={styles.buttons}>
          {scenes.map((scene) => {
            const isIn = picks === "show" || tour.includes(scene.id);
            return (
              <Button
                key={scene.id}
                size="large"
                type={picks === "tour" && isIn ? "primary" : "default"}
                aria-pressed={picks === "tour" ? isIn : undefined}
                disabled={isTelling || (picks === "tour" && !tourOf(scenes).includes(scene.id))}
                onClick={() => {
                  if (picks === "show") void tell({ action: "show", scene: scene.id });
                  else setLeft(isIn ? [...left, scene.id] : left.filter((id) => id !== scene.id));
                }}
              >
                {title(scene.title)}
                {picks === "tour" && ` ${scene.dwellS} s`}
              </Button>
            );
          })}
        </div>
      )}
      <div className={styles.buttons}>
        {picks === "tour" && (
          <Button
            size="large"
            type="primary"
            disabled={isTelling || tour.length === 0}
            onClick={() => void tell({ action: "tour", scenes: tour })}
          >
            {words.startTour(tour.length)}
          </Button>
        )}
        {(["pause", "resume", "freeze", "thaw"] as const).map((action) => (
          <Button key={action} size="large" disabled={isTelling} onClick={() => void tell({ action })}>
            {words.actions[action]}
          </Button>
        ))}
      </div>
    </section>
  );
}
