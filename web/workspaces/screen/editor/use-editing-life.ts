import { useEffect } from "react";
import { canonicalText } from "#data/wall/feeds/canonical-text.ts";
import type { SceneEntry } from "../../../api-wall.ts";
import { SCENE_EDITOR_WORDS } from "../../../messages/screen-editor.ts";
import { useWords } from "../../../messages/words.ts";
import { useView } from "../../../state/view-store.ts";
import { useWall } from "../../../state/wall.ts";
import { findTheirs } from "./find-theirs.ts";
import { beginEditing, changeDraft, type Editing, isChanged, settleOn, useEditing } from "./scene-editing.ts";

/**
 * Begins with the scene of the address and follows what others make of it.
 *
 * @returns what somebody else has made of the scene that does not go together with the draft.
 */
export function useEditingLife(editing: Editing | null, isRemoved: boolean): SceneEntry | "gone" | null {
  const { titlesOf } = useWords(SCENE_EDITOR_WORDS);
  const edit = useView((view) => view.edit);
  const entries = useWall((wall) => wall.entries);
  useEffect(() => {
    if (edit && !editing && !isRemoved && entries.length > 0) beginEditing(edit, entries, titlesOf);
  }, [edit, editing, isRemoved, entries, titlesOf]);
  useFilters();
  const theirs = editing && findTheirs(editing, entries);
  const isTheirsMine = editing !== null && !isChanged(editing);
  useEffect(() => {
    // Who has changed nothing has nothing to choose.
    if (isTheirsMine && theirs && theirs !== "gone") settleOn(theirs);
  }, [isTheirsMine, theirs]);
  return theirs;
}

/** The forms of the layers write the view's filters, as they do beside the map of a desk: the draft takes them from there. */
function useFilters(): void {
  useEffect(
    () =>
      useView.subscribe(({ filters }, before) => {
        const { editing } = useEditing.getState();
        if (!editing || filters === before.filters) return;
        if (canonicalText(filters) !== canonicalText(editing.draft.filters)) changeDraft({ filters });
      }),
    [],
  );
}
