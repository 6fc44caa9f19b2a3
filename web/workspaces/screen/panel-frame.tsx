import type { ReactNode } from "react";
import styles from "./screen.module.css";

/** One panel of a screen: what it is about, its numbers, and what they stand on. */
export function PanelFrame(props: { title: string; footer: ReactNode; isStale?: boolean; children: ReactNode }) {
  return (
    <section className={styles.panel} data-stale={props.isStale ?? false} aria-label={props.title}>
      <h2 className={styles.panelTitle}>{props.title}</h2>
      <div className={styles.panelBody}>{props.children}</div>
      <footer className={styles.panelFoot}>{props.footer}</footer>
    </section>
  );
}
