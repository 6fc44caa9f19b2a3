import { Input, InputNumber } from "antd";
import { useId } from "react";
import { DWELL_LIMITS_S, type Scene } from "#data/wall/scene.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./editor.module.css";
import { changeDraft } from "./scene-editing.ts";

const LONGEST_TITLE = 60;

/** What the scene is called, and how long a tour stays with it. */
export function GeneralFields({ draft: { title, dwellS } }: { draft: Scene }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const dwell = useId();
  return (
    <div className={styles.form}>
      {(["zh", "en"] as const).map((language) => (
        <TitleField key={language} language={language} title={title} />
      ))}
      <label htmlFor={dwell}>{words.fields.dwellS}</label>
      <span className={styles.line}>
        <InputNumber
          id={dwell}
          min={DWELL_LIMITS_S.min}
          max={DWELL_LIMITS_S.max}
          precision={0}
          suffix={words.seconds}
          className={styles.number!}
          value={dwellS}
          onChange={(typed) => {
            // While a number is being typed its first digits are no stay yet.
            if (typed !== null && typed >= DWELL_LIMITS_S.min && typed <= DWELL_LIMITS_S.max)
              changeDraft({ dwellS: typed });
          }}
        />
        <span className={styles.hint}>{words.dwellHint(DWELL_LIMITS_S.min, DWELL_LIMITS_S.max)}</span>
      </span>
    </div>
  );
}

function TitleField({ language, title }: { language: "zh" | "en"; title: Scene["title"] }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const id = useId();
  const isMissing = title[language].trim() === "";
  return (
    <>
      <label htmlFor={id}>{words.fields[`title.${language}`]}</label>
      <span>
        <Input
          id={id}
          value={title[language]}
          maxLength={LONGEST_TITLE}
          status={isMissing ? "error" : ""}
          aria-invalid={isMissing}
          onChange={({ target }) =>
            changeDraft((draft) => ({ ...draft, title: { ...draft.title, [language]: target.value } }))
          }
        />
        {isMissing && <span className={styles.fault}>{words.titleMissing}</span>}
      </span>
    </>
  );
}
