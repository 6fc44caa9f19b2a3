import type { Context } from "hono";
import { AppError } from "../errors.ts";
import { filesOf } from "./files.ts";

/** The pages of the product: each is the same document, which reads the address itself. */
export const PAGES = [
  "/",
  "/planning",
  "/traffic",
  "/traffic/carriers",
  "/traffic/visit",
  "/response",
  "/ledger",
  "/data",
  "/screen",
  "/screen/control",
];

/** Pages of one thing each, by its id. */
const PAGES_OF_ONE = [/^\/planning\/opinion\/[0-9a-f-]{36}$/];

/** Serves the built pages and their files from a folder. */
export function pages(folder: string): (c: Context) => Promise<Response> {
  const answer = filesOf(folder);
  return async (c) => {
    const path = decode(c.req.path);
    const page = path.replace(/(.)\/$/, "$1");
    const isPage = PAGES.includes(page) || PAGES_OF_ONE.some((pattern) => pattern.test(page));
    const found = await answer(c, isPage ? "/index.html" : path);
    if (found) return found;
    // Somebody typed a wrong address: the product says so in its own words and language.
    const lost = c.req.header("accept")?.includes("text/html") ? await answer(c, "/index.html", 404) : null;
    if (lost) return lost;
    throw new AppError(
      "not-found",
      isPage ? "the pages are not built: run npm start" : "there is no such page or file",
    );
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
