import {
  CarOutlined,
  DatabaseOutlined,
  EnvironmentOutlined,
  ExperimentOutlined,
  MoonOutlined,
  SafetyCertificateOutlined,
  SunOutlined,
} from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button, Tag, Tooltip } from "antd";
import type { ReactNode } from "react";
import type { Zone } from "../api.ts";
import { PAGE_WORDS } from "../messages/page.ts";
import { useTitle, useWords } from "../messages/words.ts";
import { changeView, useView } from "../state/view-store.ts";
import styles from "./top-bar.module.css";

export type Workspace = "map" | "planning" | "traffic" | "data";

const PLACES = [
  { id: "map", to: "/", icon: <EnvironmentOutlined aria-hidden="true" /> },
  { id: "planning", to: "/planning", icon: <SafetyCertificateOutlined aria-hidden="true" /> },
  { id: "traffic", to: "/traffic", icon: <CarOutlined aria-hidden="true" /> },
  { id: "data", to: "/data", icon: <DatabaseOutlined aria-hidden="true" /> },
] as const satisfies readonly { readonly id: Workspace; readonly to: string; readonly icon: ReactNode }[];

/** Whose page this is, how true it is, the ways to the other pages, and what concerns the page as a whole. */
export function TopBar(props: {
  here: Workspace;
  title: string;
  zone: Zone | null;
  dataTo?: string | null;
  before?: ReactNode;
  actions?: ReactNode;
  after?: ReactNode;
}) {
  const { here, title, zone, dataTo, before, actions, after } = props;
  const words = useWords(PAGE_WORDS);
  const inLanguage = useTitle();
  return (
    <header className={styles.top}>
      {before}
      <h1 className={styles.product}>{title}</h1>
      <span className={styles.zone}>{zone?.name ? inLanguage(zone.name) : ""}</span>
      {zone?.demo && (
        <Tooltip title={words.demoHint}>
          <Tag color="warning" icon={<ExperimentOutlined />} variant="outlined">
            {words.demo}
          </Tag>
        </Tooltip>
      )}
      {dataTo && <span className={styles.zone}>{words.dataTo(dataTo)}</span>}
      <span className={styles.spacer} />
      <Places here={here} />
      {actions}
      <ThemeButton />
      <Button
        type="text"
        aria-label={words.otherLanguage}
        onClick={() => changeView(({ language }) => ({ language: language === "zh" ? "en" : "zh" }))}
      >
        {words.language}
      </Button>
      {after}
    </header>
  );
}

/** To the other pages and back: each opens as it was left, but for a delivery that was looked at. */
function Places({ here }: { here: Workspace }) {
  const words = useWords(PAGE_WORDS);
  const view = useView();
  return (
    <nav className={styles.places} aria-label={words.places}>
      {PLACES.map(({ id, to, icon }) => (
        <Link
          key={id}
          to={to}
          search={here === "data" ? { ...view, draft: null, dataLayer: null, dataPart: "in" } : view}
          className={styles.place}
          title={words.placeHint[id]}
          {...(id === here && { "aria-current": "page" })}
        >
          {icon} {words.place[id]}
        </Link>
      ))}
    </nav>
  );
}

function ThemeButton() {
  const words = useWords(PAGE_WORDS);
  const other = useView((view) => (view.theme === "dark" ? "light" : "dark"));
  return (
    <Tooltip title={words[other]}>
      <Button
        type="text"
        icon={other === "light" ? <SunOutlined /> : <MoonOutlined />}
        aria-label={words[other]}
        onClick={() => changeView({ theme: other })}
      />
    </Tooltip>
  );
}
