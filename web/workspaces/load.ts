let overview: Promise<typeof import("./overview/overview.tsx")> | null = null;

/** The map and all it needs, side by side; asked for again, it is the same. */
export function loadOverview(): Promise<typeof import("./overview/overview.tsx")> {
  if (overview) return overview;
  void import("../state/ledgers.ts").then(({ startLedgers }) => startLedgers());
  void import("../state/results.ts").then(({ startResults }) => startResults());
  void import("../map/zone-map.ts");
  overview = import("./overview/overview.tsx");
  return overview;
}

/** Deliveries in and out: neither map nor ledgers. */
export const loadData = (): Promise<typeof import("./data/data-page.tsx")> => import("./data/data-page.tsx");
