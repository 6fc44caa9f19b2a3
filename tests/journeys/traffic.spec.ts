import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { registerOn, removeRegistered } from "../support/register-page.ts";
import { readDocument } from "../support/word-text.ts";

const READY = 'body[data-state="ready"]';
/** Planted in the demonstration zone, and not in its register. */
const SPOT = "S984 K4+527 – K5+356";

test.afterEach(({ page }) => removeRegistered(page));

test("a squad leader screens by two rules, diagnoses a site, has it treated, closes it and sees the effect", async ({
  page,
}) => {
  await page.goto("/traffic");
  await page.waitForSelector(READY, { timeout: 90_000 });
  const screening = page.getByRole("region", { name: "排查", exact: true });
  const spot = screening.getByRole("button", { name: `查看点段 ${SPOT}`, exact: true });
  const all = screening.getByRole("button", { name: /^全部 \d/ });

  // By another rule other places are found, and the page says by what.
  await expect(spot).toBeVisible();
  await expect(screening.getByText(/窗口长度 500 m .* ≥ 3 起亡人事故 或 ≥ 10 起伤亡事故/)).toBeVisible();
  await chooseRule(page, screening, "某市2008年标准：县级");
  await expect(page).toHaveURL(/rule=city-2008-county/);
  await expect(spot).toHaveCount(0);
  await expect(screening.getByText(/窗口长度 500 m .* ≥ 3 起亡人事故 或 ≥ 10 起伤亡事故/)).toHaveCount(0);
  const byOther = await all.textContent();
  await chooseRule(page, screening, "建议规则：500米窗口");
  await expect(spot).toBeVisible();
  await expect(all).not.toHaveText(byOther!);

  // What happens there: every number of the diagnosis tells of the same crashes.
  await spot.click();
  await page.getByRole("region", { name: "点段详情" }).getByRole("button", { name: "诊断" }).click();
  const site = page.getByRole("region", { name: "诊断", exact: true });
  const picture = site.getByRole("img", { name: new RegExp(`^${SPOT.replaceAll("+", "\\+")} 的碰撞图，\\d+ 起事故$`) });
  const crashes = Number(/(\d+) 起事故/.exec((await picture.getAttribute("alt"))!)![1]);
  const drawn = decodeURIComponent((await picture.getAttribute("src"))!);
  expect(sum([...drawn.matchAll(/×(\d+)/g)].map(([, count]) => Number(count)))).toBe(crashes);
  const groups = rowsOf(site.getByRole("region", { name: "碰撞图" }).getByRole("table"));
  expect(sum((await groups).slice(1).map((row) => Number(row[3])))).toBe(crashes);
  const years = await rowsOf(site.getByRole("region", { name: "事故概况" }).getByRole("table"));
  expect(years.at(-1)!.slice(0, 2)).toEqual(["合计", String(crashes)]);

  // Into the register, and on the list for supervision.
  const register = registerOn(page);
  await site.getByRole("button", { name: "登记" }).click();
  await site.getByLabel("登记人").fill("王警官");
  await site.getByRole("form").getByRole("button", { name: "登记" }).click();
  await expect(register.file.getByRole("heading", { name: SPOT })).toBeVisible();
  await register.say("确认为多发点段", "确认", { 下次办理: "2099-01-31" });
  await expect(row(register.part, SPOT)).toContainText("下次 2099-01-31");
  await register.say("挂牌督办", "挂牌督办", {
    文号: "通公交〔2026〕12号",
    治理期限: "2099-06-30",
    责任单位: "开发区住建局",
  });
  await expect(row(register.part, SPOT)).toContainText(/挂牌督办.*市级.*期限 2099-06-30/);

  // The letter has the picture of the map and of the crashes, and as many crashes as the page.
  const letter = await letterOf(page, register.file, "开发区管委会");
  for (const said of [
    SPOT,
    "开发区管委会：",
    "通公交〔2026〕12号",
    "2099-06-30前完成治理",
    "沿道路500米滑动窗口，步长50米",
    "王警官",
  ])
    expect(letter.text).toContain(said);
  const [ofYears, ofCrashes] = [tableWith(letter.xml, "财产损失"), tableWith(letter.xml, "事故形态")];
  expect(ofCrashes).toHaveLength(crashes + 1);
  expect(ofYears.at(-1)!.filter((_, column) => column !== 5)).toEqual(years.at(-1));
  expect(letter.pictures).toHaveLength(2);
  expect(Math.min(...letter.pictures.map(({ length }) => length))).toBeGreaterThan(10_000);

  // Treated, closed, and compared.
  await register.say("开始治理", "开始治理", { 治理措施: "增设中央隔离护栏\n完善照明" });
  await register.say("销号", "销号", { 治理完成日期: "2025-05-01", 文号: "通公交〔2026〕40号" });
  await expect(row(register.part, SPOT)).toContainText(/已销号.*销号 \d{4}-\d{2}-\d{2}/);
  await register.file.getByRole("button", { name: "成效" }).click();
  const effect = page.getByRole("region", { name: "成效", exact: true });
  await expect(effect.getByLabel("开工")).toHaveValue("2025-05-01");
  const sentence = effect.getByText(/^(事故减少|事故增加|不能判定)：与不治理相比为 .*（95% 区间 .* 至 .*）$/);
  await expect(sentence).toBeVisible();
  const told = (await sentence.textContent())!;
  const [, beforeAndAfter] = await rowsOf(effect.getByRole("region", { name: "前后对比" }).getByRole("table"));
  expect(Number(beforeAndAfter![1]) + Number(beforeAndAfter![2])).toBe(crashes);

  await page.getByRole("navigation", { name: "交通工具" }).getByRole("button", { name: "督办" }).click();
  await register.fillIn("评估成效", { 说明: "继续观察" });
  await expect(register.form.getByText(told)).toBeVisible();
  await register.save();
  await expect(register.form.getByText("已记入台账：评估")).toBeVisible();
  await expect(row(register.part, SPOT)).toContainText("已评估");
  await expect(register.history).toHaveCount(6);
});

async function chooseRule(page: Page, screening: Locator, title: string): Promise<void> {
  await screening.getByRole("combobox", { name: "认定规则" }).click({ force: true });
  await page.locator(".ant-select-dropdown:visible").getByText(title, { exact: true }).click();
}

const row = (part: Locator, name: string): Locator =>
  part.getByRole("row").filter({ has: part.page().getByRole("button", { name: `打开 ${name}` }) });

async function letterOf(page: Page, file: Locator, addressee: string) {
  await file.getByLabel("致送单位").fill(addressee);
  const waiting = page.waitForEvent("download");
  await file.getByRole("button", { name: "生成 DOCX" }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const { text, parts } = readDocument(await readFile(await download.path()));
  const pictures = [...parts].filter(([name]) => name.includes("/media/")).map(([, content]) => content);
  return { text, xml: parts.get("word/document.xml")!, pictures };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Cells of a table on the page, its head first. */
const rowsOf = async (table: Locator): Promise<string[][]> => {
  await expect(table).toBeVisible();
  return table.evaluate((element) =>
    [...(element as HTMLTableElement).rows].map((each) => [...each.cells].map((cell) => cell.innerText.trim())),
  );
};

/** Cells of the table of a document whose head has this word. */
function tableWith(xml: string, word: string): string[][] {
  const inside = (text: string, tag: string) =>
    [...text.matchAll(new RegExp(`<w:${tag}[ >][\\s\\S]*?</w:${tag}>`, "g"))].map(([whole]) => whole);
  const cellsOf = (line: string) =>
    inside(line, "tc").map((cell) => [...cell.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join(""));
  const tables = inside(xml, "tbl").map((each) => inside(each, "tr").map(cellsOf));
  return tables.find(([head]) => head?.includes(word)) ?? [];
}
