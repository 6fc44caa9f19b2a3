import { getLayer } from "#data/layers/index.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { useResults } from "../../state/results.ts";
import styles from "./rings.module.css";

/** By which rule the distances were measured, and in what. */
export function RingNotes() {
  const words = useWords(RING_WORDS);
  const title = useTitle();
  const revisions = useResults(({ rings }) => rings.answer?.revisions ?? null);
  return (
    <footer className={styles.notes}>
      <p>{words.rule}</p>
      {revisions && (
        <p>
          {words.revisions}:{" "}
          {Object.entries(revisions)
            .map(([layer, revision]) => words.revision(title(getLayer(layer).title), revision))
            .join(" · ")}
        </p>
      )}
    </footer>
  );
}
