import { PlusOutlined } from "@ant-design/icons";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import type { Ledger } from "../../state/ledgers.ts";
import { startAdding } from "./start-edit.ts";
import { useStart } from "./use-start.ts";

/** Opens an empty form for a layer. */
export function AddButton({ ledger, className }: { ledger: Ledger; className: string | undefined }) {
  const words = useWords(EDIT_WORDS);
  const label = words.addTo(useTitle()(ledger.definition.title));
  const start = useStart();
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      title={label}
      onClick={() => start(() => startAdding(ledger))}
    >
      <PlusOutlined aria-hidden="true" />
    </button>
  );
}
