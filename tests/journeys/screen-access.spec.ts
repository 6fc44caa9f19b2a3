import { expect, test } from "../support/app.ts";

const SCREEN = "会商室";

test("a screen logs in by an address made at the console, shows its scenes only, and goes dark when that is revoked", async ({
  browser,
  page,
  request,
}) => {
  await page.goto("/screen/control");
  await page.getByLabel("操作人姓名").fill("王值班");
  await page.getByLabel("新屏幕名称").fill(SCREEN);
  await page.getByRole("button", { name: "登记" }).click();
  await page.getByRole("button", { name: "设置与访问" }).click();
  const settings = page.getByRole("region", { name: `${SCREEN} 设置与访问` });
  await settings.getByRole("combobox", { name: "可显示的场景" }).click();
  await page.getByTitle("自建房", { exact: true }).click();
  await page.keyboard.press("Escape");
  await settings.getByRole("button", { name: "创建令牌" }).click();
  const address = await settings.getByText("#token=").innerText();

  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: "zh-CN" });
  const screen = await context.newPage();
  await screen.goto(address);
  await expect(screen.getByRole("heading", { level: 1 })).toHaveText("自建房");
  await expect(screen.getByText("“总览”不在本屏幕获准的场景之内")).toBeVisible();
  expect(new URL(screen.url()).hash).toBe("");
  expect(await screen.evaluate(() => document.cookie)).toBe("");
  const refused = await context.request.post("/api/screens", { data: { name: "别的", by: "大屏" } });
  expect(refused.status()).toBe(403);
  await expect(page.getByText("已同步")).toBeVisible();

  await settings.getByRole("button", { name: "吊销" }).click();
  await settings.getByRole("alert").getByRole("button", { name: "吊销" }).click();
  await expect(screen.getByRole("heading", { name: "本屏幕的访问权限已被收回" })).toBeVisible();
  await expect(screen.getByText("访问令牌已吊销")).toBeVisible();
  await expect(screen.locator("canvas")).toHaveCount(0);
  await context.close();

  await settings.getByRole("button", { name: "撤下屏幕" }).click();
  await settings.getByRole("alert").getByRole("button", { name: "撤下屏幕" }).click();
  await expect(page.getByText(SCREEN)).toHaveCount(0);
  const { screens } = (await (await request.get("/api/screens")).json()) as { screens: { name: string }[] };
  expect(screens.map(({ name }) => name)).not.toContain(SCREEN);
});
