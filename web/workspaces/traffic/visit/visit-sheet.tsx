import type { SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { VISIT_WORDS } from "../../../messages/traffic-visit.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import paper from "../../../ui/paper.module.css";
import { groupsOf } from "../site/site-checklist.tsx";
import { SiteDiagramPicture } from "../site/site-diagram.tsx";
import { useSiteText } from "../site/use-site-text.ts";
import { TallyLine } from "../tally-line.tsx";
import styles from "./visit.module.css";

const COUNTS = ["crashes", "fatal", "injury", "damage", "deaths", "injuries"] as const;

/** A4: the facts and the diagram, then one line for each thing to look at, with boxes to tick and room to write. */
export function VisitSheet({ summary, isDemo }: { summary: SiteDiagnosisSummary; isDemo: boolean }) {
  const words = useWords(SITE_WORDS);
  const visit = useWords(VISIT_WORDS);
  const { counts: names } = useWords(TRAFFIC_WORDS);
  const text = useSiteText();
  const { place, counts, from, to, tally, factors } = summary;
  const over = factors.tested.filter(({ isOver }) => isOver);
  return (
    <article className={`${paper.text} ${styles.sheet}`} aria-label={visit.title}>
      {isDemo && <p className={paper.demo}>{visit.demo}</p>}
      <h1>{visit.title}</h1>
      <table className={`${paper.table} ${styles.head}`}>
        <tbody>
          <tr>
            <th scope="row">{words.place.route}</th>
            <td colSpan={5}>{place.label}</td>
          </tr>
          <tr>
            <th scope="row">{visit.on}</th>
            <td />
            <th scope="row">{visit.by}</th>
            <td />
            <th scope="row">{visit.weather}</th>
            <td />
          </tr>
        </tbody>
      </table>
      <h2>{words.headings.facts}</h2>
      <TallyLine tally={tally} from={from} to={to} />
      <table className={paper.table}>
        <thead>
          <tr>
            {COUNTS.map((column) => (
              <th key={column} scope="col">
                {names[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {COUNTS.map((column) => (
              <td key={column} className={paper.number}>
                {counts[column]}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {over.length > 0 && (
        <p>
          {words.factors.over}: {over.map((finding) => text.factor(finding)).join("; ")}
        </p>
      )}
      {factors.answer !== "over" && <p>{words.factors.answers[factors.answer](factors.fewest)}</p>}
      <h2>{words.headings.diagram}</h2>
      <SiteDiagramPicture summary={summary} className={styles.diagram} />
      <h2 className={styles.newPage}>{words.headings.checklist}</h2>
      <Checks summary={summary} />
      <section className={styles.sketch}>
        <h2>
          {visit.sketch} · {place.label}
        </h2>
        <div className={styles.box} />
        <Signatures />
      </section>
    </article>
  );
}

/** A visit is made by several offices. */
function Signatures() {
  const visit = useWords(VISIT_WORDS);
  return (
    <table className={`${paper.table} ${styles.signatures}`}>
      <thead>
        <tr>
          {[visit.office, visit.by, visit.signature, visit.on].map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[1, 2, 3].map((row) => (
          <tr key={row}>
            <td />
            <td />
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Its head comes again on each page, and says there which place the page is about. */
function Checks({ summary: { checklist, place } }: { summary: SiteDiagnosisSummary }) {
  const visit = useWords(VISIT_WORDS);
  const title = useTitle();
  const text = useSiteText();
  return (
    <table className={`${paper.table} ${styles.checks}`}>
      <thead>
        <tr>
          <th scope="col">{place.label}</th>
          <th scope="col">{visit.yes}</th>
          <th scope="col">{visit.no}</th>
          <th scope="col">{visit.notSeen}</th>
          <th scope="col">{visit.remark}</th>
        </tr>
      </thead>
      {groupsOf(checklist).map(({ group, items }) => (
        <tbody key={group}>
          <tr>
            <th colSpan={5} scope="rowgroup">
              {title(items[0]!.groupTitle)}
            </th>
          </tr>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                {title(item.text)}
                {item.because && <small> ({text.factor(item.because)})</small>}
              </td>
              <td className={styles.tick}>□</td>
              <td className={styles.tick}>□</td>
              <td className={styles.tick}>□</td>
              <td />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
