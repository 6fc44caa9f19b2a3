import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { useWords } from "../../../messages/words.ts";
import type { CarrierGroup } from "../../../state/carriers-view.ts";
import styles from "./carriers.module.css";

/** Shapes differ as well, for who cannot tell the colours apart. */
const SIGNS: Readonly<Record<CarrierGroup, string>> = { high: "!!", medium: "!", unrated: "?", low: "✓" };

/** A grade as sign, colour and word. */
export function GradeMark({ group }: { group: CarrierGroup }) {
  const words = useWords(CARRIERS_WORDS);
  return (
    <span className={styles.mark} data-group={group} title={words.groupHints[group]}>
      <i aria-hidden="true">{SIGNS[group]}</i>
      {words.groups[group]}
    </span>
  );
}
