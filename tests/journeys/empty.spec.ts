import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../server/commands/install.mjs";
import { test as base, expect } from "../support/app.ts";
import { expectReady } from "../support/map-page.ts";
import { type ServerProcess, startServer } from "../support/server-process.ts";

interface Fresh {
  fresh: { server: ServerProcess; folder: string };
}

/** A server of its own for each journey, with nothing in its record. */
const test = base.extend<Fresh>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  fresh: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "empty-"));
    const server = await startServer({ dataDir: join(folder, "data"), env: { DEMO: "0", LOG_LEVEL: "warn" } });
    await use({ server, folder });
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  },
  baseURL: ({ fresh }, use) => use(fresh.server.url),
});

test("an empty record is said to be empty, and what is imported appears by itself", async ({ page, fresh }) => {
  await page.goto("/?timeBar=1");
  await expectReady(page);
  await expect(page.getByText("还没有任何数据")).toBeVisible();
  await expect(page.getByRole("region", { name: "时间轴" })).toContainText("没有带时间的记录");
  const rail = page.getByRole("navigation", { name: "工具" });
  for (const tool of ["详情", "选择", "缓冲分析", "热力", "量测"]) {
    await rail.getByRole("button", { name: tool }).click();
    await expect(page.getByRole("complementary").last().getByRole("heading", { level: 2 })).toBeVisible();
  }
  await rail.getByRole("button", { name: "热力" }).click();
  const heat = page.getByRole("region", { name: "热力", exact: true });
  await heat.getByRole("switch", { name: "在图上显示热力" }).click();
  await expect(heat).toContainText("没有可计入的记录");

  const file = join(fresh.folder, "accidents.csv");
  writeFileSync(
    file,
    [
      "code,lon,lat,happenedAt,severity,deaths,injuries",
      "A-1,7.4201,43.7312,2025-05-01T08:30,fatal,1,0",
      "A-2,7.4203,43.7313,2025-05-02T09:30,injury,0,2",
      "A-3,7.4215,43.7320,,damage,0,0",
    ].join("\n"),
  );
  await importFile(file, join(fresh.folder, "data"));
  await expect(page.getByText("还没有任何数据")).toBeHidden();
  await expect(page.getByRole("region", { name: "时间轴" })).toContainText("全部 3 起");
  await expect(heat).toContainText("样本过少：整幅图只依据 2 条记录");
  await expect(heat).toContainText("无时间 1");
});

async function importFile(file: string, dataDir: string): Promise<void> {
  const args = [
    "server/commands/run.mjs",
    "import",
    file,
    "--layer",
    "accidents",
    "--map",
    "lon=lon",
    "--map",
    "lat=lat",
  ];
  await promisify(execFile)(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", DATA_DIR: dataDir, DEMO: "0" },
  });
}
