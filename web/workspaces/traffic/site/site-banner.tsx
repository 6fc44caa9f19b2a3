import type { SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useWords } from "../../../messages/words.ts";
import { metres } from "../../../ui/quantities.ts";
import { KnownSpots } from "../register/known-spots.tsx";
import styles from "./site.module.css";

/** Which place it is, and by what its stakes are told. */
export function SiteBanner({ summary: { place } }: { summary: SiteDiagnosisSummary }) {
  const words = useWords(SITE_WORDS);
  const { site, route, lengthM, label } = place;
  return (
    <header className={styles.banner}>
      <strong>{label}</strong>
      <span>{words.kinds[site.kind]}</span>
      {site.kind !== "segment" && (
        <span>
          {words.radius} {metres(site.radiusM)}
        </span>
      )}
      {lengthM !== null && (
        <span>
          {words.place.length} {metres(lengthM)}
        </span>
      )}
      {route && <span>{words.stakes[route.stakes]}</span>}
      <KnownSpots site={site} />
    </header>
  );
}
