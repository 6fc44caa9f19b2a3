import type { CarrierFinding, CarrierRiskSummary } from "#data/analyses/carrier-risk-results.ts";
import { CARRIERS_WORDS } from "../../../messages/traffic-carriers.ts";
import { CARRIERS_LIST_WORDS } from "../../../messages/traffic-carriers-list.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import paper from "../../../ui/paper.module.css";
import { formatNumber } from "../../../ui/quantities.ts";
import { lastDayBefore } from "../screening/period-days.ts";
import { useTransportName } from "./carrier-table.tsx";
import { carrierKey, carrierName, groupOf, whyTexts } from "./carrier-text.ts";
import styles from "./carriers-sheet.module.css";
import { listBasis } from "./list-basis.ts";

/** A4: who is of high and medium risk and why, who cannot be rated, and what all that stands on. */
export function CarriersSheet(props: {
  findings: readonly CarrierFinding[];
  summary: CarrierRiskSummary;
  isDemo: boolean;
}) {
  const { findings, summary, isDemo } = props;
  const words = useWords(CARRIERS_LIST_WORDS);
  const shared = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const { from, to } = summary;
  const risky = findings.filter(({ grade }) => grade === "high" || grade === "medium");
  const unrated = findings.filter(({ grade }) => grade === null);
  return (
    <article className={paper.text} aria-label={words.title}>
      {isDemo && <p className={paper.demo}>{words.demo}</p>}
      <h1>{words.title}</h1>
      <p className={styles.proposed}>
        {from !== null && to !== null && (
          <>
            {words.period} {words.days(from, lastDayBefore(to))}
            <br />
          </>
        )}
        {shared.proposed}
      </p>
      {risky.length > 0 ? <RiskyTable carriers={risky} /> : <p>{words.none}</p>}
      {unrated.length > 0 && (
        <>
          <h2>{words.unratedHeading(formatNumber(unrated.length, language))}</h2>
          <p>{words.unratedNote}</p>
          <ul className={styles.unrated}>
            {unrated.map((carrier) => (
              <li key={carrierKey(carrier)}>
                {carrierName(carrier, shared)}: {whyTexts(carrier, shared, language).join(shared.sentence)}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.basis}</h2>
      <Basis summary={summary} />
      <p className={styles.seal}>
        {words.office} ____________________ {words.seal} {words.on} ________________
      </p>
    </article>
  );
}

const COLUMNS = [
  "rank",
  "grade",
  "carrier",
  "vehicles",
  "crashes",
  "deaths",
  "injuries",
  "violations",
  "unsettled",
  "reasons",
] as const;

function RiskyTable({ carriers }: { carriers: readonly CarrierFinding[] }) {
  const words = useWords(CARRIERS_LIST_WORDS);
  const shared = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const transportName = useTransportName();
  return (
    <table className={`${paper.table} ${styles.list}`}>
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
        {carriers.map((carrier, index) => {
          const { accidents, violations, vehicles, creditCode, transport } = carrier;
          const least = (value: number, unknown: number) => `${unknown > 0 ? "≥ " : ""}${value}`;
          return (
            <tr key={carrierKey(carrier)}>
              <td className={paper.number}>{index + 1}</td>
              <td>{shared.groups[groupOf(carrier)]}</td>
              <td>
                {carrierName(carrier, shared)}
                <br />
                <small>
                  {creditCode}
                  <br />
                  {transport === null ? shared.noTransport : transportName(transport)}
                </small>
              </td>
              <td className={paper.number}>{vehicles ?? shared.unknown}</td>
              <td className={paper.number}>{accidents.crashes}</td>
              <td className={paper.number}>{least(accidents.deaths, accidents.deathsUnknown)}</td>
              <td className={paper.number}>{least(accidents.injuries, accidents.injuriesUnknown)}</td>
              <td className={paper.number}>{violations.all}</td>
              <td className={paper.number}>{least(violations.unsettled, violations.settledUnknown)}</td>
              <td>{whyTexts(carrier, shared, language).join(shared.sentence)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Basis({ summary }: { summary: CarrierRiskSummary }) {
  const words = useWords(CARRIERS_LIST_WORDS);
  const shared = useWords(CARRIERS_WORDS);
  const language = useLanguage();
  const layers = useLedgers((state) => state.layers);
  const dayOf = (layer: string) =>
    layers.find(({ definition }) => definition.id === layer)?.snapshot.dataDate ?? shared.unknown;
  const rows = [
    ...listBasis(summary, language),
    [words.dataDates, shared.dataDate(dayOf("accidents"), dayOf("violations"), dayOf("enterprises"))] as const,
  ];
  return (
    <table className={paper.table}>
      <tbody>
        {rows.map(([item, content]) => (
          <tr key={`${item}${content}`}>
            <th scope="row" className={styles.item}>
              {item}
            </th>
            <td>{content ?? shared.unknown}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
