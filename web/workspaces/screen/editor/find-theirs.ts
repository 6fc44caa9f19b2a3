import type { SceneEntry } from "../../../api-wall.ts";
import type { Editing } from "./scene-editing.ts";

/**
 * What somebody else has made of the scene since it was read.
 *
 * @param entries - as the server last said; empty before it has.
 * @returns their scene, `gone` when they have removed it, `null` when nobody has touched it. A scene that is only being made has nobody else.
 */
export function findTheirs(
  { edit, base }: Pick<Editing, "edit" | "base">,
  entries: readonly SceneEntry[],
): SceneEntry | "gone" | null {
  if (edit.asNew || entries.length === 0) return null;
  const entry = entries.find(({ scene }) => scene.id === base.scene.id);
  if (!entry) return "gone";
  // An answer that was on its way while this one saved is older, not another.
  return entry.revision > base.revision ? entry : null;
}
