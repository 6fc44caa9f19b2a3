import { Alert, Segmented } from "antd";
import { useState } from "react";
import { LAYERS } from "#data/layers/index.ts";
import { RING_WORDS } from "../../messages/rings.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { useResults } from "../../state/results.ts";
import { metres } from "../../ui/quantities.ts";
import { RingGroups } from "./ring-groups.tsx";
import { RingList } from "./ring-list.tsx";
import { RingMatrix } from "./ring-matrix.tsx";
import styles from "./rings.module.css";

const TABS = ["matrix", "list", "groups"] as const;

/** The answer: totals per layer and ring, the list, and each origin by itself. The last answer stays until the next one comes. */
export function RingResults() {
  const words = useWords(RING_WORDS);
  const [chosen, choose] = useState<(typeof TABS)[number]>("matrix");
  const answer = useResults(({ rings }) => rings.answer);
  const pending = useResults(({ rings }) => rings.pending);
  if (!answer) return pending ? <output className={styles.hint}>{words.pending}</output> : null;
  const { rings, groups, found, listed } = answer.summary;
  const tabs = TABS.filter((tab) => tab !== "groups" || groups.length > 0);
  const tab = tabs.includes(chosen) ? chosen : "matrix";
  return (
    <>
      <Filtered filters={answer.parameters.filters ?? {}} />
      <div className={styles.tabs}>
        <Segmented
          size="small"
          value={tab}
          options={tabs.map((value) => ({
            value,
            label: value === "list" ? `${words.tabs.list} ${found}` : words.tabs[value],
          }))}
          onChange={choose}
        />
        <output className={styles.pending}>{pending ? words.pending : ""}</output>
      </div>
      {found === 0 && <p className={styles.nothing}>{words.nothing(metres(rings[rings.length - 1]!.radiusM))}</p>}
      {tab === "matrix" && <RingMatrix rings={rings} />}
      {tab === "list" && found > 0 && (
        <RingList
          findings={answer.findings}
          radiiM={rings.map(({ radiusM }) => radiusM)}
          found={found}
          listed={listed}
        />
      )}
      {tab === "groups" && <RingGroups groups={groups} layer={answer.parameters.layer!} />}
    </>
  );
}

function Filtered({ filters }: { filters: Readonly<Record<string, string>> }) {
  const words = useWords(RING_WORDS);
  const title = useTitle();
  const names = LAYERS.filter(({ id }) => id in filters).map((layer) => title(layer.title));
  return names.length === 0 ? null : (
    <Alert type="info" className={styles.filtered} title={words.filtered(names.join(" · "))} />
  );
}
