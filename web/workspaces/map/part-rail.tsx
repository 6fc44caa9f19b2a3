import { MenuFoldOutlined, MenuUnfoldOutlined } from "@ant-design/icons";
import { type ComponentType, lazy, type ReactNode } from "react";
import { PAGE_WORDS } from "../../messages/page.ts";
import { useWords } from "../../messages/words.ts";
import { changeView, useView } from "../../state/view-store.ts";
import styles from "./map-frame.module.css";

/** One part of somebody's work beside the map: an icon of the rail, and a panel that is fetched when it is opened. */
export interface Part {
  readonly icon: ReactNode;
  readonly panel: ComponentType;
  /** Tables that want more than the panel's usual width. */
  readonly isWide?: boolean;
}

/** A panel that is fetched when it is drawn first. */
export const later = <Name extends string>(read: () => Promise<Record<Name, ComponentType>>, name: Name) =>
  lazy(async () => ({ default: (await read())[name] }));

/** The parts of one page's work, one key press apart; a part that does not exist is not offered. */
export function PartRail<Id extends string>(props: {
  label: string;
  ids: readonly Id[];
  parts: Readonly<Partial<Record<Id, Part>>>;
  names: Readonly<Record<Id, string>>;
  shown: Id;
  onShow: (id: Id) => void;
}) {
  const { label, ids, parts, names, shown, onShow } = props;
  const page = useWords(PAGE_WORDS);
  const layerPanel = useView((view) => view.layerPanel);
  return (
    <nav className={styles.rail} aria-label={label}>
      <button
        type="button"
        className={styles.tool}
        aria-pressed={layerPanel}
        title={layerPanel ? page.hideLayers : page.showLayers}
        onClick={() => changeView({ layerPanel: !layerPanel })}
      >
        {layerPanel ? <MenuFoldOutlined /> : <MenuUnfoldOutlined />}
        {page.layers}
      </button>
      {ids.map((id) => {
        const part = parts[id];
        return (
          part && (
            <button
              key={id}
              type="button"
              className={styles.tool}
              aria-pressed={id === shown}
              onClick={() => onShow(id)}
            >
              {part.icon}
              {names[id]}
            </button>
          )
        );
      })}
    </nav>
  );
}
