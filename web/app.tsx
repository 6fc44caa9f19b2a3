import { createRootRoute, createRoute, createRouter, Link, Outlet, RouterProvider } from "@tanstack/react-router";
import { App as AntdApp, ConfigProvider, Result } from "antd";
import enGB from "antd/locale/en_GB";
import zhCN from "antd/locale/zh_CN";
import { lazy, Suspense, useEffect } from "react";
import { PAGE_WORDS } from "./messages/page.ts";
import { useWords } from "./messages/words.ts";
import { searchCodec, startAddress } from "./state/address.ts";
import { DEFAULT_VIEW, parseView } from "./state/view.ts";
import { useViewFields } from "./state/view-store.ts";
import { antdTheme } from "./ui/theme.ts";
import {
  loadCarriersList,
  loadControl,
  loadData,
  loadMapFrame,
  loadOpinion,
  loadOverview,
  loadPlanning,
  loadScreen,
  loadTraffic,
  loadVisit,
} from "./workspaces/load.ts";

const MapFrame = lazy(async () => ({ default: (await loadMapFrame()).MapFrame }));
const Overview = lazy(async () => ({ default: (await loadOverview()).Overview }));
const Planning = lazy(async () => ({ default: (await loadPlanning()).Planning }));
const Traffic = lazy(async () => ({ default: (await loadTraffic()).Traffic }));
const ScreenEntrance = lazy(async () => ({ default: (await loadScreen()).ScreenEntrance }));
const ControlPage = lazy(async () => ({ default: (await loadControl()).ControlPage }));
const VisitPage = lazy(async () => ({ default: (await loadVisit()).VisitPage }));
const CarriersListPage = lazy(async () => ({ default: (await loadCarriersList()).CarriersListPage }));
const OpinionPage = lazy(async () => ({ default: (await loadOpinion()).OpinionPage }));
const DataPage = lazy(async () => ({ default: (await loadData()).DataPage }));

const root = createRootRoute({ component: Workspace, notFoundComponent: NoPage });
const mapFrame = createRoute({ getParentRoute: () => root, id: "map", component: MapFrame });
const overview = createRoute({
  getParentRoute: () => mapFrame,
  path: "/",
  component: Overview,
  validateSearch: parseView,
});
const planning = createRoute({
  getParentRoute: () => mapFrame,
  path: "/planning",
  component: Planning,
  validateSearch: parseView,
});
const traffic = createRoute({
  getParentRoute: () => mapFrame,
  path: "/traffic",
  component: Traffic,
  validateSearch: parseView,
});
const visit = createRoute({
  getParentRoute: () => root,
  path: "/traffic/visit",
  component: VisitPage,
  validateSearch: parseView,
});
const carriersList = createRoute({
  getParentRoute: () => root,
  path: "/traffic/carriers",
  component: CarriersListPage,
  validateSearch: parseView,
});
const screen = createRoute({
  getParentRoute: () => root,
  path: "/screen",
  component: ScreenEntrance,
  validateSearch: parseView,
});
const control = createRoute({
  getParentRoute: () => root,
  path: "/screen/control",
  component: ControlPage,
  validateSearch: parseView,
});
const opinion = createRoute({
  getParentRoute: () => root,
  path: "/planning/opinion/$opinionId",
  component: function Opinion() {
    return <OpinionPage id={opinion.useParams().opinionId} />;
  },
  validateSearch: parseView,
});
const data = createRoute({
  getParentRoute: () => root,
  path: "/data",
  component: DataPage,
  validateSearch: parseView,
});
const router = createRouter({
  routeTree: root.addChildren([
    mapFrame.addChildren([overview, planning, traffic]),
    visit,
    carriersList,
    screen,
    control,
    opinion,
    data,
  ]),
  ...searchCodec,
});
startAddress(router.history);

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

/** The whole page in its language and theme. */
export function App() {
  const { language, theme } = useViewFields("language", "theme");
  const words = useWords(PAGE_WORDS);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset.theme = theme;
    document.title = words.product;
  }, [language, theme, words]);
  return (
    <ConfigProvider
      theme={antdTheme(theme)}
      locale={language === "zh" ? zhCN : enGB}
      componentSize="middle"
      button={{ autoInsertSpace: false }}
    >
      <AntdApp style={{ height: "100%" }}>
        <RouterProvider router={router} />
      </AntdApp>
    </ConfigProvider>
  );
}

function Workspace() {
  return (
    <Suspense>
      <Outlet />
    </Suspense>
  );
}

function NoPage() {
  const words = useWords(PAGE_WORDS);
  return (
    <Result
      status="404"
      title={words.noPage}
      extra={
        <Link to="/" search={DEFAULT_VIEW}>
          {words.toMap}
        </Link>
      }
    />
  );
}
