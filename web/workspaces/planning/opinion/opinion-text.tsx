import type { SpacingSummary } from "#data/analyses/spacing-results.ts";
import { classTitle, measureTitle } from "#data/standards/classes.ts";
import type { AppliedRule } from "#data/standards/rule.ts";
import type { Opinion } from "../../../api-opinions.ts";
import { OPINION_WORDS } from "../../../messages/planning-opinion.ts";
import { USE_WORDS } from "../../../messages/planning-use.ts";
import { VERDICT_WORDS } from "../../../messages/planning-verdict.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { ColumnHeads } from "../../../ui/column-heads.tsx";
import paper from "../../../ui/paper.module.css";
import { formatNumber } from "../../../ui/quantities.ts";
import { reasonText } from "../check/reason-text.ts";
import { FindingRows } from "./finding-rows.tsx";
import { localMinute } from "./local-minute.ts";
import { LINE_SIGNS } from "./map-patterns.tsx";
import styles from "./opinion.module.css";
import { SecondResults } from "./second-results.tsx";
import { spacingFindings } from "./sheet-findings.ts";
import { useText } from "./use-text.ts";

/** The A4 sheets: what was asked, what was found, by which rules and which data, and where to sign. */
export function OpinionText({ opinion }: { opinion: Opinion }) {
  const words = useWords(OPINION_WORDS);
  const { headings, columns } = words;
  const title = useTitle();
  const language = useLanguage();
  const open = opinion.rules.applied.filter(({ id }) => opinion.rules.open.includes(id));
  const { unconfirmed } = opinion.rules;
  return (
    <article
      className={paper.text}
      data-sheet="text"
      style={opinion.demo ? { backgroundImage: watermark(words.demoMark) } : undefined}
    >
      <header>
        <h1>{words.title}</h1>
        <p className={styles.docNumber}>{opinion.number}</p>
        {opinion.demo && <p className={paper.demo}>{words.demo}</p>}
      </header>
      <h2>{headings.proposal}</h2>
      <Facts opinion={opinion} />
      <h2>{headings.verdict}</h2>
      <Verdict opinion={opinion} />
      <h2>{headings.findings}</h2>
      <FindingRows findings={spacingFindings(opinion.results)} />
      <h2>{headings.claims}</h2>
      <Claims opinion={opinion} />
      <h2>{headings.second}</h2>
      {opinion.results.length > 1 ? (
        <>
          <p>{words.secondHint}</p>
          <SecondResults results={opinion.results.slice(1)} />
        </>
      ) : (
        <p>{words.none}</p>
      )}
      <h2>{headings.rules}</h2>
      <Rules rules={opinion.rules.applied} />
      <h2>{headings.open}</h2>
      {open.length > 0 ? (
        <>
          <p>{words.openRows(open.length)}</p>
          <Rules rules={open} />
        </>
      ) : (
        <p>{words.nothingOpen}</p>
      )}
      {unconfirmed.length > 0 && <p>{words.unconfirmed(unconfirmed.length)}</p>}
      <h2>{headings.data}</h2>
      <table className={paper.table}>
        <ColumnHeads columns={[columns.layer, columns.dataDate, columns.revision, columns.count]} />
        <tbody>
          {opinion.layers.map(({ layer, title: name, dataDate, revision, count }) => (
            <tr key={layer}>
              <td>{title(name)}</td>
              <td>{dataDate ?? words.unknown}</td>
              <td className={paper.number}>{revision}</td>
              <td className={paper.number}>{formatNumber(count, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <section className={paper.sign}>
        <h2>{headings.sign}</h2>
        <table className={paper.table}>
          <tbody>
            {words.signatures.map((line) => (
              <tr key={line}>
                <th scope="row">{line}</th>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </article>
  );
}

/** A background repeats on every printed page, which an element does not. */
function watermark(text: string): string {
  const place = "x='300' y='300' transform='rotate(-35 300 300)' text-anchor='middle'";
  const letters = `<text ${place} font-size='84' font-family='sans-serif' fill='#000' fill-opacity='.07'>${text}</text>`;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='600' height='600'>${letters}</svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

function Facts({ opinion }: { opinion: Opinion }) {
  const words = useWords(OPINION_WORDS);
  const uses = useWords(USE_WORDS);
  const title = useTitle();
  const language = useLanguage();
  const { facts } = words;
  const { proposal, zone, rules } = opinion;
  const rows: readonly (readonly [string, string])[] = [
    [facts.zone, zone.name ? title(zone.name) : words.unknown],
    [facts.name, proposal.name],
    [facts.use, useText(proposal, uses, language)],
    [facts.positionError, `${proposal.positionErrorM} m`],
    [facts.edition, rules.edition],
    [facts.asOf, opinion.asOf ?? words.now],
    [facts.by, opinion.by],
    [facts.at, localMinute(opinion.at)],
    [facts.remark, opinion.remark ?? words.none],
    [facts.proof, opinion.proofSha256],
    [facts.program, opinion.program],
  ];
  return (
    <table className={`${paper.table} ${styles.facts}`}>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={styles.wrap}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verdict({ opinion }: { opinion: Opinion }) {
  const words = useWords(OPINION_WORDS);
  const verdicts = useWords(VERDICT_WORDS);
  const summary = opinion.results[0]!.summary as unknown as SpacingSummary;
  const { counts, examined, reasons } = summary;
  const said = [...new Set(reasons.map((reason) => reasonText(reason, verdicts)))];
  return (
    <>
      <p className={styles.verdict}>
        {LINE_SIGNS[opinion.verdict]} {verdicts.verdicts[opinion.verdict]}
      </p>
      <p>{verdicts.bannerHint[opinion.verdict]}</p>
      <p>{words.counts(examined, counts["too-near"], counts["cannot-tell"], counts.clear)}</p>
      {said.map((text) => (
        <p key={text}>{words.remarkLine(text)}</p>
      ))}
    </>
  );
}

function Claims({ opinion: { claims, results } }: { opinion: Opinion }) {
  const words = useWords(OPINION_WORDS);
  const title = useTitle();
  const { columns } = words;
  if (claims.length === 0) return <p>{words.noClaims}</p>;
  const names = new Map(
    spacingFindings(results).flatMap(({ hazard, target }) =>
      [hazard, target].map(({ layer, id, name, code }) => [`${layer} ${id}`, name || code] as const),
    ),
  );
  return (
    <table className={paper.table}>
      <ColumnHeads columns={[columns.relief, columns.for, columns.evidence, columns.claimedBy]} />
      <tbody>
        {claims.map(({ reduction, reductionId, neighbour, evidence, by }) => (
          <tr key={`${reductionId} ${neighbour?.id}`}>
            <td>
              {reduction
                ? `${reduction.standard} ${reduction.clause} ${title(reduction.title)}`
                : `${reductionId}（${words.notGranted}）`}
            </td>
            <td>
              {neighbour ? (names.get(`${neighbour.layer} ${neighbour.id}`) ?? neighbour.id) : words.everyNeighbour}
            </td>
            <td className={styles.wrap}>{evidence}</td>
            <td>{by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rules({ rules }: { rules: readonly AppliedRule[] }) {
  const { columns } = useWords(OPINION_WORDS);
  const verdicts = useWords(VERDICT_WORDS);
  const title = useTitle();
  return (
    <table className={paper.table}>
      <ColumnHeads columns={[columns.clause, columns.classes, columns.required, columns.between, columns.confidence]} />
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.id}>
            <td>
              {rule.standard} {rule.clause}
            </td>
            <td>
              {title(classTitle(rule.hazard))} / {rule.targets.map((each) => title(classTitle(each))).join("、")}
            </td>
            <td className={paper.number}>{rule.distanceM}</td>
            <td>
              {title(measureTitle(rule.measuredFrom))} – {title(measureTitle(rule.measuredTo))}
            </td>
            <td>{rule.confirmed ? verdicts.confirmed : verdicts.confidences[rule.confidence]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
