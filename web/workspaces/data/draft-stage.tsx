import { Alert, Button, Progress } from "antd";
import { useState } from "react";
import { cancelJudging, type DraftView } from "../../api.ts";
import { INTAKE_WORDS } from "../../messages/intake.ts";
import { type ProblemCode, REMARK_WORDS } from "../../messages/remarks.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import styles from "./delivery.module.css";
import { tellDraft } from "./intake-queries.ts";
import { UploadProgress } from "./upload/upload-progress.tsx";

/** Where a draft stands while it is not simply ready: on its way, being checked, stopped, or unreadable. */
export function DraftStage({ draft, onCheckAgain }: { draft: DraftView; onCheckAgain: () => void }) {
  switch (draft.state) {
    case "receiving":
      return (
        <div className={styles.stage}>
          <UploadProgress draft={draft} />
        </div>
      );
    case "judging":
      return <Judging draft={draft} />;
    case "cancelled":
      return <Stopped onCheckAgain={onCheckAgain} />;
    case "failed":
      return <Failed draft={draft} onCheckAgain={onCheckAgain} />;
    case "ready":
      return null;
  }
}

function Judging({ draft: { id, progress, preview } }: { draft: DraftView }) {
  const words = useWords(INTAKE_WORDS);
  const language = useLanguage();
  const [isStopping, setStopping] = useState(false);
  const number = (value: number) => formatNumber(value, language);
  const { stage = "waiting", rows = 0, total = null } = progress ?? {};
  const percent = stage === "comparing" ? 95 : total ? Math.min(90, (rows / total) * 90) : rows > 0 ? 45 : 2;
  const stop = async () => {
    setStopping(true);
    tellDraft(await cancelJudging(id).finally(() => setStopping(false)));
  };
  return (
    <div className={styles.stage} aria-live="polite">
      <div className={styles.judging}>
        <strong>{words.stages[stage]}…</strong>
        <span className={styles.soft}>
          {rows > 0 && words.rowsOf(number(rows), total === null ? null : number(total))}
        </span>
        <Progress percent={percent} showInfo={false} status="active" aria-label={words.stages[stage]} />
        <Button loading={isStopping} onClick={() => void stop()}>
          {words.stop}
        </Button>
      </div>
      {preview && <span className={styles.soft}>{words.stale}</span>}
    </div>
  );
}

function Stopped({ onCheckAgain }: { onCheckAgain: () => void }) {
  const words = useWords(INTAKE_WORDS);
  return (
    <div className={styles.stage}>
      <Alert
        type="info"
        showIcon
        title={words.stopped}
        description={words.stoppedHint}
        action={<Button onClick={onCheckAgain}>{words.checkAgain}</Button>}
      />
    </div>
  );
}

function Failed({ draft: { problem }, onCheckAgain }: { draft: DraftView; onCheckAgain: () => void }) {
  const words = useWords(REMARK_WORDS);
  const { checkAgain } = useWords(INTAKE_WORDS);
  const code = problem?.code ?? "internal";
  const said = words.problems[code as ProblemCode];
  return (
    <div className={styles.stage}>
      <Alert
        type="error"
        showIcon
        role="alert"
        title={said ?? words.otherProblem}
        description={problem && <small>{problem.detail}</small>}
        action={code === "internal" && <Button onClick={onCheckAgain}>{checkAgain}</Button>}
      />
    </div>
  );
}
