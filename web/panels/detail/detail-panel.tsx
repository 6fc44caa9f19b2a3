import { Alert, Button } from "antd";
import { lazy, Suspense, useEffect, useRef } from "react";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { useShownSession } from "../../state/editing.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { Panel } from "../../ui/panel.tsx";
import { Swatch } from "../../ui/swatch.tsx";
import { EditButton } from "../edit/edit-button.tsx";
import { KeptDraftNote } from "../edit/kept-draft-note.tsx";
import { AttributeFacts } from "./attribute-facts.tsx";
import { DetailActions } from "./detail-actions.tsx";
import styles from "./detail-panel.module.css";
import { FirmLinks } from "./firm-links.tsx";
import { HiddenNote } from "./hidden-note.tsx";
import { HistoryView } from "./history-view.tsx";
import { PlaceFacts } from "./place-facts.tsx";
import { RecordFacts } from "./record-facts.tsx";
import { lookOfRow } from "./row-look.ts";
import { useDetail } from "./use-detail.ts";

/** Pickers and lists weigh more than the rest of the panel: they come with the first form. */
const EditPanel = lazy(async () => ({ default: (await import("../edit/edit-panel.tsx")).EditPanel }));

const close = () => changeView({ tool: null, detail: null });

/** Everything that is known about one feature. */
export function DetailPanel() {
  const words = useWords(DETAIL_WORDS);
  const detail = useView((view) => view.detail);
  const isReady = useLedgers(({ state }) => state === "ready");
  const session = useShownSession();
  if (session && isReady)
    return (
      <Suspense>
        <EditPanel key={session.base?.id ?? session.layer} session={session} />
      </Suspense>
    );
  return (
    <Panel title={words.title} onClose={close}>
      <KeptDraftNote />
      {!detail ? (
        <Hints />
      ) : isReady ? (
        <Feature key={`${detail.layer}/${detail.id}`} layer={detail.layer} id={detail.id} />
      ) : (
        <p className={styles.note}>{words.loading}</p>
      )}
    </Panel>
  );
}

function Hints() {
  const words = useWords(DETAIL_WORDS);
  return (
    <div className={styles.hints}>
      <p>{words.nothing}</p>
      <ul>
        {words.hints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </div>
  );
}

function Feature({ layer, id }: { layer: string; id: string }) {
  const words = useWords(DETAIL_WORDS);
  const title = useTitle();
  const { ledger, row, position, record, problem, isGone, again } = useDetail(layer, id);
  const { definition, snapshot } = ledger;
  const article = useRef<HTMLElement>(null);
  // The body keeps its place from the feature before.
  useEffect(() => {
    article.current?.parentElement?.scrollTo(0, 0);
  }, []);
  const look = row === null ? undefined : lookOfRow(definition, snapshot, row);
  return (
    <article ref={article} aria-label={record?.name || record?.code || words.title}>
      <header className={styles.heading}>
        <Swatch layer={definition} size={30} {...(look && { look })} />
        <div className={styles.names}>
          <h3 className={styles.name}>{record?.name || record?.code || "—"}</h3>
          <div className={styles.soft}>
            {title(definition.title)}
            {record && ` · ${record.code}`}
          </div>
        </div>
        {record?.revision && !isGone && <EditButton feature={{ layer, id }} />}
      </header>
      {isGone && <Alert type="warning" showIcon title={words.gone} description={record ? undefined : words.goneHint} />}
      {problem && (
        <Alert
          type="warning"
          showIcon
          title={words.fromPage}
          description={problem}
          action={
            <Button size="small" onClick={again}>
              {words.again}
            </Button>
          }
        />
      )}
      {row !== null && <HiddenNote ledger={ledger} row={row} />}
      {row !== null && <DetailActions ledger={ledger} row={row} id={id} />}
      {record && (
        <>
          <AttributeFacts definition={definition} record={record} />
          <h4 className={styles.section}>{words.place}</h4>
          <PlaceFacts record={record} position={position} isRoad={layer === "roads"} />
          {definition.firm && !isGone && <FirmLinks layer={layer} id={id} />}
          <h4 className={styles.section}>{words.record}</h4>
          <RecordFacts definition={definition} record={record} />
        </>
      )}
      <h4 className={styles.section}>{words.history}</h4>
      <HistoryView layer={definition} id={id} revision={snapshot.revision} />
    </article>
  );
}
