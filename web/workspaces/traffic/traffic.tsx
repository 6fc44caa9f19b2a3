import { TRAFFIC_WORDS } from "../../messages/traffic.ts";
import { useWords } from "../../messages/words.ts";
import { startTraffic } from "../../state/traffic.ts";
import { TRAFFIC_PARTS } from "../../state/view.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { WorkFrame } from "../map/work-frame.tsx";
import { PARTS } from "./parts.tsx";

startTraffic();

/** Which stretches of road are accident-prone, why, and whether a treatment worked: the map, and beside it one part of that work. */
export function Traffic() {
  const words = useWords(TRAFFIC_WORDS);
  const part = useView((view) => view.traffic.part);
  return (
    <WorkFrame
      label={words.rail}
      ids={TRAFFIC_PARTS}
      parts={PARTS}
      otherwise={PARTS.screening}
      names={words.parts}
      shown={part}
      onShow={(shown) => changeView(({ traffic }) => ({ traffic: { ...traffic, part: shown } }))}
    />
  );
}
