import { PrinterOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useEffect } from "react";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { CARRIERS_LIST_WORDS } from "../../../messages/traffic-carriers-list.ts";
import { useWords } from "../../../messages/words.ts";
import { startCarriers, useCarrierRisk } from "../../../state/carriers.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { useView } from "../../../state/view-store.ts";
import paper from "../../../ui/paper.module.css";
import { CarriersSheet } from "./carriers-sheet.tsx";
import { refusalText } from "./refusal-text.ts";

/** The list of risky carriers as it goes out on paper. */
export function CarriersListPage() {
  const words = useWords(CARRIERS_LIST_WORDS);
  const shared = useWords(CARRIERS_WORDS);
  const view = useView();
  const { answer, refusal } = useCarrierRisk();
  const { zone, state, problem } = useLedgers();
  useEffect(() => startCarriers(), []);
  useEffect(() => {
    document.title = words.title;
  }, [words]);
  return (
    <div className={paper.page}>
      <header className={paper.bar}>
        <Link to="/traffic" search={{ ...view, traffic: { ...view.traffic, part: "carriers" } }}>
          {words.back}
        </Link>
        <strong>{words.title}</strong>
        {answer && (
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {words.print}
          </Button>
        )}
      </header>
      {answer ? (
        <main className={paper.sheets}>
          <CarriersSheet findings={answer.findings} summary={answer.summary} isDemo={zone?.demo ?? false} />
        </main>
      ) : refusal || state === "failed" ? (
        <Alert type="error" showIcon title={refusal ? shared.refused(refusalText(refusal, shared)) : problem} />
      ) : (
        <output className={paper.waiting}>{words.waiting}</output>
      )}
    </div>
  );
}
