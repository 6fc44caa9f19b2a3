import { PrinterOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { CarrierFinding } from "#data/analyses/carrier-risk-results.ts";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { useWords } from "../../../messages/words.ts";
import { changeCarriers, startCarriers, useCarrierRisk } from "../../../state/carriers.ts";
import { useView } from "../../../state/view-store.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import { CarrierDetail } from "./carrier-detail.tsx";
import { CarrierTable } from "./carrier-table.tsx";
import { carrierKey, groupOf } from "./carrier-text.ts";
import styles from "./carriers.module.css";
import { CarriersBar } from "./carriers-bar.tsx";
import { CarriersExport } from "./carriers-export-button.tsx";
import { RecordTally } from "./record-tally.tsx";
import { refusalText } from "./refusal-text.ts";
import { showAccidents, useCarrierPicture } from "./use-carrier-picture.ts";

startCarriers();

const NO_CARRIERS: readonly CarrierFinding[] = [];

/** Transport enterprises by risk, and the portrait of one. */
export function CarriersPanel() {
  const { parts } = useWords(TRAFFIC_WORDS);
  const words = useWords(CARRIERS_WORDS);
  const { answer, refusal, pending } = useCarrierRisk();
  const { group, carrier } = useView((view) => view.traffic.carriers);
  const all = answer?.findings ?? NO_CARRIERS;
  const carriers = useMemo(() => (group === null ? all : all.filter((each) => groupOf(each) === group)), [all, group]);
  const opened = useMemo(() => all.find((each) => carrierKey(each) === carrier) ?? null, [all, carrier]);
  useCarrierPicture(opened);
  const open = (each: CarrierFinding) => {
    changeCarriers({ carrier: carrierKey(each) });
    showAccidents(each.accidentIds);
  };
  const nothing = answer ? (all.length === 0 ? words.none : words.noneOfGroup) : pending && words.working;
  return (
    <PartFrame
      title={parts.carriers}
      actions={
        <>
          <PrintLink />
          <CarriersExport />
        </>
      }
      footer={answer && <RecordTally summary={answer.summary} tookMs={answer.tookMs} />}
    >
      <div className={styles.page}>
        <CarriersBar summary={answer?.summary ?? null} />
        {refusal && (
          <p role="alert" className={styles.refused}>
            {words.refused(refusalText(refusal, words))}
          </p>
        )}
        {carriers.length > 0 ? (
          <CarrierTable carriers={carriers} opened={opened && carrierKey(opened)} onOpen={open} />
        ) : (
          <p className={styles.notice}>{nothing}</p>
        )}
        {opened && <CarrierDetail key={carrierKey(opened)} carrier={opened} />}
      </div>
    </PartFrame>
  );
}

function PrintLink() {
  const words = useWords(CARRIERS_WORDS);
  const view = useView();
  return (
    <Link to="/traffic/carriers" search={view} className={styles.print}>
      <PrinterOutlined aria-hidden /> {words.toList}
    </Link>
  );
}
