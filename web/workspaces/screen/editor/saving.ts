import { newSceneId } from "#data/wall/new-scene.ts";
import { ApiProblem } from "../../../api.ts";
import { fetchScenes, removeScene, type SceneEntry, saveScene } from "../../../api-wall.ts";
import { useView } from "../../../state/view-store.ts";
import { useWall } from "../../../state/wall.ts";
import { editorAddress } from "./editor-address.ts";
import { findTheirs } from "./find-theirs.ts";
import { type Editing, endEditing, idsOf, settleOn } from "./scene-editing.ts";

/**
 * Saves a draft; every screen hears of it.
 *
 * @throws ApiProblem with status 409 when somebody else was faster: what they made of the scene is known by then.
 */
export async function saveEditing(editing: Editing, by: string): Promise<void> {
  const { edit, base, draft } = editing;
  const { entries } = useWall.getState();
  const { id: _, ...scene } = draft;
  const id = edit.asNew ? newSceneId(draft.title.en, idsOf(entries)) : base.scene.id;
  const revision = findTheirs(editing, entries) === "gone" ? 0 : base.revision;
  try {
    settle(await saveScene(id, { scene, by, revision }));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 409) await readAgain();
    throw error;
  }
}

/** A scene of the product is as it came again. @returns whether there still is one. */
export async function takeBack({ base }: Editing, by: string): Promise<boolean> {
  const { id } = base.scene;
  try {
    await removeScene(id, { by, revision: base.revision });
  } finally {
    await readAgain();
  }
  const entry = useWall.getState().entries.find(({ scene }) => scene.id === id);
  if (entry) settle(entry);
  else endEditing();
  return entry !== undefined;
}

function settle(entry: SceneEntry): void {
  const { entries } = useWall.getState();
  const isThere = entries.some(({ scene }) => scene.id === entry.scene.id);
  setEntries(isThere ? entries.map((each) => (each.scene.id === entry.scene.id ? entry : each)) : [...entries, entry]);
  settleOn(entry);
  const edit = { scene: entry.scene.id, asNew: false };
  useView.setState({ edit });
  history.replaceState(history.state, "", editorAddress(edit));
}

const setEntries = (entries: readonly SceneEntry[]): void =>
  useWall.setState({ entries, scenes: entries.map(({ scene }) => scene) });

const readAgain = async (): Promise<void> => setEntries(await fetchScenes());
