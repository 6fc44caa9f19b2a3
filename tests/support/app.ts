import { test as base, expect } from "@playwright/test";

export { expect };

interface Journey {
  /** Messages on the console, errors and addresses that this journey means to cause. */
  allowedTrouble: RegExp[];
  noTrouble: undefined;
}

/**
 * A journey through the running product. It fails on an error of the page, an error on the console,
 * and any request that leaves the product's own address, whatever else it asserts.
 */
export const test = base.extend<Journey>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  baseURL: async ({}, use, { parallelIndex }) => {
    const urls: string[] = JSON.parse(process.env.JOURNEY_URLS ?? "[]");
    const url = urls[parallelIndex];
    if (!url) throw new Error("no server: run the journeys with -c tests/playwright.config.ts");
    await use(url);
  },
  allowedTrouble: [[], { option: true }],
  noTrouble: [
    async ({ context, baseURL, allowedTrouble }, use) => {
      const trouble: string[] = [];
      const report = (line: string) => {
        if (!allowedTrouble.some((pattern) => pattern.test(line))) trouble.push(line);
      };
      context.on("weberror", (error) => report(`page error: ${error.error().stack ?? error.error()}`));
      context.on("console", (message) => {
        if (message.type() === "error") report(`console error: ${message.text()} (${message.location().url})`);
      });
      await context.route(
        (url) => isForeign(url, baseURL!),
        (route) => {
          report(`request to another host: ${route.request().url()}`);
          return route.abort();
        },
      );
      context.on("request", (request) => {
        if (isForeign(new URL(request.url()), baseURL!)) report(`request to another host: ${request.url()}`);
      });
      await use(undefined);
      expect([...new Set(trouble)], "trouble on the page").toEqual([]);
    },
    { auto: true },
  ],
});

const isForeign = (url: URL, home: string): boolean =>
  /^(https?|wss?):$/.test(url.protocol) && url.host !== new URL(home).host;
