import { DownloadOutlined, EnvironmentOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Alert, Button, Tag } from "antd";
import type { ReactNode } from "react";
import { findLayer } from "#data/layers/index.ts";
import type { ImportDetail } from "../../../api.ts";
import { fileStem } from "../../../export/file-name.ts";
import { saveFile } from "../../../export/write-export.ts";
import { DATA_PAGE_WORDS } from "../../../messages/data-page.ts";
import { DATUM_WORDS } from "../../../messages/datum.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { changeView, useView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { formatInstant } from "../clock.ts";
import { datumName } from "../datum/datum-name.ts";
import { mappingFields } from "../mapping/mapping-fields.ts";
import styles from "./imports.module.css";
import { ReportRemarks } from "./report-remarks.tsx";
import { toReport } from "./to-report.ts";
import { UndoButton } from "./undo-button.tsx";

/** What came of a file: right after it was written, and any time later. */
export function ImportView({ entry, isNew }: { entry: ImportDetail; isNew: boolean }) {
  const page = useWords(DATA_PAGE_WORDS);
  const words = page.imports;
  const commit = useWords(INTAKE_WORDS).commit;
  const datumWords = useWords(DATUM_WORDS);
  const title = useTitle();
  const language = useLanguage();
  const layer = findLayer(entry.layer);
  const report = toReport(entry.report);
  const number = (value: number) => formatNumber(value, language);
  const save = () =>
    saveFile({
      name: `${fileStem([page.imports.title, entry.fileName], new Date(entry.createdAt))}.json`,
      blob: new Blob([JSON.stringify(entry.report, null, 2)], { type: "application/json" }),
    });
  return (
    <article className={styles.view} aria-label={entry.fileName}>
      {isNew && !entry.undoneAt && (
        <Alert type="success" showIcon title={commit.done(number(entry.added), number(entry.changed))} role="status" />
      )}
      <h2 className={styles.title}>
        {entry.fileName}{" "}
        {entry.undoneAt ? (
          <Tag>↶ {words.undone(formatInstant(entry.undoneAt), entry.undoneBy ?? words.unknown)}</Tag>
        ) : (
          <Tag color="success">✓ {words.stands}</Tag>
        )}
      </h2>
      <div className={styles.actions}>
        <Button onClick={() => changeView({ draft: null })}>{isNew ? commit.next : page.back}</Button>
        <MapLink layer={entry.layer} />
        {entry.report != null && (
          <Button icon={<DownloadOutlined aria-hidden />} onClick={save}>
            {words.report}
          </Button>
        )}
        {!entry.undoneAt && <UndoButton id={entry.id} fileName={entry.fileName} />}
      </div>
      <dl className={styles.facts}>
        <Fact title={words.columns.layer}>{layer ? title(layer.title) : entry.layer}</Fact>
        <Fact title={words.columns.by}>
          {entry.createdBy} · {formatInstant(entry.createdAt)}
        </Fact>
        <Fact title={words.columns.counts}>
          {words.counts(number(entry.added), number(entry.changed), number(entry.refused))}
          {` · ${words.unchanged} ${number(entry.unchanged)}`}
          {report && report.counts.suspicious > 0 && ` · ${words.suspicious} ${number(report.counts.suspicious)}`}
          {report && report.counts.leftOut > 0 && ` · ${words.leftOut} ${number(report.counts.leftOut)}`}
        </Fact>
        {report && <Fact title={words.rows}>{number(report.rows)}</Fact>}
        <Fact title={words.datum}>{datumName(entry.datum, datumWords)}</Fact>
        {report && <Fact title={words.source}>{report.source}</Fact>}
        <Fact title={words.revision}>{entry.revision ?? words.unknown}</Fact>
        <Fact title={words.checksum}>
          <code>{entry.sha256 ?? words.unknown}</code>
        </Fact>
        {report && layer && (
          <Fact title={words.mapping}>
            {mappingFields(layer, report.mapping, language)
              .filter(({ column }) => column !== null)
              .map(({ title: field, column, otherwise }) => `${field} ← ${[column, ...otherwise].join(" / ")}`)
              .join(language === "zh" ? "；" : "; ")}
          </Fact>
        )}
        {report && report.ignoredColumns.length > 0 && (
          <Fact title={words.ignored}>{report.ignoredColumns.join(language === "zh" ? "、" : ", ")}</Fact>
        )}
      </dl>
      {report && <ReportRemarks report={report} />}
    </article>
  );
}

/** The map around all its data, with this layer on. */
function MapLink({ layer }: { layer: string }) {
  const words = useWords(DATA_PAGE_WORDS).imports;
  const view = useView();
  const layers = view.layers.includes(layer) ? view.layers : [...view.layers, layer];
  return (
    <Link
      className={styles.mapLink!}
      to="/"
      search={{ ...view, layers, camera: null, draft: null, dataLayer: null, dataPart: "in" }}
    >
      <EnvironmentOutlined aria-hidden="true" /> {words.toMap}
    </Link>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
