import { Tooltip } from "antd";
import { getLayer } from "#data/layers/index.ts";
import { BACKLOG_WORDS } from "../../../messages/planning-backlog.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { useConflictStatus } from "./conflict-queries.ts";
import { localMinute } from "./local-day.ts";

/** What the list was made of, and whether it is being made again. */
export function BacklogStatus() {
  const words = useWords(BACKLOG_WORDS);
  const title = useTitle();
  const { data: status } = useConflictStatus();
  if (!status) return words.loading;
  const { ranAt, ruleEdition, revisions, pending } = status;
  return (
    <output>
      {ranAt === null ? words.notRun : words.ran(localMinute(ranAt), ruleEdition ?? "")}
      {Object.keys(revisions).length > 0 && (
        <>
          {" · "}
          <Tooltip
            title={Object.entries(revisions).map(([id, revision]) => (
              <div key={id}>
                {title(getLayer(id).title)} r{revision}
              </div>
            ))}
          >
            <button type="button" style={{ all: "unset", textDecoration: "underline dotted" }}>
              {words.revisions}
            </button>
          </Tooltip>
        </>
      )}
      {pending && ` · ${words.pending}`}
    </output>
  );
}
