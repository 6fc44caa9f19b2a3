import { Button, Result, Spin } from "antd";
import { useState } from "react";
import { ApiProblem, type ImportReport } from "../../api.ts";
import { DATA_PAGE_WORDS } from "../../messages/data-page.ts";
import { INTAKE_WORDS } from "../../messages/intake.ts";
import { useWords } from "../../messages/words.ts";
import { changeView } from "../../state/view-store.ts";
import styles from "./delivery.module.css";
import { DraftView } from "./draft-view.tsx";
import { ImportView } from "./imports/import-view.tsx";
import { useDelivery } from "./intake-queries.ts";
import { Trouble } from "./trouble.tsx";

/** One delivery, from its first byte to what came of it. */
export function DeliveryView({ id }: { id: string }) {
  const words = useWords(DATA_PAGE_WORDS);
  const { data, error, refetch } = useDelivery(id);
  const [report, setReport] = useState<ImportReport | null>(null);
  const leave = () => changeView({ draft: null });
  // A draft that changed nothing is forgotten and leaves no import: only its report tells of it.
  if (report?.importId === null) return <NothingWritten onLeave={leave} />;
  if (data?.import) return <ImportView entry={data.import} isNew={report !== null} />;
  if (data?.draft) return <DraftView draft={data.draft} onDone={setReport} />;
  if (error instanceof ApiProblem && error.status === 404)
    return <Result status="404" title={words.gone} extra={<Button onClick={leave}>{words.back}</Button>} />;
  return (
    <div className={styles.middle}>{error ? <Trouble error={error} onAgain={() => void refetch()} /> : <Spin />}</div>
  );
}

function NothingWritten({ onLeave }: { onLeave: () => void }) {
  const words = useWords(INTAKE_WORDS).commit;
  return (
    <Result
      status="info"
      title={words.nothing}
      subTitle={words.nothingHint}
      extra={
        <Button type="primary" onClick={onLeave}>
          {words.next}
        </Button>
      }
    />
  );
}
