import { AimOutlined, FileAddOutlined, FundViewOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type ReactNode, useState } from "react";
import type { CrashCounts, SitePlace } from "#data/traffic/site.ts";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { SCREENING_WORDS } from "../../../messages/traffic-screening.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { KnownSpots } from "../register/known-spots.tsx";
import { goToPlace } from "./go-to-place.ts";
import { RegisterForm, type SiteBasis } from "./register-form.tsx";
import styles from "./site.module.css";

const COUNTS = ["crashes", "fatal", "injury", "damage", "deaths", "injuries"] as const;

/** The open site: what was counted there, what makes it one, and what to do with it. */
export function SiteDetail(props: { place: SitePlace; counts: CrashCounts; basis: SiteBasis; children?: ReactNode }) {
  const { place, counts, basis, children } = props;
  const words = useWords(SCREENING_WORDS);
  const [isRegistering, setRegistering] = useState(false);
  return (
    <section className={styles.detail} aria-label={words.detail}>
      <header>
        <h3>{place.label}</h3>
        <div className={styles.actions}>
          <Button
            size="small"
            type="primary"
            icon={<FundViewOutlined />}
            onClick={() => changeTraffic({ site: place.site, part: "site" })}
          >
            {words.diagnose}
          </Button>
          <Button
            size="small"
            icon={<FileAddOutlined />}
            aria-expanded={isRegistering}
            onClick={() => setRegistering(!isRegistering)}
          >
            {words.register}
          </Button>
          <Button size="small" icon={<AimOutlined />} onClick={() => goToPlace(place)}>
            {words.goThere}
          </Button>
          <Button size="small" onClick={() => changeTraffic({ site: null })}>
            {words.close}
          </Button>
        </div>
      </header>
      {isRegistering && (
        <RegisterForm place={place} counts={counts} basis={basis} onClose={() => setRegistering(false)} />
      )}
      <KnownSpots site={place.site} />
      <CountLine counts={counts} />
      {children}
    </section>
  );
}

function CountLine({ counts }: { counts: CrashCounts }) {
  const words = useWords(SCREENING_WORDS);
  const traffic = useWords(TRAFFIC_WORDS);
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const { unknownSeverity, deathsUnknown, injuriesUnknown } = counts;
  return (
    <>
      <dl className={styles.counts}>
        {COUNTS.map((key) => (
          <div key={key}>
            <dt>{traffic.counts[key]}</dt>
            <dd>{number(counts[key])}</dd>
          </div>
        ))}
      </dl>
      {unknownSeverity > 0 && <p className={styles.soft}>{words.unknownSeverity(number(unknownSeverity))}</p>}
      {deathsUnknown > 0 && <p className={styles.soft}>{words.unknownDeaths(number(deathsUnknown))}</p>}
      {injuriesUnknown > 0 && <p className={styles.soft}>{words.unknownInjuries(number(injuriesUnknown))}</p>}
    </>
  );
}
