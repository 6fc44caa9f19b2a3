import { AutoComplete } from "antd";
import { EDIT_WORDS } from "../../../messages/edit.ts";
import { useWords } from "../../../messages/words.ts";
import { controlId, FieldRow } from "../../../panels/edit/field-row.tsx";
import { LONGEST_REASON } from "../../../panels/edit/who-and-why.tsx";
import { useSettling } from "./settling.ts";

/** Why, for the history; what was given lately is offered again. */
export function ReasonWithRecent(props: { reason: string; isAsked: boolean; onChange: (reason: string) => void }) {
  const { reason, isAsked, onChange } = props;
  const words = useWords(EDIT_WORDS);
  const recent = useSettling((settling) => settling.reasons);
  const isMissing = isAsked && reason.trim() === "";
  return (
    <FieldRow id="reason" label={words.reason} required problem={isMissing ? words.reasonMissing : undefined}>
      <AutoComplete
        id={controlId("reason")}
        size="small"
        value={reason}
        options={recent.map((value) => ({ value }))}
        {...(isMissing && { status: "error" as const })}
        onChange={(text: string) => onChange(text.slice(0, LONGEST_REASON))}
      />
    </FieldRow>
  );
}
