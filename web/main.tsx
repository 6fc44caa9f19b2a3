import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { startLedgers } from "./state/ledgers.ts";
import { startResults } from "./state/results.ts";
import "./ui/page.css";

startLedgers();
startResults();
createRoot(document.getElementById("root")!).render(<App />);
