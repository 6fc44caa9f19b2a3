import { AimOutlined, CloseOutlined, DownOutlined, RightOutlined } from "@ant-design/icons";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Button } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { gradeOf } from "#data/analyses/rows.ts";
import { SELECTION_WORDS } from "../../messages/selection.ts";
import { useLanguage, useWords } from "../../messages/words.ts";
import { hoverListed, openListed } from "../../state/listed-feature.ts";
import { removeFeature } from "../../state/selection-edit.ts";

import { MOST_IDS } from "../../state/view.ts";
import { changeView } from "../../state/view-store.ts";
import { FeatureMark } from "../../ui/feature-mark.tsx";
import { formatNumber } from "../../ui/quantities.ts";
import { Swatch } from "../../ui/swatch.tsx";
import type { SelectedGroup } from "./group-by-layer.ts";
import { GroupTotals } from "./group-totals.tsx";
import styles from "./selection.module.css";

type Line = { readonly group: SelectedGroup; readonly row: number | null };

const ROW_PX = 30;
const HEAD_PX = 36;
const TOTAL_PX = 18;

/** Every selected feature under its layer, the layer with its count and sums. */
export function SelectionList({ groups }: { groups: readonly SelectedGroup[] }) {
  const words = useWords(SELECTION_WORDS);
  const [closed, setClosed] = useState<readonly string[]>([]);
  const lines = useMemo(
    () =>
      groups.flatMap((group): Line[] => [
        { group, row: null },
        ...(closed.includes(group.definition.id) ? [] : group.rows.map((row) => ({ group, row }))),
      ]),
    [groups, closed],
  );
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => () => hoverListed(null), []);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => {
      const { group, row } = lines[i]!;
      return row === null ? HEAD_PX + group.definition.totals.length * TOTAL_PX : ROW_PX;
    },
    getItemKey: (i) => `${lines[i]!.group.definition.id}/${lines[i]!.row ?? "head"}`,
    overscan: 8,
  });
  const toggle = (id: string) =>
    setClosed(closed.includes(id) ? closed.filter((each) => each !== id) : [...closed, id]);
  return (
    <div ref={scroller} className={styles.list}>
      <ul className={styles.rows} style={{ height: virtual.getTotalSize() }} aria-label={words.list}>
        {virtual.getVirtualItems().map(({ index, key, start, size }) => {
          const { group, row } = lines[index]!;
          return (
            <li key={key} style={{ transform: `translateY(${start}px)`, height: size }}>
              {row === null ? (
                <GroupHead group={group} isOpen={!closed.includes(group.definition.id)} onToggle={toggle} />
              ) : (
                <Item group={group} row={row} />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function GroupHead(props: { group: SelectedGroup; isOpen: boolean; onToggle: (id: string) => void }) {
  const { group, isOpen, onToggle } = props;
  const { definition, snapshot, rows } = group;
  const words = useWords(SELECTION_WORDS);
  const language = useLanguage();
  const title = definition.title[language];
  const isTooMany = rows.length > MOST_IDS;
  const asOrigin = () =>
    changeView({
      tool: "rings",
      origin: { kind: "features", layer: definition.id, ids: rows.map((row) => snapshot.ids.get(row)!) },
    });
  return (
    <div className={styles.group}>
      <div className={styles.head}>
        <button
          type="button"
          className={styles.disclose}
          aria-expanded={isOpen}
          title={words.collapse(title)}
          onClick={() => onToggle(definition.id)}
        >
          {isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          <Swatch layer={definition} />
          <span className={styles.clip}>{title}</span>
          <strong>{formatNumber(rows.length, language)}</strong>
        </button>
        <Button
          size="small"
          icon={<AimOutlined aria-hidden />}
          disabled={isTooMany}
          title={isTooMany ? words.tooMany(rows.length, MOST_IDS) : words.asOriginOf(title)}
          onClick={asOrigin}
        >
          {words.asOrigin}
        </Button>
      </div>
      <GroupTotals group={group} />
    </div>
  );
}

function Item({ group, row }: { group: SelectedGroup; row: number }) {
  const { definition, snapshot } = group;
  const words = useWords(SELECTION_WORDS);
  const key = { layer: definition.id, id: snapshot.ids.get(row)! };
  const name = snapshot.names.get(row) || snapshot.codes.get(row)!;
  const highlight = () => hoverListed({ layer: definition.id, row });
  const remove = () => {
    hoverListed(null);
    changeView(({ selection }) => ({ selection: removeFeature(selection, key) }));
  };
  return (
    <div className={styles.line}>
      <button
        type="button"
        className={styles.item}
        title={snapshot.codes.get(row) ?? undefined}
        onClick={() => openListed(key)}
        onMouseEnter={highlight}
        onFocus={highlight}
        onMouseLeave={() => hoverListed(null)}
        onBlur={() => hoverListed(null)}
      >
        <FeatureMark layer={definition} snapshot={snapshot} row={row} grade={gradeOf(snapshot, definition, row)} />
        <span className={styles.clip}>{name}</span>
      </button>
      <Button
        size="small"
        type="text"
        icon={<CloseOutlined aria-hidden />}
        aria-label={words.remove(name)}
        onClick={remove}
      />
    </div>
  );
}
