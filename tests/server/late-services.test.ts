import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lateServices } from "../../server/late-services.ts";
import { createSite } from "../../server/site.ts";
import { problemOf, startApi, type TestApi } from "../support/api.ts";

let api: TestApi;
let webFolder: string;

beforeAll(async () => {
  api = await startApi();
  webFolder = mkdtempSync(join(tmpdir(), "late-"));
  writeFileSync(join(webFolder, "index.html"), "<title>map</title>");
});
afterAll(async () => {
  rmSync(webFolder, { recursive: true });
  await api.close();
});

test("until the layers are there, pages and documents are served and the rest says to come back", async () => {
  const late = lateServices();
  const site = createSite({ services: late.services, log: pino({ level: "silent" }), webFolder });
  const get = async (path: string) => site.fetch(new Request(`http://127.0.0.1${path}`));
  for (const path of ["/", "/planning", "/api/openapi.json", "/api/docs"])
    expect((await get(path)).status, path).toBe(200);
  const waiting = ["/api/health", "/api/zone", "/api/layers", "/api/layers/houses/features", "/api/events"];
  for (const path of [...waiting, "/api/layers/houses/snapshots/1.arrow"]) {
    const answer = await get(path);
    expect(answer.headers.get("retry-after"), path).toBe("2");
    expect(await problemOf(answer), path).toMatchObject({ status: 503, code: "unavailable" });
  }
  late.ready(api.services);
  for (const path of ["/api/health", "/api/zone", "/api/layers", "/api/layers/houses/features"])
    expect((await get(path)).status, path).toBe(200);
});
