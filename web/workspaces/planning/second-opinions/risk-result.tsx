import { Button } from "antd";
import { useState } from "react";
import type { RiskFinding } from "#data/analyses/grade-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { SECOND_WORDS } from "../../../messages/planning-second.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { VerdictSign } from "../verdict-mark.tsx";
import { riskText } from "./contour-values.ts";
import { RefusalNote } from "./refusal-note.tsx";
import { contoursNow, useRisk } from "./risk-state.ts";
import styles from "./second.module.css";
import { useJoined } from "./use-joined.ts";

const PAGE = 80;

/** Every protected object inside the contours, the worst first. */
export function RiskResult() {
  const all = useWords(SECOND_WORDS);
  const words = all.risk;
  const joined = useJoined();
  const { answer, refusal, pending } = useRisk();
  const [listed, setListed] = useState(PAGE);
  if (refusal)
    return (
      <RefusalNote refusal={refusal} input={{ risksPerYear: contoursNow().map(({ riskPerYear }) => riskPerYear) }} />
    );
  if (!answer) return <output className={styles.notice}>{pending ? all.pending : words.waiting}</output>;
  const { counts, openClasses, own } = answer.summary;
  const { unacceptable, "cannot-tell": open, acceptable } = counts;
  const tone = unacceptable.places > 0 ? "bad" : open.places > 0 ? "unsure" : "good";
  return (
    <>
      <div className={styles.banner} data-tone={tone} role="status" aria-busy={pending}>
        <strong>{words.counts(unacceptable.places, open.places, acceptable.places)}</strong>
        {unacceptable.places > 0 && (
          <p>
            {words.verdicts.unacceptable}: {words.people(unacceptable.people, unacceptable.unknownPeople)}
          </p>
        )}
        {own > 0 && <p>{words.own(own)}</p>}
        {openClasses.length > 0 && <p>{words.openClasses(joined(openClasses.map((each) => words.classes[each])))}</p>}
        <p>{words.clause}</p>
      </div>
      {answer.findings.length === 0 ? (
        <p className={styles.notice}>{words.none}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {(["verdict", "target", "classes", "limit", "risk", "people"] as const).map((id) => (
                <th key={id} scope="col">
                  {words.columns[id]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.findings.slice(0, listed).map((finding) => (
              <RiskRow key={`${finding.layer} ${finding.id}`} finding={finding} />
            ))}
          </tbody>
        </table>
      )}
      {answer.findings.length > listed && (
        <Button type="link" size="small" onClick={() => setListed(listed + PAGE)}>
          {words.more(Math.min(PAGE, answer.findings.length - listed))}
        </Button>
      )}
    </>
  );
}

/** Near enough to see a house. */
const ZOOM = 17;
const SIGNS = { unacceptable: "too-near", "cannot-tell": "cannot-tell", acceptable: "clear" } as const;

function RiskRow({ finding }: { finding: RiskFinding }) {
  const words = useWords(SECOND_WORDS).risk;
  const title = useTitle();
  const { layer, name, code, classes, limitPerYear, riskPerYear, verdict, reasons, people, position } = finding;
  const { least, most } = limitPerYear;
  return (
    <tr>
      <td className={styles.verdict}>
        <VerdictSign verdict={SIGNS[verdict]} /> {words.verdicts[verdict]}
      </td>
      <td>
        <button type="button" className={styles.place} onClick={() => goToPlace(position, ZOOM)}>
          {name || code}
        </button>
        <small>{[title(getLayer(layer).title), ...reasons.map((reason) => words.reasons[reason])].join(" · ")}</small>
      </td>
      <td className={styles.classes}>
        {classes.map((each) => (
          <span key={each}>{words.classes[each]}</span>
        ))}
      </td>
      <td className={styles.number}>{least === most ? riskText(least) : `${riskText(least)} – ${riskText(most)}`}</td>
      <td className={styles.number}>
        {riskPerYear.below === null
          ? `≥ ${riskText(riskPerYear.atLeast)}`
          : `${riskText(riskPerYear.atLeast)} – ${riskText(riskPerYear.below)}`}
      </td>
      <td className={styles.number}>{people ?? words.peopleUnknown}</td>
    </tr>
  );
}
