import { DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useMemo } from "react";
import type { SiteDiagnosisSummary } from "#data/analyses/site-diagnosis-results.ts";
import { getLayer } from "#data/layers/index.ts";
import type { DiagramGroup } from "#data/traffic/diagnosis/collision-diagram.ts";
import { collisionDiagramSvg } from "#data/traffic/diagnosis/collision-diagram-svg.ts";
import { saveFile } from "../../../export/write-export.ts";
import { DIAGRAM_WORDS } from "../../../messages/traffic-diagram.ts";
import { SITE_WORDS } from "../../../messages/traffic-site.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { findRow } from "../../../state/features.ts";
import { useJudgedPicture } from "../../../state/judged-picture.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import styles from "./site.module.css";
import { useSiteText } from "./use-site-text.ts";

/** All crashes of the site on a schematic of its roads, and the table that its numbers lead to. */
export function SiteDiagram({ summary }: { summary: SiteDiagnosisSummary }) {
  const { headings, diagram: words } = useWords(SITE_WORDS);
  const { diagram, place } = summary;
  const groups = [...diagram.groups, ...diagram.unrecorded];
  const drawing = useDrawing(summary, true);
  const save = () => saveFile({ name: `${place.label}.svg`, blob: new Blob([drawing], { type: "image/svg+xml" }) });
  return (
    <section className={styles.section} aria-label={headings.diagram}>
      <h3 className={styles.heading}>
        {headings.diagram}
        <Button size="small" icon={<DownloadOutlined />} onClick={save}>
          {words.save}
        </Button>
      </h3>
      <SiteDiagramPicture summary={summary} className={styles.picture} />
      <p className={styles.soft}>{words.hint}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            {(["number", "form", "parties", "crashes", "worst"] as const).map((column) => (
              <th key={column} scope="col">
                {words.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <GroupRow key={group.number} group={group} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The drawing alone. */
export function SiteDiagramPicture(props: { summary: SiteDiagnosisSummary; className: string | undefined }) {
  const { summary, className } = props;
  const { diagram: words } = useWords(SITE_WORDS);
  const drawing = useDrawing(summary, false);
  const source = useMemo(() => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`, [drawing]);
  return <img className={className} src={source} alt={words.alt(summary.place.label, summary.counts.crashes)} />;
}

/** The drawing as an SVG document in the page's language; a file has its key with it. */
function useDrawing({ diagram, place, counts }: SiteDiagnosisSummary, withKey: boolean): string {
  const language = useLanguage();
  return useMemo(
    () =>
      collisionDiagramSvg(diagram, {
        language,
        words: DIAGRAM_WORDS[language],
        withKey,
        title: SITE_WORDS[language].diagram.alt(place.label, counts.crashes),
      }),
    [diagram, place, counts, language, withKey],
  );
}

function GroupRow({ group }: { group: DiagramGroup }) {
  const { diagram: words } = useWords(SITE_WORDS);
  const text = useSiteText();
  const layer = getLayer("accidents");
  return (
    <tr>
      <td>
        <button
          type="button"
          className={styles.link}
          aria-label={words.show(group.number)}
          onClick={() => markCrashes(group.crashes.map(({ id }) => id))}
        >
          {group.number}
        </button>
      </td>
      <td>{text.accident("form", group.form)}</td>
      <td>{usePartiesText(group)}</td>
      <td>{group.crashes.length}</td>
      <td>
        <Swatch layer={layer} look={lookOf(layer, group.worst)} size={14} /> {text.accident("severity", group.worst)}
      </td>
    </tr>
  );
}

function usePartiesText({ parties, involved }: DiagramGroup): string {
  const { diagram: words } = useWords(SITE_WORDS);
  const text = useSiteText();
  if (parties.length > 0)
    return parties
      .map(({ kinds, manoeuvre }) =>
        [kinds.map(({ kind }) => text.partyKind(kind)).join("/"), text.manoeuvre(manoeuvre)].filter(Boolean).join(" "),
      )
      .join(" × ");
  const known = (count: number | null | undefined) => (count === null || count === undefined ? "?" : String(count));
  return `${words.unrecorded} (${words.involved(known(involved?.vehicles), known(involved?.nonMotor), known(involved?.pedestrians))})`;
}

/** Marks only these accidents on the map. */
function markCrashes(ids: readonly string[]): void {
  const { layers } = useLedgers.getState();
  useJudgedPicture.setState({
    marked: ids.flatMap((id) => {
      const row = findRow(layers, { layer: "accidents", id });
      return row === null ? [] : [{ layer: "accidents", row }];
    }),
  });
}
