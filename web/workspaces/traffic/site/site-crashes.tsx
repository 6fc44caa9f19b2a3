import type { DiagnosedCrash, SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { formatStake } from "#data/snapshot/stake.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useWords } from "../../../messages/words.ts";
import { openListed } from "../../../state/listed-feature.ts";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import styles from "./site.module.css";
import { useSiteText } from "./use-site-text.ts";

const COLUMNS = ["time", "severity", "casualties", "form", "parties", "conditions"] as const;

/** Every crash that was counted, without anything personal. */
export function SiteCrashes({ summary: { crashes } }: { summary: SiteDiagnosisSummary }) {
  const { headings, crashes: words } = useWords(SITE_WORDS);
  return (
    <section className={styles.section} aria-label={headings.crashes}>
      <h3 className={styles.heading}>
        {headings.crashes} {crashes.length}
      </h3>
      <table className={styles.table}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {crashes.map((crash) => (
            <CrashRow key={crash.id} crash={crash} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CrashRow({ crash }: { crash: DiagnosedCrash }) {
  const { crashes: words } = useWords(SITE_WORDS);
  const text = useSiteText();
  const layer = getLayer("accidents");
  const known = (count: number | null) => (count === null ? "?" : String(count));
  return (
    <tr>
      <td>
        <button
          type="button"
          className={styles.link}
          aria-label={words.show(crash.code)}
          onClick={() => openListed({ layer: "accidents", id: crash.id })}
        >
          {crash.happenedAt?.replace("T", " ") ?? words.unknown}
        </button>
        <small>
          {crash.code}
          {crash.stakeM !== null && ` · ${formatStake(crash.stakeM)}`}
          {crash.isDoubtful && ` · ${words.doubtful}`}
        </small>
      </td>
      <td>
        <Swatch layer={layer} look={lookOf(layer, crash.severity)} size={14} />{" "}
        {text.accident("severity", crash.severity)}
      </td>
      <td>{words.casualties(known(crash.deaths), known(crash.injuries))}</td>
      <td>{text.accident("form", crash.form)}</td>
      <td>{crash.parties.length === 0 ? words.noMovements : text.parties(crash.parties)}</td>
      <td>
        {[
          text.accident("weather", crash.weather),
          text.accident("light", crash.light),
          text.accident("surface", crash.surface),
        ].join(" · ")}
        {crash.cause !== null && <small>{crash.cause}</small>}
      </td>
    </tr>
  );
}
