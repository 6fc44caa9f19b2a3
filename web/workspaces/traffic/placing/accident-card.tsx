import { AimOutlined, EditOutlined, LeftOutlined, RightOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef } from "react";
import { codeIn, numberIn } from "#data/analyses/row-values.ts";
import { getLayer } from "#data/layers/index.ts";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import { findRow } from "../../../state/features.ts";
import { useLedgers } from "../../../state/ledgers.ts";
import { usePlacement } from "../../../state/placing.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { formatPosition, metres } from "../../../ui/quantities.ts";
import { lookOf, Swatch } from "../../../ui/swatch.tsx";
import styles from "./card.module.css";
import { doubtText } from "./doubt-text.ts";
import { goToCandidates } from "./go-to-candidates.ts";
import { type QueueRow, statedOf } from "./queue-rows.ts";
import { SettleAccident } from "./settle-accident.tsx";

interface Props {
  readonly opened: QueueRow | null;
  readonly rows: readonly QueueRow[];
  /** Its index in the list; -1: it is of another one. */
  readonly at: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onOpen: (row: QueueRow | undefined) => void;
}

/** The open accident: what its record says, why it is in doubt, and where it was. */
export function AccidentCard({ opened, rows, at, onStep, onOpen }: Props) {
  const words = useWords(PLACING_WORDS);
  const wanted = useView((view) => view.traffic.accident);
  const isReady = useLedgers(({ state }) => state === "ready");
  if (!opened)
    return (
      (rows.length > 0 || wanted !== null) && (
        <p className={styles.pick}>{wanted !== null && isReady ? words.gone : words.pick}</p>
      )
    );
  return (
    <section className={styles.card} aria-label={words.card}>
      <CardHead opened={opened} rows={rows} at={at} onStep={onStep} />
      <RecordFacts opened={opened} />
      <SettleAccident key={opened.id} opened={opened} rows={rows} onOpen={onOpen} />
    </section>
  );
}

function CardHead({ opened, rows, at, onStep }: Omit<Props, "opened" | "onOpen"> & { opened: QueueRow }) {
  const words = useWords(PLACING_WORDS);
  const view = useView();
  const heading = useRef<HTMLHeadingElement>(null);
  const { id, code, name } = opened;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another accident is opened
  useEffect(() => {
    // A keyboard goes on where the last accident was settled; who walks through the list stays there.
    if (!(document.activeElement?.closest("table, [role=tablist]") ?? false))
      heading.current?.focus({ preventScroll: true });
  }, [id]);
  return (
    <header className={styles.cardHead}>
      <h3 ref={heading} tabIndex={-1}>
        {name || code} <small>{code}</small>
      </h3>
      <div className={styles.actions}>
        <Button
          size="small"
          icon={<LeftOutlined />}
          title={words.previous}
          aria-label={words.previous}
          aria-keyshortcuts="["
          disabled={at === 0 || rows.length === 0}
          onClick={() => onStep(-1)}
        />
        <span className={styles.soft}>{at >= 0 && words.of(String(at + 1), String(rows.length))}</span>
        <Button
          size="small"
          icon={<RightOutlined />}
          title={words.next}
          aria-label={words.next}
          aria-keyshortcuts="]"
          disabled={at === rows.length - 1}
          onClick={() => onStep(1)}
        />
        <Button size="small" icon={<AimOutlined />} onClick={() => goToCandidates(opened)}>
          {words.goThere}
        </Button>
        <Link
          to="/"
          search={{ ...view, tool: "detail", detail: { layer: "accidents", id } }}
          title={words.toRecordHint}
          className={styles.link!}
        >
          <EditOutlined aria-hidden /> {words.toRecord}
        </Link>
        <Button size="small" type="text" onClick={() => changeTraffic({ accident: null })}>
          {words.close}
        </Button>
      </div>
    </header>
  );
}

/** What the record says, and in plain words why that is not enough. */
function RecordFacts({ opened }: { opened: QueueRow }) {
  const words = useWords(PLACING_WORDS);
  const title = useTitle();
  const layers = useLedgers((state) => state.layers);
  const toleranceM = usePlacement(({ answer }) => answer?.summary.toleranceM ?? null);
  const layer = getLayer("accidents");
  const accidents = layers.find(({ definition }) => definition.id === "accidents")?.snapshot;
  const row = findRow(layers, { layer: "accidents", id: opened.id });
  if (!accidents || row === null) return null;
  const { road, stake } = statedOf(accidents, row);
  const errorM = accidents.positionErrorM[row]!;
  const severity = layer.attributes.severity!;
  const recordedSeverity = codeIn(accidents, row, "severity");
  const level = severity.type === "code" && severity.values.find((each) => each.code === recordedSeverity);
  const count = (attribute: string) => String(numberIn(accidents, row, attribute) ?? words.unknown);
  const { finding } = opened;
  return (
    <>
      {finding?.reason && toleranceM !== null && (
        <p className={styles.why} data-state={finding.state}>
          <b>{words.states[finding.state]}</b> {doubtText(finding, toleranceM, words)}
        </p>
      )}
      <dl className={styles.facts} aria-label={words.stated}>
        <div>
          <dt>{words.statedRoad}</dt>
          <dd>{road ?? words.unknown}</dd>
        </div>
        <div>
          <dt>{words.statedStake}</dt>
          <dd>{stake ?? words.unknown}</dd>
        </div>
        <div>
          <dt>{words.happened}</dt>
          <dd>{opened.happenedAt?.replace("T", " ") ?? words.unknown}</dd>
        </div>
        <div>
          <dt>{words.position}</dt>
          <dd>
            {formatPosition(opened.position)}
            {!Number.isNaN(errorM) && ` ± ${metres(errorM)}`}
          </dd>
        </div>
        <div className={styles.whole}>
          <dt>{title(severity.title)}</dt>
          <dd>
            <Swatch layer={layer} look={lookOf(layer, recordedSeverity)} size={16} />
            {level ? title(level.title) : words.unknown} · {words.casualties(count("deaths"), count("injuries"))}
          </dd>
        </div>
      </dl>
    </>
  );
}
