import { Alert, Button } from "antd";
import { ApiProblem } from "../../../api.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import { useWords } from "../../../messages/words.ts";
import { Trouble } from "../trouble.tsx";

/** Nothing was written, because the ledger is no longer what the person looked at. */
export function Conflict({ problem, onCheckAgain }: { problem: unknown; onCheckAgain: () => void }) {
  const words = useWords(INTAKE_WORDS);
  if (!(problem instanceof ApiProblem) || problem.status !== 409) return <Trouble error={problem} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={words.commit.conflict}
      description={
        <>
          {words.commit.conflictHint} <small>{problem.message}</small>
        </>
      }
      action={
        <Button type="primary" onClick={onCheckAgain}>
          {words.checkAgain}
        </Button>
      }
    />
  );
}
