import { Alert, Button } from "antd";
import { ApiProblem } from "../../api.ts";
import { DATA_PAGE_WORDS } from "../../messages/data-page.ts";
import { useWords } from "../../messages/words.ts";

/** What went wrong with a step, in the page's words, with the server's own beside them. */
export function Trouble({ error, onAgain }: { error: unknown; onAgain?: () => void }) {
  const words = useWords(DATA_PAGE_WORDS);
  const problem = error instanceof ApiProblem ? error : null;
  const isSilent = problem?.status === 0;
  const said = isSilent ? null : error instanceof Error ? error.message : String(error);
  return (
    <Alert
      type="error"
      showIcon
      title={isSilent ? words.silent : words.refused}
      description={
        said && (
          <>
            {said}
            {problem?.requestId && <small> {words.requestId(problem.requestId)}</small>}
          </>
        )
      }
      action={
        onAgain && (
          <Button size="small" onClick={onAgain}>
            {words.again}
          </Button>
        )
      }
    />
  );
}
