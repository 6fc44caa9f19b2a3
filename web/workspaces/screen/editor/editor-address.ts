import { DEFAULT_VIEW, type View } from "../../../state/view.ts";
import { formatView } from "../../../state/view-codec.ts";
import { useView } from "../../../state/view-store.ts";

/** Where a scene is edited, in the language and theme of this page. */
export function editorAddress(edit: NonNullable<View["edit"]>): string {
  const { language, theme } = useView.getState();
  return `/screen?${formatView({ ...DEFAULT_VIEW, language, theme, edit })}`;
}
