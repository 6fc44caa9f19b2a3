import { getGradeLook } from "#data/wall/alarms/grades.ts";
import type { AlarmGrade } from "#data/wall/screen-state.ts";
import { inkOn } from "../../../map/symbol-shapes.ts";
import { useTitle } from "../../../messages/words.ts";
import styles from "./incident.module.css";

/** The grade of an alarm: its numeral on its colour. */
export function AlarmGradeMark({ grade }: { grade: AlarmGrade }) {
  const title = useTitle();
  const look = getGradeLook(grade);
  return (
    <span
      className={styles.grade}
      style={{ background: look.color, color: inkOn(look.color) }}
      title={title(look.title)}
    >
      {look.numeral}
    </span>
  );
}
