import { FigureButton } from "../figures/figure-button.tsx";
import { shortLabel } from "./short-label.ts";
import styles from "./traffic.module.css";

/** A place with its rank, which the map writes as well, and its numbers. */
export function PlaceRow(props: {
  panel: string;
  id: string;
  rank: number;
  label: string;
  numbers: readonly string[];
}) {
  const { panel, id, rank, label, numbers } = props;
  return (
    <tr>
      <th scope="row">
        <span className={styles.place}>
          <span className={styles.rank}>{rank}</span>
          <FigureButton panel={panel} figure={id}>
            {shortLabel(label)}
          </FigureButton>
        </span>
      </th>
      {numbers.map((text, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name and never move
        <td key={column}>
          <FigureButton panel={panel} figure={id}>
            {text}
          </FigureButton>
        </td>
      ))}
    </tr>
  );
}
