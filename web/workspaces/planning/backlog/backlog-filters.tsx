import { Input, Select } from "antd";
import { localDayOf } from "#data/snapshot/freshness.ts";
import type { HazardClass } from "#data/standards/classes.ts";
import { classTitle } from "#data/standards/classes.ts";
import type { Conflict } from "../../../api.ts";
import { BACKLOG_WORDS } from "../../../messages/planning-backlog.ts";
import { useTitle, useWords } from "../../../messages/words.ts";
import styles from "./backlog.module.css";
import { type ConflictSieve, offeredOf } from "./filter-conflicts.ts";

export interface BacklogFilter extends ConflictSieve {
  readonly state: Conflict["state"] | null;
  /** `YYYY-MM-DD`; empty: no day to compare with. */
  readonly since: string;
  readonly change: "new" | "gone" | null;
}

export const EVERY_CONFLICT: BacklogFilter = {
  standard: null,
  hazardClass: null,
  state: null,
  since: "",
  change: null,
};

const STATES = ["open", "accepted", "to-rectify", "false"] as const;

/** What to look for among the conflicts. */
export function BacklogFilters(props: {
  filter: BacklogFilter;
  conflicts: readonly Conflict[];
  onChange: (filter: BacklogFilter) => void;
}) {
  const { filter, conflicts, onChange } = props;
  const words = useWords(BACKLOG_WORDS);
  const title = useTitle();
  const change = (part: Partial<BacklogFilter>) => onChange({ ...filter, ...part });
  const { standards, hazardClasses } = offeredOf(conflicts);
  return (
    <search className={styles.filters} aria-label={words.filters}>
      <Select<Conflict["state"]>
        size="small"
        allowClear
        aria-label={words.state}
        placeholder={words.everyState}
        value={filter.state}
        options={STATES.map((value) => ({ value, label: words.states[value] }))}
        onChange={(state) => change({ state: state ?? null })}
      />
      <Select<string>
        size="small"
        allowClear
        aria-label={words.standard}
        placeholder={words.standard}
        value={filter.standard}
        options={standards.map((value) => ({ value, label: value }))}
        onChange={(standard) => change({ standard: standard ?? null })}
      />
      <Select<HazardClass>
        size="small"
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={340}
        aria-label={words.hazardClass}
        placeholder={words.hazardClass}
        value={filter.hazardClass as HazardClass | null}
        options={hazardClasses.map((value) => ({ value, label: title(classTitle(value)) }))}
        onChange={(hazardClass) => change({ hazardClass: hazardClass ?? null })}
      />
      <Input
        size="small"
        type="date"
        aria-label={words.since}
        title={words.since}
        max={localDayOf(new Date())}
        value={filter.since}
        onChange={({ target }) => change({ since: target.value, ...(target.value === "" && { change: null }) })}
      />
      <Select<"all" | "new" | "gone">
        size="small"
        aria-label={words.change}
        disabled={filter.since === ""}
        value={filter.change ?? "all"}
        options={(["all", "new", "gone"] as const).map((value) => ({ value, label: words.changes[value] }))}
        onChange={(value) => change({ change: value === "all" ? null : value })}
      />
    </search>
  );
}
