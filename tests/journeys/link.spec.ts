import type { Page } from "@playwright/test";
import { expect, test } from "../support/app.ts";
import { cameraOf, openMap } from "../support/map-page.ts";

const VIEW = {
  at: "122.26,43.62,12.5",
  on: "accidents,hazard-sources",
  opacity: "accidents:0.6",
  "filter.accidents": "severity = 'fatal'",
  time: "2025-01-01..2026-01-01",
  heat: "accidents,deaths,800,0.7,0.1,counts",
  origin: "point:122.26,43.62",
  rings: "200,400,900",
  tool: "heat",
  timeBar: "1",
  lang: "en",
  theme: "dark",
};

/** What of a view can be read on the page. */
async function readPage(page: Page) {
  const heat = page.getByRole("region", { name: "Heat", exact: true });
  await expect(heat.locator("[aria-busy=false]")).toBeVisible();
  const { lon, lat, zoom } = await cameraOf(page);
  return {
    camera: [lon.toFixed(5), lat.toFixed(5), zoom.toFixed(2)],
    language: await page.locator("html").getAttribute("lang"),
    theme: await page.locator("html").getAttribute("data-theme"),
    legend: await heat.getByRole("table", { name: "Legend" }).innerText(),
    bandwidth: await heat.getByRole("spinbutton", { name: "Bandwidth" }).inputValue(),
    counts: await heat.getByRole("checkbox", { name: "Counts above the heat" }).isChecked(),
    window: await page.getByRole("region", { name: "Time bar" }).getByRole("status").innerText(),
    layers: await page.getByRole("complementary").first().getByRole("switch", { checked: true }).count(),
  };
}

test("a link reopens the view on another machine", async ({ page, browser, baseURL }) => {
  await openMap(page, `/?${new URLSearchParams(VIEW)}`);
  const first = await readPage(page);
  expect(first).toMatchObject({
    camera: ["122.26000", "43.62000", "12.50"],
    language: "en",
    theme: "dark",
    bandwidth: "800",
    counts: true,
    layers: 2,
  });
  expect(first.legend).toContain("deaths per km² and year");

  // A change that the address takes over, and with it everything that it said before.
  await page
    .getByRole("region", { name: "Heat", exact: true })
    .getByRole("slider", { name: "Bandwidth" })
    .press("ArrowRight");
  await expect(page).toHaveURL(/heat=accidents,deaths,900,0\.7,0\.1,counts/);
  const changed = await readPage(page);
  const search = new URL(page.url()).searchParams;
  for (const [name, value] of Object.entries(VIEW)) if (name !== "heat") expect(search.get(name), name).toBe(value);

  const other = await browser.newContext();
  const theirs = await other.newPage();
  await openMap(theirs, baseURL + new URL(page.url()).pathname + new URL(page.url()).search);
  expect(await readPage(theirs)).toEqual(changed);
  await theirs.getByRole("navigation", { name: "Tools" }).getByRole("button", { name: "Rings" }).click();
  const rings = theirs.getByRole("region", { name: "Rings", exact: true });
  for (const radius of ["200 m", "400 m", "900 m"]) await expect(rings).toContainText(radius);
  await other.close();
});

test("parameters that make no sense fall back one by one", async ({ page }) => {
  const nonsense = {
    at: "north,of,here",
    on: "castles",
    opacity: "accidents:7",
    "filter.accidents": "severity = ((",
    "filter.castles": "x = 1",
    time: "2026-13-45..yesterday",
    heat: "accidents,count,1,0.5",
    origin: "point:999,99",
    rings: "-1,abc,1e9",
    ringMode: "sideways",
    area: "1,2",
    selected: "accidents:nobody",
    detail: "nothing",
    tool: "hammer",
    theme: "pink",
    unheardOf: "1",
    lang: "en",
  };
  await openMap(page, `/?${new URLSearchParams(nonsense)}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await expect(page.getByRole("complementary").first().getByRole("switch", { checked: true })).not.toHaveCount(0);
  const { lon, lat, zoom } = await cameraOf(page);
  expect([lon, lat].every(Number.isFinite)).toBe(true);
  expect(zoom).toBeGreaterThan(7);
});

test("going back returns to the view before", async ({ page }) => {
  await openMap(page, "/?theme=dark");
  await page.goto("/?lang=en");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "light");
  await page.goBack();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
});

test("a link without a place opens on the data, whatever panels it opens meanwhile", async ({ page }) => {
  for (let time = 0; time < 3; time++) {
    await openMap(page, "/?tool=heat&heat=accidents,count,300,0.85&timeBar=1");
    const { lon, lat } = await cameraOf(page);
    expect(lon).toBeCloseTo(122.26, 1);
    expect(lat).toBeCloseTo(43.62, 1);
  }
});
