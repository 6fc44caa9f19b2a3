import { Segmented } from "antd";
import { useState } from "react";
import { PLANNING_WORDS } from "../../../messages/planning.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useWords } from "../../../messages/words.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { AdviceResult } from "./advice-result.tsx";
import { startAdvice } from "./advice-state.ts";
import { DevelopmentSection } from "./development-section.tsx";
import { HazardZoneList } from "./hazard-zones.tsx";
import { RiskSection } from "./risk-section.tsx";
import { startRisk } from "./risk-state.ts";
import styles from "./second.module.css";
import { type SecondTab, useSecondPicture } from "./use-second-picture.ts";

startRisk();
startAdvice();

/** What other methods say of the same place. */
export function SecondPanel() {
  const words = useWords(SECOND_WORDS);
  const planning = useWords(PLANNING_WORDS);
  const [tab, setTab] = useState<SecondTab>("risk");
  useSecondPicture(tab);
  return (
    <PartFrame title={planning.parts.opinion}>
      <div className={styles.tabs}>
        <Segmented
          block
          aria-label={planning.parts.opinion}
          value={tab}
          options={(["risk", "advice"] as const).map((value) => ({ value, label: words.tabs[value] }))}
          onChange={setTab}
        />
      </div>
      {tab === "risk" ? (
        <RiskSection />
      ) : (
        <>
          <p className={styles.law} role="note">
            {words.advice.notLaw}
          </p>
          <AdviceResult />
          <HazardZoneList />
          <DevelopmentSection />
        </>
      )}
    </PartFrame>
  );
}
