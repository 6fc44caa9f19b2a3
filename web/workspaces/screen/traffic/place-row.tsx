import { shortLabel } from "./short-label.ts";
import styles from "./traffic.module.css";

/** A place with its rank, which the map writes as well, and its numbers. */
export function PlaceRow({ rank, label, numbers }: { rank: number; label: string; numbers: readonly string[] }) {
  return (
    <tr>
      <th scope="row">
        <span className={styles.rank}>{rank}</span>
        {shortLabel(label)}
      </th>
      {numbers.map((text, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
        <td key={column}>{text}</td>
      ))}
    </tr>
  );
}
