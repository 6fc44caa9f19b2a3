import { wakeScreens } from "./wake.ts";
import { loadPage } from "./workspaces/load.ts";

wakeScreens(location.pathname);
loadPage(location.pathname);
void import("./page.tsx");
