import { loadData, loadOverview } from "./workspaces/load.ts";

/** What a page begins with need not wait for the frame around all pages. */
void (location.pathname === "/data" ? loadData() : loadOverview());
void import("./page.tsx");
