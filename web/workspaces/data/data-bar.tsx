import { EnvironmentOutlined, ExperimentOutlined, MoonOutlined, SunOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Tag, Tooltip } from "antd";
import { DATA_PAGE_WORDS } from "../../messages/data-page.ts";
import { PAGE_WORDS } from "../../messages/page.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { changeView, useView } from "../../state/view-store.ts";
import styles from "./data-page.module.css";
import { useZone } from "./intake-queries.ts";

/** Where one is, and the way back to the map as it was left. */
export function DataBar() {
  const words = useWords(DATA_PAGE_WORDS);
  const page = useWords(PAGE_WORDS);
  const title = useTitle();
  const view = useView();
  const { data: zone } = useZone();
  const otherTheme = view.theme === "dark" ? "light" : "dark";
  return (
    <header className={styles.top}>
      <h1 className={styles.product}>{words.title}</h1>
      <span className={styles.zone}>{zone?.name ? title(zone.name) : page.product}</span>
      {zone?.demo && (
        <Tooltip title={page.demoHint}>
          <Tag color="warning" icon={<ExperimentOutlined />} variant="outlined">
            {page.demo}
          </Tag>
        </Tooltip>
      )}
      <span className={styles.spacer} />
      <Link to="/" search={{ ...view, draft: null, dataLayer: null, dataPart: "in" }}>
        <EnvironmentOutlined aria-hidden="true" /> {words.toMap}
      </Link>
      <Tooltip title={page[otherTheme]}>
        <Button
          type="text"
          icon={otherTheme === "light" ? <SunOutlined /> : <MoonOutlined />}
          aria-label={page[otherTheme]}
          onClick={() => changeView({ theme: otherTheme })}
        />
      </Tooltip>
      <Button
        type="text"
        aria-label={page.otherLanguage}
        onClick={() => changeView({ language: view.language === "zh" ? "en" : "zh" })}
      >
        {page.language}
      </Button>
    </header>
  );
}
