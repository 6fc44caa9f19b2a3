import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { ReactNode } from "react";
import { PAGE_WORDS } from "../messages/page.ts";
import { useWords } from "../messages/words.ts";
import styles from "./panel.module.css";

/** A panel beside the map: heading, what belongs to the heading, and a body that scrolls. */
export function Panel(props: { title: string; actions?: ReactNode; onClose: () => void; children: ReactNode }) {
  const words = useWords(PAGE_WORDS);
  return (
    <section className={styles.panel} aria-label={props.title}>
      <header className={styles.head}>
        <h2 className={styles.title}>{props.title}</h2>
        {props.actions}
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={words.close} onClick={props.onClose} />
      </header>
      <div className={styles.body}>{props.children}</div>
    </section>
  );
}
