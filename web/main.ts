/** Three parts that need not wait for each other: the ledgers, the map, and the page around them. */
void import("./state/ledgers.ts").then(({ startLedgers }) => startLedgers());
void import("./map/zone-map.ts");
void import("./page.tsx");
