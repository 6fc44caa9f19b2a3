import { WarningOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { EDIT_WORDS } from "../../messages/edit.ts";
import { useWords } from "../../messages/words.ts";
import styles from "./edit.module.css";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  readonly isChanged?: boolean;
  readonly problem?: string | undefined;
  readonly children: ReactNode;
  /** Where the control is a group, its own label names it. */
  readonly isGroup?: boolean;
  /** The control has the whole width, under its label. */
  readonly isWide?: boolean;
}

export const controlId = (id: string): string => `edit-${id}`;
export const problemId = (id: string): string => `edit-${id}-problem`;

/** Label, control and what is wrong with it. */
export function FieldRow({ id, label, required, isChanged, problem, children, isGroup, isWide }: Props) {
  const words = useWords(EDIT_WORDS);
  const name = (
    <>
      {label}
      {required && (
        <span className={styles.required} title={words.required} aria-hidden>
          *
        </span>
      )}
    </>
  );
  return (
    <div className={styles.row} data-changed={isChanged} data-wide={isWide}>
      {isGroup ? (
        <span className={styles.label} id={`${controlId(id)}-label`}>
          {name}
        </span>
      ) : (
        <label className={styles.label} htmlFor={controlId(id)}>
          {name}
        </label>
      )}
      <div className={styles.control}>
        {children}
        {problem !== undefined && (
          <div className={styles.problem} id={problemId(id)} role="alert">
            <WarningOutlined aria-hidden /> {problem}
          </div>
        )}
      </div>
    </div>
  );
}
