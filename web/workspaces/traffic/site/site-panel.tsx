import { AimOutlined, FileAddOutlined, FileTextOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useState } from "react";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { startSiteDiagnosis, useSiteDiagnosis } from "../../../state/site-diagnosis.ts";
import { useBlackSpots } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { RegisterForm } from "../screening/register-form.tsx";
import { TallyLine } from "../tally-line.tsx";
import { goToSite } from "./go-to-site.ts";
import styles from "./site.module.css";
import { SiteBanner } from "./site-banner.tsx";
import { siteBasis } from "./site-basis.ts";
import { SiteChecklist } from "./site-checklist.tsx";
import { SiteCrashes } from "./site-crashes.tsx";
import { SiteDiagram } from "./site-diagram.tsx";
import { SiteFactors } from "./site-factors.tsx";
import { SiteFacts } from "./site-facts.tsx";
import { SiteMeasures } from "./site-measures.tsx";
import { SiteSurroundings } from "./site-surroundings.tsx";
import { useSitePicture } from "./use-site-picture.ts";

startSiteDiagnosis();

/** One site: what happens there, what of it is more than elsewhere, who is near, and what is usually done about it. */
export function SitePanel() {
  const words = useWords(SITE_WORDS);
  const { parts } = useWords(TRAFFIC_WORDS);
  const language = useLanguage();
  const view = useView();
  const { site } = view.traffic;
  const { answer, refusal, pending } = useSiteDiagnosis();
  const screened = useBlackSpots((black) => black.answer);
  const [isRegistering, setRegistering] = useState(false);
  useSitePicture(answer?.summary ?? null);
  return (
    <PartFrame
      title={parts.site}
      actions={
        answer && (
          <>
            <Button size="small" icon={<AimOutlined />} onClick={() => goToSite(answer.summary.place)}>
              {words.goThere}
            </Button>
            <Button
              size="small"
              icon={<FileAddOutlined />}
              aria-expanded={isRegistering}
              onClick={() => setRegistering(!isRegistering)}
            >
              {words.register}
            </Button>
            <Link to="/traffic/visit" search={view}>
              <FileTextOutlined /> {words.visitSheet}
            </Link>
          </>
        )
      }
      footer={answer && <TallyLine {...answer.summary} tookMs={formatNumber(answer.tookMs, language, 0)} />}
    >
      {!site && <p className={styles.notice}>{words.none}</p>}
      {site && refusal && (
        <Alert type="error" showIcon title={`${words.refused}: ${refusal.field} ${refusal.reason}`} />
      )}
      {site && !answer && pending && <output className={styles.notice}>{words.waiting}</output>}
      {answer && (
        <>
          <SiteBanner summary={answer.summary} />
          {isRegistering && (
            <div className={styles.section}>
              <RegisterForm
                place={answer.summary.place}
                counts={answer.summary.counts}
                basis={siteBasis(answer, screened)}
                onClose={() => setRegistering(false)}
              />
            </div>
          )}
          <SiteFacts summary={answer.summary} />
          <SiteDiagram summary={answer.summary} />
          <SiteFactors summary={answer.summary} />
          <SiteSurroundings summary={answer.summary} />
          <SiteMeasures summary={answer.summary} />
          <SiteChecklist summary={answer.summary} />
          <SiteCrashes summary={answer.summary} />
        </>
      )}
    </PartFrame>
  );
}
