import { takeFragment } from "../state/screen-token.ts";

let frame: Promise<typeof import("./map/map-frame.tsx")> | null = null;

/** The map and all it needs, side by side; asked for again, it is the same. */
export function loadMapFrame(): Promise<typeof import("./map/map-frame.tsx")> {
  if (frame) return frame;
  void import("../state/ledgers.ts").then(({ startLedgers }) => startLedgers());
  void import("../state/results.ts").then(({ startResults }) => startResults());
  void import("../map/zone-map.ts");
  frame = import("./map/map-frame.tsx");
  return frame;
}

/** What can be asked of the ledgers beside the map. */
export const loadOverview = (): Promise<typeof import("./overview/overview.tsx")> => import("./overview/overview.tsx");

/** Where something may stand. */
export const loadPlanning = (): Promise<typeof import("./planning/planning.tsx")> => import("./planning/planning.tsx");

/** Which stretches of road are accident-prone, why, and whether a treatment worked. */
export const loadTraffic = (): Promise<typeof import("./traffic/traffic.tsx")> => import("./traffic/traffic.tsx");

/** The sheet that goes along to a site: the ledgers without a map. */
export function loadVisit(): Promise<typeof import("./traffic/visit/visit-page.tsx")> {
  void import("../state/ledgers.ts").then(({ startLedgers }) => startLedgers());
  return import("./traffic/visit/visit-page.tsx");
}

/** The list of risky carriers in print: the ledgers without a map. */
export function loadCarriersList(): Promise<typeof import("./traffic/carriers/carriers-list-page.tsx")> {
  void import("../state/ledgers.ts").then(({ startLedgers }) => startLedgers());
  return import("./traffic/carriers/carriers-list-page.tsx");
}

let entrance: Promise<typeof import("./screen/screen-entrance.tsx")> | null = null;

/** A screen of the command centre: it reads nothing before it is let in. */
export function loadScreen(): Promise<typeof import("./screen/screen-entrance.tsx")> {
  if (entrance) return entrance;
  const fragment = takeFragment();
  entrance = import("./screen/screen-entrance.tsx");
  void import("../map/zone-map.ts");
  void Promise.all([
    import("../state/ledgers.ts"),
    import("../state/results.ts"),
    import("../state/wall.ts"),
    import("../state/screen-access.ts").then(({ enterAsScreen }) => enterAsScreen(fragment)),
  ]).then(([{ startLedgers }, { startResults }, { startWall }]) => {
    startLedgers();
    startResults();
    startWall();
  });
  return entrance;
}

/** The console of the wall: the ledgers without a map. */
export function loadControl(): Promise<typeof import("./screen/control/control-page.tsx")> {
  void import("../state/ledgers.ts").then(({ startLedgers }) => startLedgers());
  return import("./screen/control/control-page.tsx");
}

/** A signed opinion as it is printed: neither map nor ledgers. */
export const loadOpinion = (): Promise<typeof import("./planning/opinion/opinion-page.tsx")> =>
  import("./planning/opinion/opinion-page.tsx");

/** Deliveries in and out: neither map nor ledgers. */
export const loadData = (): Promise<typeof import("./data/data-page.tsx")> => import("./data/data-page.tsx");

/** What a page begins with need not wait for the frame around all pages. */
export function loadPage(path: string): void {
  if (path === "/data") {
    void loadData();
    return;
  }
  if (path.startsWith("/planning/opinion/")) {
    void loadOpinion();
    return;
  }
  if (path === "/traffic/visit") {
    void loadVisit();
    return;
  }
  if (path === "/traffic/carriers") {
    void loadCarriersList();
    return;
  }
  if (path === "/screen") {
    void loadScreen();
    return;
  }
  if (path === "/screen/control") {
    void loadControl();
    return;
  }
  void loadMapFrame();
  void (path === "/planning" ? loadPlanning() : path === "/traffic" ? loadTraffic() : loadOverview());
}
