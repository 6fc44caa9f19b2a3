import type { Site } from "#data/traffic/site.ts";
import { REGISTER_WORDS } from "../../../messages/traffic-register.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { findSite } from "../screening/site-match.ts";
import styles from "./register.module.css";
import { useRegister } from "./register-queries.ts";

/** What the register has of this ground already: nobody is to register twice what is being treated. */
export function KnownSpots({ site }: { site: Site }) {
  const words = useWords(REGISTER_WORDS);
  const { data: list } = useRegister({});
  const known = list?.entries.filter((entry) => entry.site && findSite([entry.site], site) === 0) ?? [];
  if (known.length === 0) return null;
  return (
    <ul className={styles.known} aria-label={words.known}>
      {known.map(({ id, code, name, state, dueOn, closedOn }) => (
        <li key={id}>
          {words.known}{" "}
          <button
            type="button"
            className={styles.link}
            aria-label={words.open(name)}
            onClick={() => changeTraffic({ part: "register", entry: id })}
          >
            {code} {name}
          </button>{" "}
          {[words.states[state], closedOn ? words.closedOn(closedOn) : dueOn && words.dueOn(dueOn)]
            .filter(Boolean)
            .join(" · ")}
        </li>
      ))}
    </ul>
  );
}
