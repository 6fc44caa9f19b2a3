import type { Substance } from "#data/layers/define.ts";
import { DETAIL_WORDS } from "../../messages/detail.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { formatNumber } from "../../ui/quantities.ts";
import styles from "./detail-panel.module.css";

/** Substances at their design maximum, the most first; a long list scrolls in its place. */
export function SubstanceTable({ title, substances }: { title: string; substances: readonly Substance[] }) {
  const words = useWords(DETAIL_WORDS);
  const language = useLanguage();
  const sorted = [...substances].sort((a, b) => b.tonnes - a.tonnes);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.substances} aria-label={title} tabIndex={0}>
      <table>
        <caption>
          {title} · {words.substances(substances.length)}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.substance}</th>
            <th scope="col">{words.cas}</th>
            <th scope="col" className={styles.number}>
              {words.tonnes}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ name, cas, tonnes }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a ledger may name a substance twice
            <tr key={i}>
              <td>{name}</td>
              <td className={cas ? undefined : styles.soft}>{cas ?? words.unknown}</td>
              <td className={styles.number}>{formatNumber(tonnes, language, 3)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
