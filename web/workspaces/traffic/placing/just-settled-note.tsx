import { Button } from "antd";
import { PLACING_WORDS } from "../../../messages/traffic-placing.ts";
import { useWords } from "../../../messages/words.ts";
import { changeTraffic } from "../../../state/traffic.ts";
import { useView } from "../../../state/view-store.ts";
import styles from "./placing.module.css";
import { useSettling } from "./settling.ts";

/** The way back to what was settled last. */
export function JustSettledNote() {
  const words = useWords(PLACING_WORDS);
  const last = useSettling((settling) => settling.last);
  const opened = useView((view) => view.traffic.accident);
  if (!last || last.id === opened) return null;
  return (
    <p className={styles.notice}>
      {words.justSettled(last.code, last.place)}{" "}
      <Button type="link" size="small" className={styles.inline!} onClick={() => changeTraffic({ accident: last.id })}>
        {words.look}
      </Button>
    </p>
  );
}
