import { DatabaseOutlined, ExperimentOutlined, LinkOutlined, MoonOutlined, SunOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { App, Button, Tag, Tooltip } from "antd";
import { DATA_PAGE_WORDS } from "../../messages/data-page.ts";
import { PAGE_WORDS } from "../../messages/page.ts";
import { useTitle, useWords } from "../../messages/words.ts";
import { linkOf } from "../../state/address.ts";
import { useLedgers } from "../../state/ledgers.ts";
import { changeView, useView } from "../../state/view-store.ts";
import { KeyHelp, SkipToMap } from "./key-help.tsx";
import styles from "./overview.module.css";

/** Whose map this is, how true it is, and what concerns the page as a whole. */
export function TopBar() {
  const words = useWords(PAGE_WORDS);
  const title = useTitle();
  const theme = useView((view) => view.theme);
  const zone = useLedgers((ledgers) => ledgers.zone);
  const newest = useLedgers(({ layers }) =>
    layers.reduce<string | null>((latest, { snapshot: { dataDate } }) => {
      if (!dataDate) return latest;
      return latest === null || dataDate > latest ? dataDate : latest;
    }, null),
  );
  return (
    <header className={styles.top}>
      <SkipToMap />
      <h1 className={styles.product}>{words.product}</h1>
      <span className={styles.zone}>{zone?.name ? title(zone.name) : ""}</span>
      {zone?.demo && (
        <Tooltip title={words.demoHint}>
          <Tag color="warning" icon={<ExperimentOutlined />} variant="outlined">
            {words.demo}
          </Tag>
        </Tooltip>
      )}
      {newest && <span className={styles.zone}>{words.dataTo(newest)}</span>}
      <span className={styles.spacer} />
      <DataLink />
      <CopyLink />
      <Tooltip title={theme === "dark" ? words.light : words.dark}>
        <Button
          type="text"
          icon={theme === "dark" ? <SunOutlined /> : <MoonOutlined />}
          aria-label={theme === "dark" ? words.light : words.dark}
          onClick={() => changeView({ theme: theme === "dark" ? "light" : "dark" })}
        />
      </Tooltip>
      <Button
        type="text"
        aria-label={words.otherLanguage}
        onClick={() => changeView(({ language }) => ({ language: language === "zh" ? "en" : "zh" }))}
      >
        {words.language}
      </Button>
      <KeyHelp />
    </header>
  );
}

/** To the deliveries; the way back leads to this same view. */
function DataLink() {
  const words = useWords(DATA_PAGE_WORDS);
  const view = useView();
  return (
    <Link to="/data" search={view} title={words.open}>
      <DatabaseOutlined aria-hidden="true" /> {words.title}
    </Link>
  );
}

function CopyLink() {
  const words = useWords(PAGE_WORDS);
  const { message } = App.useApp();
  const copy = async () => {
    const link = linkOf(useView.getState());
    try {
      await navigator.clipboard.writeText(link);
      void message.success(words.linkCopied);
    } catch {
      // No clipboard (an insecure address, say): the person copies it by hand.
      window.prompt(words.copyLink, link);
    }
  };
  return (
    <Tooltip title={words.copyLink}>
      <Button type="text" icon={<LinkOutlined />} aria-label={words.copyLink} onClick={() => void copy()} />
    </Tooltip>
  );
}
