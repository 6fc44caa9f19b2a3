import { pathToFileURL } from "node:url";
import type { BenchRow } from "./bench-row.ts";

// A process of its own for each benchmark file: no other file's memory, and a crash stays here.
const { rows } = (await import(pathToFileURL(process.argv[2]!).href)) as { rows: () => Promise<BenchRow[]> };
process.send!(await rows(), () => process.exit(0));
