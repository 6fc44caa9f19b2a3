import { expect, test } from "../support/app.ts";

test("a scene is made of another beside its picture, a screen follows what is saved, and says when it is gone", async ({
  browser,
  page,
  request,
}) => {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: "zh-CN" });
  const wall = await context.newPage();
  await Promise.all([page.goto("/screen?edit=copy:fire-water"), wall.goto("/screen?scene=fire-water-copy")]);
  const isGone = wall.getByText("没有名为“fire-water-copy”的场景");
  await expect(isGone).toBeVisible();

  const editor = page.getByRole("region", { name: "新建场景" });
  await editor.getByLabel("中文标题").fill("夜间水源");
  await editor.getByLabel("停留时间").fill("90");
  const panels = editor.getByRole("list", { name: "面板" }).getByRole("listitem");
  const dropped = panels.last().getByRole("button", { name: /^移除/ });
  const droppedName = (await dropped.getAttribute("aria-label"))!.slice("移除".length);
  await dropped.click();
  const last = await panels.count();
  await editor.getByRole("combobox", { name: "添加面板" }).fill("五类台账");
  await page.keyboard.press("Enter");
  await expect(panels).toHaveCount(last + 1);
  await editor.getByRole("button", { name: "上移五类台账" }).focus();
  for (let place = last; place > 0; place--) await page.keyboard.press("Enter");
  await expect(panels.first()).toContainText("五类台账");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("夜间水源");

  await editor.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("alert")).toHaveText("请先填写修改人姓名");
  await editor.getByLabel("修改人姓名").fill("王值班");
  await editor.getByRole("button", { name: "保存" }).click();
  await expect(wall.getByRole("heading", { level: 1 })).toHaveText("夜间水源");
  await expect(wall.getByRole("region", { name: "五类台账" })).toBeVisible();
  await expect(wall.getByRole("region", { name: droppedName })).toBeHidden();
  await expect(isGone).toBeHidden();
  const { scenes } = (await (await request.get("/api/scenes")).json()) as { scenes: { scene: object }[] };
  expect(scenes.at(-1)).toMatchObject({ origin: "own", changedBy: "王值班", scene: { dwellS: 90 } });

  const saved = page.getByRole("region", { name: "编辑场景" });
  await saved.getByRole("button", { name: "删除场景" }).click();
  await saved.getByRole("button", { name: "确定" }).click();
  await expect(saved.getByText("场景已删除")).toBeVisible();
  await expect(isGone).toBeVisible();
  await expect(wall.getByRole("region").first()).toBeVisible();
  await context.close();
});
