import { PrinterOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useEffect } from "react";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { VISIT_WORDS } from "../../../messages/traffic-visit.ts";
import { useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { startSiteDiagnosis, useSiteDiagnosis } from "../../../state/site-diagnosis.ts";
import { useView } from "../../../state/view-store.ts";
import paper from "../../../ui/paper.module.css";
import { VisitSheet } from "./visit-sheet.tsx";

/** The sheet that goes along to a site: what the ledgers know, and room for what the eye finds. */
export function VisitPage() {
  const words = useWords(SITE_WORDS);
  const visit = useWords(VISIT_WORDS);
  const view = useView();
  const { answer, refusal } = useSiteDiagnosis();
  const { zone, state, problem } = useLedgers();
  const { site } = view.traffic;
  useEffect(() => startSiteDiagnosis(), []);
  const label = answer?.summary.place.label;
  useEffect(() => {
    if (label) document.title = `${label} ${visit.title}`;
  }, [label, visit]);
  return (
    <div className={paper.page}>
      <header className={paper.bar}>
        <Link to="/traffic" search={{ ...view, traffic: { ...view.traffic, part: "site" } }}>
          {visit.back}
        </Link>
        <strong>{label}</strong>
        {answer && (
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {visit.print}
          </Button>
        )}
      </header>
      {answer ? (
        <main className={paper.sheets}>
          <VisitSheet summary={answer.summary} isDemo={zone?.demo ?? false} />
        </main>
      ) : !site ? (
        <Alert type="info" showIcon title={words.none} />
      ) : refusal || state === "failed" ? (
        <Alert type="error" showIcon title={`${words.refused}: ${refusal?.reason ?? problem}`} />
      ) : (
        <output className={paper.waiting}>{words.waiting}</output>
      )}
    </div>
  );
}
