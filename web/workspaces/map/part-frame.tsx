import type { ReactNode } from "react";
import styles from "./part-frame.module.css";

/** A part beside the map: heading, what belongs to it, a body that scrolls and a line of provenance. */
export function PartFrame(props: { title: string; actions?: ReactNode; footer?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={props.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{props.title}</h2>
        {props.actions}
      </header>
      <div className={styles.body}>{props.children}</div>
      {props.footer && <footer className={styles.footer}>{props.footer}</footer>}
    </section>
  );
}
