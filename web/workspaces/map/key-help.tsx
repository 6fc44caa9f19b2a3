import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Modal, Tooltip } from "antd";
import { useCallback, useState } from "react";
import { focusMap, MAP_ELEMENT_ID } from "../../map/map-element.ts";
import { KEY_WORDS } from "../../messages/keys.ts";
import { useWords } from "../../messages/words.ts";
import styles from "./key-help.module.css";
import { useShortcuts } from "./shortcuts.ts";

/** Which keys there are, one click or `?` away. */
export function KeyHelp() {
  const words = useWords(KEY_WORDS);
  const [isOpen, setOpen] = useState(false);
  const open = useCallback(() => setOpen(true), []);
  useShortcuts(open);
  return (
    <>
      <Tooltip title={words.open}>
        <Button type="text" icon={<QuestionCircleOutlined />} aria-label={words.open} onClick={open} />
      </Tooltip>
      <Modal title={words.title} open={isOpen} footer={null} width={560} onCancel={() => setOpen(false)}>
        {words.groups.map(({ title, keys }) => (
          <section key={title}>
            <h3 className={styles.group}>{title}</h3>
            <dl className={styles.keys}>
              {keys.map(([combination, does]) => (
                <div key={does}>
                  <dt>
                    {combination.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </Modal>
    </>
  );
}

/** The first stop of the Tab key: past all panels. */
export function SkipToMap() {
  const words = useWords(KEY_WORDS);
  return (
    <a
      className={styles.skip}
      href={`#${MAP_ELEMENT_ID}`}
      onClick={(event) => {
        // The address is the view's, and has no place for an anchor.
        event.preventDefault();
        focusMap();
      }}
    >
      {words.toMap}
    </a>
  );
}
