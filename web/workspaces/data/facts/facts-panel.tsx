import { Input, InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { findLayer } from "#data/layers/index.ts";
import type { DraftSettings, DraftView } from "../../../api.ts";
import { INTAKE_WORDS } from "../../../messages/intake.ts";
import { REMARK_WORDS } from "../../../messages/remarks.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { changeView } from "../../../state/view-store.ts";
import { formatNumber } from "../../../ui/quantities.ts";
import { formatBytes, formatInstant } from "../clock.ts";
import { encodingChoices } from "./encoding-choices.ts";
import styles from "./facts.module.css";

/** What the file is, and where it was read in the wrong way, how to read it. */
export function FactsPanel(props: {
  draft: DraftView;
  disabled: boolean;
  onChange: (settings: Partial<DraftSettings>) => void;
}) {
  const { draft, disabled, onChange } = props;
  const { facts, preview, settings } = draft;
  const words = useWords(INTAKE_WORDS).facts;
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const table =
    facts && (facts.tables.find(({ name }) => name === (preview?.table ?? settings.table)) ?? facts.tables[0]);
  const isText = facts?.format === "csv" || (facts === null && draft.state === "failed");
  const hasHeader = isText || facts?.format === "xlsx";
  return (
    <dl className={styles.facts}>
      {facts?.before && <Before before={facts.before} />}
      <Fact title={words.format}>
        {facts ? words.formats[facts.format] : "–"}
        {facts?.compression && ` · ${words.gzip}`} · {formatBytes(draft.bytes, language)}
      </Fact>
      {(facts?.encoding || isText) && (
        <Fact title={words.encoding}>
          <Select
            size="small"
            className={styles.select!}
            aria-label={words.encoding}
            value={settings.encoding ?? facts?.encoding?.id ?? null}
            disabled={disabled}
            options={encodingChoices(facts?.encoding ?? null)}
            onChange={(encoding: string) => onChange({ encoding })}
          />
          {facts?.encoding && <small>{words.sure[facts.encoding.sure as keyof typeof words.sure]}</small>}
        </Fact>
      )}
      {isText && (
        <Fact title={words.delimiter}>
          <Select
            size="small"
            className={styles.select!}
            aria-label={words.delimiter}
            value={(settings.delimiter ?? facts?.delimiter ?? null) as "," | ";" | "\t" | null}
            disabled={disabled}
            options={([",", ";", "\t"] as const).map((value) => ({ value, label: words.delimiters[value] }))}
            onChange={(delimiter) => onChange({ delimiter })}
          />
        </Fact>
      )}
      {facts && facts.tables.length > 1 && (
        <Fact title={words.table}>
          <Select
            size="small"
            className={styles.select!}
            aria-label={words.table}
            value={table?.name ?? null}
            disabled={disabled}
            options={facts.tables.map(({ name, rowCount }) => ({
              value: name,
              label: rowCount === null ? name : `${name} (${number(rowCount)})`,
            }))}
            onChange={(name: string) => onChange({ table: name, mapping: {} })}
          />
        </Fact>
      )}
      {hasHeader && (
        <Fact title={words.headerRow}>
          <HeaderNumber
            label={words.headerRow}
            value={settings.headerRow}
            max={1000}
            disabled={disabled}
            onChange={(headerRow) => onChange({ headerRow })}
          />
          <small>{words.headerRows}</small>
          <HeaderNumber
            label={words.headerRows}
            value={settings.headerRows}
            max={5}
            disabled={disabled}
            onChange={(headerRows) => onChange({ headerRows })}
          />
        </Fact>
      )}
      <Fact title={words.rows}>
        {preview ? number(preview.rows) : table?.rowCount ? number(table.rowCount) : words.unknownRows}
        {preview && preview.passedOver > 0 && <small>{words.passedOver(number(preview.passedOver))}</small>}
        {preview && preview.merged > 0 && <small>{words.merged(number(preview.merged))}</small>}
      </Fact>
      {facts && <Fact title={words.declared}>{table?.crs?.text ?? words.undeclared}</Fact>}
      <Fact title={words.source}>
        <Input
          key={settings.source}
          size="small"
          className={styles.select!}
          aria-label={words.source}
          defaultValue={settings.source ?? ""}
          placeholder={draft.fileName}
          maxLength={200}
          disabled={disabled}
          onPressEnter={({ currentTarget }) => currentTarget.blur()}
          onBlur={({ target }) => {
            const source = target.value.trim() === "" ? null : target.value.trim();
            if (source !== settings.source) onChange({ source });
          }}
        />
      </Fact>
      {settings.observedOn && <Fact title={words.observedOn}>{settings.observedOn}</Fact>}
      <Fact title={words.by}>
        {draft.createdBy} · {formatInstant(draft.createdAt)}
      </Fact>
      {facts && <Notices notices={[...facts.notices, ...(table?.notices ?? [])]} />}
    </dl>
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

function HeaderNumber(props: {
  label: string;
  value: number | null;
  max: number;
  disabled: boolean;
  onChange: (value: number | null) => void;
}) {
  const words = useWords(INTAKE_WORDS).facts;
  const { label, value, max, disabled, onChange } = props;
  return (
    <InputNumber
      key={value}
      size="small"
      aria-label={label}
      min={1}
      max={max}
      precision={0}
      {...(value !== null && { defaultValue: value })}
      placeholder={words.found}
      disabled={disabled}
      style={{ width: 72 }}
      onPressEnter={({ currentTarget }) => currentTarget.blur()}
      onBlur={({ target }) => {
        const text = target.value.trim();
        const typed = text === "" ? null : Number(text);
        if (typed !== value && !Number.isNaN(typed)) onChange(typed);
      }}
    />
  );
}

function Before({ before }: { before: NonNullable<NonNullable<DraftView["facts"]>["before"]> }) {
  const words = useWords(INTAKE_WORDS).facts;
  const title = useTitle();
  const layer = findLayer(before.layer);
  return (
    <div className={styles.before}>
      ⚠ {words.before(formatInstant(before.at), before.by, layer ? title(layer.title) : before.layer)}{" "}
      <button type="button" className={styles.link} onClick={() => changeView({ draft: before.importId })}>
        {words.beforeLink}
      </button>
    </div>
  );
}

function Notices({ notices }: { notices: NonNullable<DraftView["facts"]>["notices"] }) {
  const words = useWords(INTAKE_WORDS).facts;
  const remarks = useWords(REMARK_WORDS);
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices}>
      <dt>{words.notices}</dt>
      <dd>
        <ul>
          {notices.map(({ code, detail }) => (
            <li key={`${code} ${detail}`}>
              {remarks.notices[code] ?? code}
              {detail && <small> {detail}</small>}
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}
