import type { NeighbourGroup, SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { openListed } from "../../../state/listed-feature.ts";
import { formatNumber, metres } from "../../../ui/quantities.ts";
import styles from "./site.module.css";

const GROUPS: readonly NeighbourGroup[] = ["school", "care", "people", "hazard-source", "hazardous-enterprise"];

/** Who and what stands near the site, and what may be carried past them. */
export function SiteSurroundings({ summary: { surroundings } }: { summary: SiteDiagnosisSummary }) {
  const { headings, surroundings: words } = useWords(SITE_WORDS);
  const language = useLanguage();
  const { neighbours, accesses, dangerousGoods } = surroundings;
  const [people, hazards] = [metres(surroundings.peopleWithinM), metres(surroundings.hazardsWithinM)];
  return (
    <section className={styles.section} aria-label={headings.surroundings}>
      <h3 className={styles.heading}>{headings.surroundings}</h3>
      <p className={styles.row}>
        <b className={dangerousGoods.route === "yes" ? styles.bad : undefined}>
          {words.dangerousGoods[dangerousGoods.route]}
        </b>
        <span>{words.dangerousCrashes(dangerousGoods.crashes, dangerousGoods.unknown)}</span>
      </p>
      {neighbours.length === 0 && <p className={styles.soft}>{words.none(people, hazards)}</p>}
      {GROUPS.map((group) => {
        const own = neighbours.filter((neighbour) => neighbour.group === group);
        return (
          own.length > 0 && (
            <div key={group}>
              <h4 className={styles.group}>
                {words.groups[group]} {own.length}
              </h4>
              <ul className={styles.list}>
                {own.map(({ layer, id, name, people: count, distanceM, positionErrorM }) => (
                  <li key={id}>
                    <button
                      type="button"
                      className={styles.link}
                      aria-label={words.show(name)}
                      onClick={() => openListed({ layer, id })}
                    >
                      {name}
                    </button>{" "}
                    {metres(distanceM)}
                    {positionErrorM !== null && <span className={styles.soft}> ±{metres(2 * positionErrorM)}</span>}
                    {count !== null && ` · ${words.people(formatNumber(count, language))}`}
                  </li>
                ))}
              </ul>
            </div>
          )
        );
      })}
      {neighbours.length > 0 && <p className={styles.soft}>{words.within(people, hazards)}</p>}
      {accesses.length > 0 && (
        <>
          <h4 className={styles.group}>
            {words.accesses} {accesses.length}
          </h4>
          <p className={styles.soft}>
            {accesses.map(({ label }) => label).join(language === "zh" ? "；" : "; ")} ({words.accessesHint})
          </p>
        </>
      )}
    </section>
  );
}
