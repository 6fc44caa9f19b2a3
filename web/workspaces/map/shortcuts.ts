import { useEffect } from "react";
import { focusMap } from "../../map/map-element.ts";
import { SEARCH_INPUT_ID } from "../../panels/search/search-box.tsx";
import { forgetFound } from "../../state/surface.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { followMoves, pressOnMap } from "./map-keys.ts";

/** Where a key is a letter or belongs to what is open. */
const OWN_KEYS =
  "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox], [role=combobox], .ant-popover";

/** The keys of the whole page. `openHelp` shows them. */
export function useShortcuts(openHelp: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
      if (pressOnMap(event) || press(event.key, openHelp)) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    const endFollowing = followMoves();
    return () => {
      document.removeEventListener("keydown", onKey);
      endFollowing();
    };
  }, [openHelp]);
}

function press(key: string, openHelp: () => void): boolean {
  switch (key) {
    case "/": {
      const input = document.getElementById(SEARCH_INPUT_ID);
      if (input instanceof HTMLInputElement) {
        input.focus();
        input.select();
      }
      return true;
    }
    case "m":
    case "M":
      focusMap();
      return true;
    case "?":
      openHelp();
      return true;
    case "Escape":
      return forgetFound() || closePanel();
    default:
      return false;
  }
}

function closePanel(): boolean {
  const { tool } = useView.getState();
  if (!tool) return false;
  const hadFocus = document.activeElement?.closest("aside") != null;
  changeView({ tool: null, ...(tool === "detail" && { detail: null }) });
  // What had the focus is gone with the panel.
  if (hadFocus) focusMap();
  return true;
}
