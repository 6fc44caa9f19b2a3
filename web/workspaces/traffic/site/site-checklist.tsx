import type { ChecklistItem, SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import styles from "./site.module.css";
import { useSiteText } from "./use-site-text.ts";

/** What to look at on the spot; prints on the sheet for the visit. */
export function SiteChecklist({ summary: { checklist } }: { summary: SiteDiagnosisSummary }) {
  const { headings } = useWords(SITE_WORDS);
  const title = useTitle();
  const text = useSiteText();
  return (
    <section className={styles.section} aria-label={headings.checklist}>
      <h3 className={styles.heading}>{headings.checklist}</h3>
      <div className={styles.columns}>
        {groupsOf(checklist).map(({ group, items }) => (
          <div key={group} className={styles.measure}>
            <h4 className={styles.group}>{title(items[0]!.groupTitle)}</h4>
            <ul className={styles.list}>
              {items.map((item) => (
                <li key={item.id}>
                  {title(item.text)}
                  {item.because && <span className={styles.soft}> ({text.factor(item.because)})</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

/** Items under their headings, in the order in which the headings come first. */
export function groupsOf(checklist: readonly ChecklistItem[]): { group: string; items: ChecklistItem[] }[] {
  const groups = new Map<string, ChecklistItem[]>();
  for (const item of checklist) groups.set(item.group, [...(groups.get(item.group) ?? []), item]);
  return [...groups].map(([group, items]) => ({ group, items }));
}
