import { Segmented } from "antd";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { startPlacing } from "../../../state/placing.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { PLACING_TABS } from "../../../state/view.ts";
import { useView } from "../../../state/view-store.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { AccidentQueue } from "./accident-queue.tsx";
import { PlacementFooter } from "./placement-footer.tsx";
import styles from "./placing.module.css";
import { RoadExport } from "./road-export-button.tsx";
import { RoadFooter } from "./road-footer.tsx";
import { RoadReport } from "./road-report.tsx";

startPlacing();

/** Gets every accident onto the right road, and says what keeps the roads' stakes from being right. */
export function PlacingPanel() {
  const traffic = useWords(TRAFFIC_WORDS);
  const words = useWords(PLACING_WORDS);
  const tab = useView((view) => view.traffic.placingTab);
  const isRoads = tab === "roads";
  return (
    <PartFrame
      title={traffic.parts.placing}
      footer={isRoads ? <RoadFooter /> : <PlacementFooter />}
      actions={
        <>
          {isRoads && <RoadExport />}
          <Segmented
            size="small"
            aria-label={traffic.parts.placing}
            value={tab}
            options={PLACING_TABS.map((value) => ({ value, label: words.tabs[value] }))}
            onChange={(placingTab) => changeTraffic({ placingTab })}
          />
        </>
      }
    >
      <div className={styles.page}>{isRoads ? <RoadReport /> : <AccidentQueue />}</div>
    </PartFrame>
  );
}
