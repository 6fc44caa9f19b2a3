import { create } from "zustand";
import { compareScenes } from "#data/wall/compare-scenes.ts";
import { newSceneId } from "#data/wall/new-scene.ts";
import type { Scene } from "#data/wall/scene.ts";
import type { SceneEntry } from "../../../api-wall.ts";
import type { View } from "../../../state/view.ts";
import { forgetDraft, keepDraft, recallDraft } from "./kept-draft.ts";

type Edit = NonNullable<View["edit"]>;

/** A scene as it was read, and what somebody makes of it. */
export interface Editing {
  /** As the address has it. */
  readonly edit: Edit;
  /** What the draft was made of; of a new scene the copy as it began, with revision 0. */
  readonly base: SceneEntry;
  readonly draft: Scene;
  /** What was left unsaved on this machine the last time came back. */
  readonly isRecalled: boolean;
}

/** `null`: nothing is edited, or the server has not said yet which scenes there are. */
export const useEditing = create<{ readonly editing: Editing | null }>(() => ({ editing: null }));

/**
 * Begins with a scene as it stands, or with what was left unsaved of it.
 *
 * @param nameCopy - makes a copy's title out of the scene's.
 * @returns whether there is such a scene.
 */
export function beginEditing(
  edit: Edit,
  entries: readonly SceneEntry[],
  nameCopy: (title: Scene["title"]) => Scene["title"],
): boolean {
  const kept = recallDraft(keyOf(edit));
  const entry = entries.find(({ scene }) => scene.id === edit.scene);
  if (!entry && !kept) return false;
  const base = kept?.base ?? (edit.asNew ? copyOf(entry!, entries, nameCopy) : entry!);
  useEditing.setState({ editing: { edit, base, draft: kept?.draft ?? base.scene, isRecalled: kept !== null } });
  return true;
}

function copyOf(
  { scene }: SceneEntry,
  entries: readonly SceneEntry[],
  nameCopy: (title: Scene["title"]) => Scene["title"],
): SceneEntry {
  const title = nameCopy(scene.title);
  const id = newSceneId(title.en, idsOf(entries));
  return { scene: { ...scene, id, title }, origin: "own", revision: 0, changedBy: null, changedAt: null };
}

export const idsOf = (entries: readonly SceneEntry[]): string[] => entries.map(({ scene }) => scene.id);

/** What is changed of a scene is kept on this machine until it is saved or dropped. */
export function changeDraft(change: Partial<Scene> | ((draft: Scene) => Scene)): void {
  const { editing } = useEditing.getState();
  if (!editing) return;
  setEditing({
    ...editing,
    draft: typeof change === "function" ? change(editing.draft) : { ...editing.draft, ...change },
  });
}

/** The draft is a change of this entry from now on. */
export function rebase(base: SceneEntry, draft: Scene): void {
  const { editing } = useEditing.getState();
  if (editing) setEditing({ ...editing, base, draft });
}

/** The draft is what was read again. */
export function dropChanges(): void {
  const { editing } = useEditing.getState();
  if (editing) setEditing({ ...editing, draft: editing.base.scene, isRecalled: false });
}

/** The scene is as the server says now, under its own name. */
export function settleOn(base: SceneEntry): void {
  const { editing } = useEditing.getState();
  if (editing) forgetDraft(keyOf(editing.edit));
  const edit = { scene: base.scene.id, asNew: false };
  useEditing.setState({ editing: { edit, base, draft: base.scene, isRecalled: false } });
}

export function endEditing(): void {
  const { editing } = useEditing.getState();
  if (editing) forgetDraft(keyOf(editing.edit));
  useEditing.setState({ editing: null });
}

/** Whether a draft says anything else than what it was made of. */
export const isChanged = ({ base, draft }: Pick<Editing, "base" | "draft">): boolean =>
  compareScenes(base.scene, base.scene, draft).length > 0;

function setEditing(editing: Editing): void {
  useEditing.setState({ editing });
  const { edit, base, draft } = editing;
  if (isChanged(editing)) keepDraft(keyOf(edit), { base, draft });
  else forgetDraft(keyOf(edit));
}

const keyOf = ({ scene, asNew }: Edit): string => (asNew ? `copy:${scene}` : scene);
