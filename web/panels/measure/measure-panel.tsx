import { BorderOutlined, ColumnWidthOutlined, DeleteOutlined } from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useEffect } from "react";
import { boundsOf } from "#data/geodesy/wkb.ts";
import { MEASURE_WORDS } from "../../messages/measure.ts";
import { useWords } from "../../messages/words.ts";
import { useSurface } from "../../state/surface.ts";
import { changeView } from "../../state/view-store.ts";
import { Panel } from "../../ui/panel.tsx";
import styles from "./measure-panel.module.css";
import { MeasuredView } from "./measured-view.tsx";
import {
  type MeasureMode,
  type Measurement,
  removeAllMeasurements,
  removeMeasurement,
  startMeasuring,
  stopMeasuring,
  useMeasurements,
} from "./measurements.ts";

/** Distances and areas drawn on the map. */
export function MeasurePanel() {
  const words = useWords(MEASURE_WORDS);
  const { list, mode } = useMeasurements();
  const map = useSurface((surface) => surface.map);
  useEffect(() => stopMeasuring, []);
  const start = (kind: MeasureMode) => (mode === kind ? stopMeasuring() : void startMeasuring(kind));
  return (
    <Panel title={words.title} onClose={() => changeView({ tool: null })}>
      <div className={styles.modes}>
        <Button
          icon={<ColumnWidthOutlined />}
          type={mode === "line" ? "primary" : "default"}
          aria-pressed={mode === "line"}
          disabled={!map}
          onClick={() => start("line")}
        >
          {words.distance}
        </Button>
        <Button
          icon={<BorderOutlined />}
          type={mode === "polygon" ? "primary" : "default"}
          aria-pressed={mode === "polygon"}
          disabled={!map}
          onClick={() => start("polygon")}
        >
          {words.area}
        </Button>
        {mode && (
          <Button type="text" onClick={stopMeasuring}>
            {words.stop}
          </Button>
        )}
      </div>
      <p className={styles.method}>{words.method}</p>
      {mode && <Live mode={mode} />}
      <h3 className={styles.heading}>
        {words.list}
        {list.length > 1 && (
          <Button size="small" type="link" onClick={removeAllMeasurements}>
            {words.removeAll}
          </Button>
        )}
      </h3>
      {list.length === 0 ? (
        <p className={styles.empty}>{words.empty}</p>
      ) : (
        <ol className={styles.list}>
          {list.map((measurement) => (
            <Item key={`${measurement.measured.kind}${measurement.number}`} measurement={measurement} />
          ))}
        </ol>
      )}
    </Panel>
  );
}

/** The shape under the pointer, with what to do next. Only this follows the pointer. */
function Live({ mode }: { mode: MeasureMode }) {
  const words = useWords(MEASURE_WORDS);
  const live = useMeasurements((measurements) => measurements.live);
  return (
    <section className={styles.live} aria-label={words.live}>
      <p className={styles.hint}>{live ? (mode === "line" ? words.hintLine : words.hintPolygon) : words.hintStart}</p>
      <p className={styles.hint}>{words.hintKeys}</p>
      {live && <MeasuredView measured={live} />}
    </section>
  );
}

function Item({ measurement }: { measurement: Measurement }) {
  const words = useWords(MEASURE_WORDS);
  const { number, shape, measured } = measurement;
  const name = measured.kind === "line" ? words.lineName(number) : words.areaName(number);
  const show = () => useSurface.getState().map?.fit(boundsOf(shape), 96);
  return (
    <li className={styles.item} aria-label={name}>
      <div className={styles.itemHead}>
        <Tooltip title={words.show}>
          <Button type="link" size="small" className={styles.itemName} onClick={show}>
            {name}
          </Button>
        </Tooltip>
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={`${words.remove} ${name}`}
          onClick={() => removeMeasurement(measurement)}
        />
      </div>
      <MeasuredView measured={measured} />
    </li>
  );
}
