import type { Geometry } from "geojson";
import type { AttributeValue } from "#data/layers/feature.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { ChangeValue } from "../detail/value-view.tsx";
import styles from "./edit.module.css";
import type { EditField } from "./edit-fields.ts";
import { MoveText, PlaceSummary } from "./place-summary.tsx";
import type { FieldChange } from "./read-form.ts";

interface Props {
  readonly changes: readonly FieldChange[];
  readonly before: Geometry | null;
  readonly geometry: Geometry | null;
  readonly isNew: boolean;
}

/** What will be written: old beside new, field by field. */
export function ChangeTable({ changes, before, geometry, isNew }: Props) {
  const words = useWords(EDIT_WORDS);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.reviewField}</th>
          {!isNew && <th scope="col">{words.reviewOld}</th>}
          <th scope="col">{words.reviewNew}</th>
        </tr>
      </thead>
      <tbody>
        {geometry && (
          <tr>
            <th scope="row">{words.geometry}</th>
            {!isNew && <td className={styles.old}>{before && <PlaceSummary geometry={before} />}</td>}
            <td>
              <PlaceSummary geometry={geometry} />
              {before && (
                <strong>
                  <MoveText from={before} to={geometry} />
                </strong>
              )}
            </td>
          </tr>
        )}
        {changes.map(({ field, from, to }) => (
          <tr key={field.id}>
            <FieldName field={field} />
            {!isNew && (
              <td className={styles.old}>
                <Value field={field} value={from} />
              </td>
            )}
            <td>
              <Value field={field} value={to} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function FieldName({ field }: { field: EditField }) {
  return <th scope="row">{useTitle()(field.attribute.title)}</th>;
}

export const Value = ({ field, value }: { field: EditField; value: AttributeValue }) => (
  <ChangeValue id={field.id} attribute={field.attribute} value={value} />
);
