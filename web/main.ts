import { loadPage } from "./workspaces/load.ts";

loadPage(location.pathname);
void import("./page.tsx");
