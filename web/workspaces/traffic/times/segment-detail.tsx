import { AimOutlined, FieldTimeOutlined, FundViewOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import type { SitePlace } from "#data/traffic/site.ts";
import { PATROL_WORDS } from "../../../messages/traffic-patrol.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTimes } from "../../../state/times.ts";
import type { WeekBlock } from "../../../state/times-view.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { goToPlace } from "../screening/go-to-place.ts";
import looks from "../screening/site.module.css";

/** The open segment: what is said of it, and where it leads. */
export function SegmentDetail(props: { place: SitePlace; block?: WeekBlock | null; children: ReactNode }) {
  const { place, block = null, children } = props;
  const words = useWords(SCREENING_WORDS);
  const patrol = useWords(PATROL_WORDS);
  return (
    <section className={looks.detail} aria-label={words.detail}>
      <header>
        <h3>{place.label}</h3>
        <div className={looks.actions}>
          <Button
            size="small"
            type="primary"
            icon={<FundViewOutlined />}
            onClick={() => changeTraffic({ site: place.site, part: "site" })}
          >
            {words.diagnose}
          </Button>
          <Button
            size="small"
            icon={<FieldTimeOutlined />}
            onClick={() => {
              changeTraffic({ site: place.site });
              changeTimes({ tab: "rhythm", scope: "site", weight: "casualty", block });
            }}
          >
            {patrol.rhythm}
          </Button>
          <Button size="small" icon={<AimOutlined />} onClick={() => goToPlace(place)}>
            {words.goThere}
          </Button>
          <Button size="small" onClick={() => changeTraffic({ site: null })}>
            {words.close}
          </Button>
        </div>
      </header>
      {children}
    </section>
  );
}
