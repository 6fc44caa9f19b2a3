import { Button, Radio } from "antd";
import { useState } from "react";
import { compareScenes, type SceneDifference, type SceneField, takeFields } from "#data/wall/compare-scenes.ts";
import type { SceneEntry } from "../../../api-wall.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./editor.module.css";
import { type Editing, rebase } from "./scene-editing.ts";
import { useFieldWords } from "./use-field-words.ts";

/** Two people's versions of a scene, field by field; what is chosen becomes the draft, made of theirs. */
export function Comparison({
  editing: { base, draft },
  theirs,
  onClose,
}: {
  editing: Editing;
  theirs: SceneEntry;
  onClose: () => void;
}) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const { label, text } = useFieldWords();
  const differences = compareScenes(base.scene, theirs.scene, draft);
  const [chosen, setChosen] = useState<Partial<Record<SceneField, "theirs" | "mine">>>({});
  const choiceOf = ({ field, changedBy }: SceneDifference) =>
    chosen[field] ?? (changedBy === "them" ? "theirs" : "mine");
  const take = () => {
    const taken = differences.filter((each) => choiceOf(each) === "theirs").map(({ field }) => field);
    rebase(theirs, takeFields(draft, theirs.scene, taken));
    onClose();
  };
  return (
    <section className={styles.body} aria-label={words.comparison}>
      <h3 className={styles.subhead}>{words.comparison}</h3>
      <p className={styles.hint}>{words.comparisonHint}</p>
      {differences.map((difference) => {
        const { field, changedBy } = difference;
        return (
          <fieldset key={field} className={styles.difference}>
            <legend>
              {label(field)} <span className={styles.hint}>{words.changes[changedBy]}</span>
            </legend>
            <Radio.Group
              vertical
              aria-label={label(field)}
              value={choiceOf(difference)}
              onChange={({ target }) => setChosen({ ...chosen, [field]: target.value as "theirs" | "mine" })}
              options={[
                { value: "theirs", label: <Choice name={words.theirs} text={text(theirs.scene, field)} /> },
                { value: "mine", label: <Choice name={words.mine} text={text(draft, field)} /> },
              ]}
            />
          </fieldset>
        );
      })}
      <div className={styles.buttons}>
        <Button type="primary" onClick={take}>
          {words.takeChoice}
        </Button>
        <Button onClick={onClose}>{words.back}</Button>
      </div>
    </section>
  );
}

const Choice = ({ name, text }: { name: string; text: string }) => (
  <>
    <b>{name}</b> {text}
  </>
);
