import { DownloadOutlined } from "@ant-design/icons";
import { Button, Checkbox, Select } from "antd";
import { useEffect, useState } from "react";
import {
  type BlackSpotEntry,
  type BlackSpotsAsked,
  quarterTableAddress,
  type SpotState,
} from "../../../api-black-spots.ts";
import { TRAFFIC_WORDS } from "../../../messages/traffic.ts";
import { REGISTER_WORDS } from "../../../messages/traffic-register.ts";
import { useLanguage, useWords } from "../../../messages/words.ts";
import { useAnnouncements } from "../../../state/announcements.ts";
import { goToPlace } from "../../../state/go-to-feature.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import { PartFrame } from "../../map/part-frame.tsx";
import styles from "./register.module.css";
import { rereadRegister, useRegister } from "./register-queries.ts";
import { SpotDetail } from "./spot-detail.tsx";
import { SpotTable } from "./spot-table.tsx";

const STATES: readonly SpotState[] = [
  "candidate",
  "confirmed",
  "listed",
  "treating",
  "closed",
  "evaluated",
  "rejected",
];
const NO_ENTRIES: readonly BlackSpotEntry[] = [];
/** Where a spot fills the map. */
const SPOT_ZOOM = 15.5;

/** What became of every spot that was found, and what has to be done next, the overdue first. */
export function RegisterPanel() {
  const words = useWords(REGISTER_WORDS);
  const { parts } = useWords(TRAFFIC_WORDS);
  const language = useLanguage();
  const entryId = useView((view) => view.traffic.entry);
  const [state, setState] = useState<SpotState | null>(null);
  const [isOverdueOnly, setOverdueOnly] = useState(false);
  const asked: BlackSpotsAsked = { ...(state && { state }), ...(isOverdueOnly && { overdue: "true" as const }) };
  const heard = useAnnouncements((announced) => announced["black-spots"]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was heard is the reason, not an input
  useEffect(() => void rereadRegister(), [heard]);
  const { data: list, error } = useRegister(asked);
  const entries = list?.entries ?? NO_ENTRIES;
  const open = (entry: BlackSpotEntry) => {
    changeTraffic({ entry: entry.id });
    goToPlace(entry.position, SPOT_ZOOM);
  };
  return (
    <PartFrame
      title={parts.register}
      footer={
        list &&
        `${words.totals(list.totals.all, list.totals.overdue, list.totals.evaluationDue)} · ${words.day(list.day)}`
      }
      actions={
        <Button size="small" icon={<DownloadOutlined />} href={quarterTableAddress(language)} download>
          {words.quarterTable}
        </Button>
      }
    >
      <div className={styles.page}>
        <search className={styles.filters} aria-label={words.filters}>
          <Select<SpotState>
            size="small"
            allowClear
            style={{ minWidth: 130 }}
            aria-label={words.columns.state}
            placeholder={words.every}
            value={state}
            options={STATES.map((value) => ({ value, label: words.states[value] }))}
            onChange={(value) => setState(value ?? null)}
          />
          <Checkbox checked={isOverdueOnly} onChange={({ target }) => setOverdueOnly(target.checked)}>
            {words.overdueOnly}
          </Checkbox>
        </search>
        {error && (
          <p className={styles.notice} role="alert">
            {words.failed(error.message)}
          </p>
        )}
        {entries.length > 0 ? (
          <SpotTable entries={entries} openedId={entryId} onOpen={open} />
        ) : (
          !error && <p className={styles.notice}>{list ? words.none : words.loading}</p>
        )}
        {entryId && <SpotDetail key={entryId} id={entryId} onClose={() => changeTraffic({ entry: null })} />}
      </div>
    </PartFrame>
  );
}
