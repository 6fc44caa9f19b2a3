import { Button, Modal } from "antd";
import type { Geometry } from "geojson";
import type { ReactNode } from "react";
import type { FeatureAnswer } from "../../api.ts";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { type EditSession, geometryOf } from "../../state/editing.ts";
import { formatInstant } from "../detail/instants.ts";
import { FieldName, Value } from "./change-table.tsx";
import styles from "./edit.module.css";
import type { EditField } from "./edit-fields.ts";
import { MoveText, PlaceSummary } from "./place-summary.tsx";
import { differencesOf, type FieldChange, isSamePlace } from "./read-form.ts";

interface Props {
  readonly session: EditSession & { readonly base: FeatureAnswer };
  /** The present state. */
  readonly theirs: FeatureAnswer;
  readonly fields: readonly EditField[];
  readonly changes: readonly FieldChange[];
  readonly isBusy: boolean;
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
  readonly onCancel: () => void;
}

/** Two people changed the same feature: both versions side by side, and the person decides. */
export function ConflictDialog(props: Props) {
  const { session, theirs, fields, changes, isBusy, onTakeTheirs, onKeepMine, onCancel } = props;
  const words = useWords(EDIT_WORDS);
  const language = useLanguage();
  const { changedBy, validFrom } = theirs.properties;
  const differences = differencesOf(fields, session.base, theirs, changes);
  return (
    <Modal
      open
      width={820}
      title={words.conflictTitle}
      onCancel={onCancel}
      footer={
        <>
          <Button onClick={onCancel}>{words.cancel}</Button>
          <Button onClick={onTakeTheirs}>{words.takeTheirs}</Button>
          <Button type="primary" loading={isBusy} onClick={onKeepMine}>
            {words.keepMine}
          </Button>
        </>
      }
    >
      <p>{words.conflictHint(changedBy, formatInstant(validFrom, language))}</p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.reviewField}</th>
              <th scope="col">{words.conflictRead}</th>
              <th scope="col">
                {words.conflictTheirs}
                <div className={styles.soft}>{changedBy}</div>
              </th>
              <th scope="col">{words.conflictMine}</th>
            </tr>
          </thead>
          <tbody>
            <PlaceDifference session={session} theirs={theirs} />
            {differences.map(({ field, read, theirs: now, mine }) => (
              <tr key={field.id}>
                <FieldName field={field} />
                <td className={styles.old}>
                  <Value field={field} value={read} />
                </td>
                <td>
                  <Value field={field} value={now} />
                </td>
                <td>{mine === undefined ? <Untouched /> : <Value field={field} value={mine} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.soft}>{words.keepMineHint}</p>
    </Modal>
  );
}

function PlaceDifference({ session, theirs }: Pick<Props, "session" | "theirs">) {
  const words = useWords(EDIT_WORDS);
  const [read, now, mine] = [geometryOf(session.base), geometryOf(theirs), session.geometry];
  if (!mine && isSamePlace(read, now)) return null;
  const moved = (to: Geometry): ReactNode => (
    <>
      <PlaceSummary geometry={to} />
      {!isSamePlace(read, to) && (
        <strong>
          <MoveText from={read} to={to} />
        </strong>
      )}
    </>
  );
  return (
    <tr>
      <th scope="row">{words.geometry}</th>
      <td className={styles.old}>
        <PlaceSummary geometry={read} />
      </td>
      <td>{moved(now)}</td>
      <td>{mine ? moved(mine) : <Untouched />}</td>
    </tr>
  );
}

const Untouched = () => <span className={styles.soft}>{useWords(EDIT_WORDS).untouched}</span>;
