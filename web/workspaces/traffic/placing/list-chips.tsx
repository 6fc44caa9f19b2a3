import { PLACING_REASONS } from "#data/traffic/placing/placed.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { type AccidentList, RECORD_TROUBLES } from "../../../state/view.ts";
import { useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import styles from "./placing.module.css";

/** The settled ones hold those that are beside all roads. */
const REASONS = PLACING_REASONS.filter((reason) => reason !== "off-road");

/** The lists with how many each has; those that are empty are left out, unless one is open. */
export function ListChips({ counts }: { counts: Readonly<Record<AccidentList | "toSettle", number>> | null }) {
  const words = useWords(PLACING_WORDS);
  const language = useLanguage();
  const open = useView((view) => view.traffic.accidentList);
  const chip = (list: AccidentList | null) => {
    const count = counts?.[list ?? "toSettle"] ?? 0;
    if (list !== null && list !== open && count === 0) return null;
    return (
      <button
        key={list ?? "all"}
        type="button"
        className={styles.chip}
        aria-pressed={open === list}
        onClick={() => changeTraffic({ accidentList: list === open ? null : list })}
      >
        {list === null ? words.toSettle : words.lists[list]} <b>{counts ? formatNumber(count, language) : "…"}</b>
      </button>
    );
  };
  return (
    <div className={styles.lists}>
      <fieldset className={styles.chips} aria-label={words.groups.reasons}>
        {chip(null)}
        {REASONS.map(chip)}
        {chip("off-road")}
        {chip("settled")}
      </fieldset>
      <fieldset className={styles.chips}>
        <legend className={styles.legend}>{words.groups.records}</legend>
        {RECORD_TROUBLES.map(chip)}
      </fieldset>
    </div>
  );
}
