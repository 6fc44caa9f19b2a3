import { DownloadOutlined } from "@ant-design/icons";
import { App, Button, DatePicker, Input, Radio, Select } from "antd";
import dayjs from "dayjs";
import { useId, useRef, useState } from "react";
import { FilterProblem } from "#data/layers/filter.ts";
import { findLayer, LAYERS } from "#data/layers/index.ts";
import { type ExportFormatId, fetchExport } from "../../../api.ts";
import { saveFile } from "../../../export/write-export.ts";
import { DATA_EXPORT_WORDS, type ExportCrs } from "../../../messages/data-export.ts";
import { useLanguage, useTitle, useWords } from "../../../messages/words.ts";
import { readFilter, selectionText } from "../../../state/selections.ts";
import { changeView, useView } from "../../../state/view-store.ts";
import { formatBytes } from "../clock.ts";
import { Trouble } from "../trouble.tsx";
import styles from "./export.module.css";

/** Hands a layer out as a file: which part of it, in which form, as it was on which day. */
export function ExportForm() {
  const layer = useView((view) => view.dataLayer);
  // What was typed for one layer means nothing in another.
  return <LayerExport key={layer} layerId={layer} />;
}

const CRSES: readonly ExportCrs[] = ["wgs84", "cgcs2000-gk", "gcj02"];

function LayerExport({ layerId }: { layerId: string | null }) {
  const words = useWords(DATA_EXPORT_WORDS);
  const title = useTitle();
  const pageLanguage = useLanguage();
  const { message } = App.useApp();
  const layer = layerId === null ? undefined : findLayer(layerId);
  const [format, setFormat] = useState<ExportFormatId>("xlsx");
  const [crs, setCrs] = useState<ExportCrs>("wgs84");
  const [filter, setFilter] = useState(() => (layer ? (selectionText(layer, useView.getState()) ?? "") : ""));
  const [asOf, setAsOf] = useState<string | null>(null);
  const [language, setLanguage] = useState(pageLanguage);
  const [error, setError] = useState<unknown>(null);
  const [isWorking, setWorking] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const ids = { layer: useId(), format: useId(), crs: useId(), filter: useId(), day: useId(), hint: useId() };
  const read = layer && readFilter(layer, filter);
  const problem = read instanceof FilterProblem ? read : null;
  const usedCrs = format === "kml" ? "wgs84" : crs;
  const run = async () => {
    stop.current = new AbortController();
    setWorking(true);
    setError(null);
    try {
      const file = await fetchExport(
        layer!.id,
        {
          format,
          lang: language,
          crs: usedCrs,
          ...(filter.trim() !== "" && { filter }),
          // The end of that day on this machine's clock.
          ...(asOf !== null && { asOf: dayjs(asOf).endOf("day").toISOString() }),
        },
        stop.current.signal,
      );
      saveFile({ name: file.name, blob: file });
      void message.success(words.done(file.name, formatBytes(file.size, pageLanguage)));
    } catch (refusal) {
      if (!stop.current.signal.aborted) setError(refusal);
    } finally {
      setWorking(false);
    }
  };
  return (
    <form
      className={styles.form}
      aria-label={words.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (layer && !problem && !isWorking) void run();
      }}
    >
      <label htmlFor={ids.layer}>{words.layer}</label>
      <Select
        id={ids.layer}
        value={layerId}
        placeholder={words.chooseLayer}
        showSearch={{ optionFilterProp: "label" }}
        options={LAYERS.map(({ id, title: name }) => ({ value: id, label: title(name) }))}
        onChange={(dataLayer: string) => changeView({ dataLayer })}
      />
      <label htmlFor={ids.format}>{words.format}</label>
      <Select
        id={ids.format}
        value={format}
        options={(Object.keys(words.formats) as ExportFormatId[]).map((value) => ({
          value,
          label: words.formats[value],
        }))}
        onChange={setFormat}
      />
      <label htmlFor={ids.crs}>{words.crs}</label>
      <div>
        <Select
          id={ids.crs}
          className={styles.full!}
          value={usedCrs}
          disabled={format === "kml"}
          options={CRSES.map((value) => ({ value, label: words.crses[value] }))}
          onChange={setCrs}
        />
        <p className={styles.hint} data-warn={usedCrs === "gcj02"} aria-live="polite">
          {format === "kml" ? words.kmlOnly : words.crsHints[usedCrs]}
        </p>
      </div>
      <label htmlFor={ids.filter}>{words.filter}</label>
      <div>
        <Input.TextArea
          id={ids.filter}
          autoSize={{ minRows: 2, maxRows: 6 }}
          spellCheck={false}
          value={filter}
          status={problem ? "error" : ""}
          aria-invalid={problem !== null}
          aria-describedby={ids.hint}
          onChange={({ target }) => setFilter(target.value)}
        />
        <p id={ids.hint} className={styles.hint} data-warn={problem !== null}>
          {problem ? `${words.filterProblem}: ${problem.message}` : words.filterHint}
        </p>
      </div>
      <label htmlFor={ids.day}>{words.asOf}</label>
      <DatePicker
        id={ids.day}
        value={asOf === null ? null : dayjs(asOf)}
        placeholder={words.asOfHint}
        maxDate={dayjs()}
        onChange={(day) => setAsOf(day ? day.format("YYYY-MM-DD") : null)}
      />
      <span>{words.language}</span>
      <Radio.Group
        aria-label={words.language}
        value={language}
        options={(["zh", "en"] as const).map((value) => ({ value, label: words.languages[value] }))}
        onChange={({ target }) => setLanguage(target.value)}
      />
      <span />
      <div className={styles.actions}>
        <Button
          type="primary"
          htmlType="submit"
          icon={<DownloadOutlined aria-hidden />}
          disabled={!layer || problem !== null}
          loading={isWorking}
        >
          {isWorking ? words.working : words.button}
        </Button>
        {isWorking && <Button onClick={() => stop.current?.abort()}>{words.stop}</Button>}
        <p className={styles.hint}>{words.personal}</p>
        {error !== null && <Trouble error={error} />}
      </div>
    </form>
  );
}
