import { Select } from "antd";
import type { LayerDefinition } from "#data/layers/define.ts";
import type { DraftPreview } from "../../../api.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import { useWords } from "../../../messages/words.ts";
import styles from "./mapping.module.css";
import { type MappingField, sampleValues } from "./mapping-fields.ts";

const NONE = "";

export function MappingTable(props: {
  fields: readonly MappingField[];
  layer: LayerDefinition;
  columns: readonly string[];
  sample: DraftPreview["sample"];
  disabled: boolean;
  onMap: (target: string, column: string | null) => void;
}) {
  const { fields, layer, columns, sample, disabled, onMap } = props;
  const words = useWords(INTAKE_WORDS).mapping;
  const options = [{ value: NONE, label: words.none }, ...columns.map((column) => ({ value: column, label: column }))];
  return (
    <table className={styles.table} aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.sample}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ target, title, required, column, otherwise }) => {
          const isJoined = column !== null && !columns.includes(column);
          const samples = layer.attributes[target]?.personal ? [words.hidden] : sampleValues(column, sample);
          return (
            <tr key={target}>
              <th scope="row">
                {title}
                {required && (
                  <abbr className={styles.required} title={words.required}>
                    *
                  </abbr>
                )}
              </th>
              <td>
                <Select
                  size="small"
                  className={styles.column!}
                  aria-label={title}
                  value={column ?? NONE}
                  disabled={disabled}
                  status={required && column === null ? "warning" : ""}
                  showSearch
                  options={isJoined ? [...options, { value: column, label: column }] : options}
                  onChange={(chosen: string) => onMap(target, chosen === NONE ? null : chosen)}
                />
                {otherwise.length > 0 && <small>{words.otherwise(otherwise.join("、"))}</small>}
              </td>
              <td className={styles.sample} title={samples.join("\n")}>
                {column !== null && samples.join(" · ")}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
