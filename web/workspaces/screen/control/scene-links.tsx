import { EditOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useWall } from "../../../state/wall.ts";
import { editorAddress } from "../editor/editor-address.ts";
import styles from "./control.module.css";

/** The one page beside the console on which scenes are edited, however many are opened after each other. */
const EDITOR = "scene-editor";

/** Opens a scene, or a copy of one, where it is edited; the console stays as it is. */
export function SceneLinks() {
  const words = useWords(SCENE_EDITOR_WORDS);
  const title = useTitle();
  const entries = useWall((wall) => wall.entries);
  return (
    <>
      <div className={styles.buttons}>
        {entries.map(({ scene, origin }) => (
          <Button
            key={scene.id}
            size="large"
            icon={<EditOutlined />}
            href={editorAddress({ scene: scene.id, asNew: false })}
            target={EDITOR}
            title={words.origins[origin]}
          >
            {title(scene.title)}
            {origin !== "preset" && <em className={styles.origin}>{words.marks[origin]}</em>}
          </Button>
        ))}
      </div>
      <div className={styles.buttons}>
        <Select
          size="large"
          className={styles.wide!}
          placeholder={words.makeNew}
          aria-label={words.makeNew}
          value={null}
          options={entries.map(({ scene }) => ({ value: scene.id, label: words.copyOf(title(scene.title)) }))}
          onChange={(id: string | null) => id !== null && open(editorAddress({ scene: id, asNew: true }), EDITOR)}
        />
      </div>
    </>
  );
}
