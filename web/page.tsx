import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import type { ZoneMap } from "./map/picture.ts";
import { useSurface } from "./state/surface.ts";
import "./ui/page.css";

declare global {
  interface Window {
    /** For people who operate the page: `zoneMap.loseContext()` in the console tries the recovery by hand. */
    zoneMap: ZoneMap | null;
  }
}

useSurface.subscribe(({ map }) => {
  window.zoneMap = map;
});

createRoot(document.getElementById("root")!).render(<App />);
