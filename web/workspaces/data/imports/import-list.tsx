import { Spin, Tag } from "antd";
import { findLayer } from "#data/layers/index.ts";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { changeView, useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { formatInstant } from "../clock.ts";
import { useImports } from "../intake-queries.ts";
import { Trouble } from "../trouble.tsx";
import styles from "./imports.module.css";
import { UndoButton } from "./undo-button.tsx";

/** Every file that came in, latest first; those of one layer when one is chosen. */
export function ImportList() {
  const words = useWords(DATA_PAGE_WORDS);
  const title = useTitle();
  const language = useLanguage();
  const layer = useView((view) => view.dataLayer);
  const { data, error, refetch } = useImports();
  if (error) return <Trouble error={error} onAgain={() => void refetch()} />;
  if (!data) return <Spin />;
  const imports = data.imports.filter((entry) => layer === null || entry.layer === layer);
  if (imports.length === 0) return <p className={styles.none}>{words.imports.none}</p>;
  const number = (value: number) => formatNumber(value, language);
  return (
    <table className={styles.table} aria-label={words.imports.title}>
      <thead>
        <tr>
          {(["when", "layer", "file", "by", "counts", "state"] as const).map((column) => (
            <th key={column} scope="col">
              {words.imports.columns[column]}
            </th>
          ))}
          <th />
        </tr>
      </thead>
      <tbody>
        {imports.map((entry) => {
          const definition = findLayer(entry.layer);
          return (
            <tr key={entry.id}>
              <td className={styles.when}>{formatInstant(entry.createdAt)}</td>
              <td>{definition ? title(definition.title) : entry.layer}</td>
              <td className={styles.file}>
                <button type="button" className={styles.link} onClick={() => changeView({ draft: entry.id })}>
                  {entry.fileName}
                </button>
              </td>
              <td>{entry.createdBy}</td>
              <td>{words.imports.counts(number(entry.added), number(entry.changed), number(entry.refused))}</td>
              <td>
                {entry.undoneAt ? (
                  <Tag>
                    ↶ {words.imports.undone(formatInstant(entry.undoneAt), entry.undoneBy ?? words.imports.unknown)}
                  </Tag>
                ) : (
                  <Tag color="success">✓ {words.imports.stands}</Tag>
                )}
              </td>
              <td className={styles.end}>
                {!entry.undoneAt && <UndoButton id={entry.id} fileName={entry.fileName} />}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
