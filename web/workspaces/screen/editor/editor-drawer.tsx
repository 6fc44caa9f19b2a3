import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { OVERLAYS, PANELS } from "#data/wall/panels.ts";
import { MOST_OVERLAYS, MOST_PANELS } from "#data/wall/scene.ts";
import type { SceneEntry } from "../../../api-wall.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { DEFAULT_VIEW } from "../../../state/view.ts";
import { formatView } from "../../../state/view-codec.ts";
import { useView, useViewFields } from "../../../state/view-store.ts";
import { useWall } from "../../../state/wall.ts";
import { Comparison } from "./comparison.tsx";
import styles from "./editor.module.css";
import { GeneralFields } from "./general-fields.tsx";
import { HeatFields } from "./heat-fields.tsx";
import { IdList } from "./id-list.tsx";
import { LayerFields } from "./layer-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { SaveBar } from "./save-bar.tsx";
import { changeDraft, type Editing, useEditing } from "./scene-editing.ts";
import { SizePreviews } from "./size-previews.tsx";
import { useEditingLife } from "./use-editing-life.ts";

/** Everything that makes a scene, beside the scene as it then stands. */
export function EditorDrawer() {
  const words = useWords(SCENE_EDITOR_WORDS);
  const edit = useView((view) => view.edit);
  const editing = useEditing((state) => state.editing);
  const isKnown = useWall((wall) => wall.entries.length > 0);
  const [isRemoved, setRemoved] = useState(false);
  const [isComparing, setComparing] = useState(false);
  const theirs = useEditingLife(editing, isRemoved);
  const other = theirs !== "gone" ? theirs : null;
  return (
    <section className={styles.drawer} aria-label={edit?.asNew ? words.newTitle : words.title}>
      <Head editing={editing} />
      {!editing && (
        <div className={styles.body}>
          {isRemoved && <output>{words.gone}</output>}
          {!isRemoved && isKnown && <p role="alert">{words.noScene(edit?.scene ?? "")}</p>}
        </div>
      )}
      {editing && other && isComparing && (
        <Comparison editing={editing} theirs={other} onClose={() => setComparing(false)} />
      )}
      {editing && !(other && isComparing) && (
        <>
          <Fields editing={editing}>
            {theirs === "gone" && <p className={styles.notice}>{words.theirsGone}</p>}
            {other && <TheirsNote theirs={other} onCompare={() => setComparing(true)} />}
          </Fields>
          <SaveBar
            editing={editing}
            isBehind={other !== null}
            isGone={theirs === "gone"}
            onRemoved={() => setRemoved(true)}
            onConflict={() => setComparing(true)}
          />
        </>
      )}
    </section>
  );
}

function Head({ editing }: { editing: Editing | null }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const title = useTitle();
  const { language, theme, edit } = useViewFields("language", "theme", "edit");
  const source = useWall((wall) => wall.scenes.find(({ id }) => id === edit?.scene));
  return (
    <header className={styles.head}>
      <div>
        <h2>{edit?.asNew ? words.newTitle : words.title}</h2>
        {editing && (
          <p className={styles.hint}>
            {edit?.asNew ? source && words.copyOf(title(source.title)) : <Origin entry={editing.base} />}
          </p>
        )}
      </div>
      <a href={`/screen/control?${formatView({ ...DEFAULT_VIEW, language, theme })}`}>{words.toConsole}</a>
    </header>
  );
}

function Origin({ entry: { scene, origin, changedBy, changedAt } }: { entry: SceneEntry }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  const saved = changedBy !== null && changedAt !== null && origin !== "preset";
  return [
    words.id(scene.id),
    words.origins[origin],
    ...(saved ? [words.changedBy(changedBy, instantText(changedAt))] : []),
  ].join(" · ");
}

/** Of this machine's clock, to the minute. */
function instantText(instant: string): string {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function TheirsNote({ theirs: { changedBy, changedAt }, onCompare }: { theirs: SceneEntry; onCompare: () => void }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  return (
    <div role="alert" className={styles.notice}>
      {words.theirsCame(changedBy ?? "", changedAt === null ? "" : instantText(changedAt))}{" "}
      <Button size="small" onClick={onCompare}>
        {words.compare}
      </Button>
    </div>
  );
}

function Fields({ editing: { draft, isRecalled }, children }: { editing: Editing; children: ReactNode }) {
  const words = useWords(SCENE_EDITOR_WORDS);
  return (
    <div className={styles.body}>
      {children}
      {isRecalled && <output className={styles.notice}>{words.recalled}</output>}
      <GeneralFields draft={draft} />
      <Part title={words.place}>
        <PlaceFields draft={draft} />
      </Part>
      <Part title={words.fields.panels}>
        <IdList
          label={words.fields.panels}
          addLabel={words.addPanel}
          ids={draft.panels}
          known={PANELS}
          most={MOST_PANELS}
          onChange={(panels) => changeDraft({ panels })}
        />
        <SizePreviews panels={draft.panels} />
      </Part>
      <Part title={words.fields.layers}>
        <LayerFields draft={draft} />
      </Part>
      <Part title={words.fields.heat}>
        <HeatFields draft={draft} />
      </Part>
      <Part title={words.fields.overlays}>
        <IdList
          label={words.fields.overlays}
          addLabel={words.addOverlay}
          ids={draft.overlays}
          known={OVERLAYS}
          most={MOST_OVERLAYS}
          onChange={(overlays) => changeDraft({ overlays })}
        />
      </Part>
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part} aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
);
