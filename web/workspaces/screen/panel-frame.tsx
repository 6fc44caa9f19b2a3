import type { ReactNode } from "react";
import { SCREEN_LIST_WORDS } from "../../messages/screen-list.ts";
import { useWords } from "../../messages/words.ts";
import { useDrawnBody } from "./panel-place.tsx";
import styles from "./screen.module.css";

/** One panel of a screen: what it is about, its numbers, and what they stand on. */
export function PanelFrame(props: {
  title: string;
  footer: ReactNode;
  isStale?: boolean;
  /** When what it says was last known to be true; `null`: it is, as far as anybody knows. */
  lastGood?: string | null;
  children: ReactNode;
}) {
  const words = useWords(SCREEN_LIST_WORDS);
  const { lastGood = null } = props;
  const body = useDrawnBody();
  return (
    <section className={styles.panel} data-stale={props.isStale ?? false} aria-label={props.title}>
      <h2 className={styles.panelTitle}>
        <span>{props.title}</span>
        {lastGood !== null && <em className={styles.lastGood}>{words.lastGood(lastGood)}</em>}
      </h2>
      <div className={styles.panelBody} ref={body}>
        {props.children}
      </div>
      <footer className={styles.panelFoot}>{props.footer}</footer>
    </section>
  );
}
