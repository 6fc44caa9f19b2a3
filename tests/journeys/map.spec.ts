import { expect, test } from "../support/app.ts";

test("the page draws the map from this server alone", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("body")).toHaveAttribute("data-state", "ready", { timeout: 60_000 });
  await expect(page.locator("canvas.maplibregl-canvas")).toBeVisible();
});

test("the API document lists every analysis", async ({ request }) => {
  const document = await (await request.get("/api/openapi.json")).json();
  for (const name of ["buffer", "near-pairs", "density", "coverage"]) {
    expect(Object.keys(document.paths)).toContain(`/api/analyses/${name}`);
  }
});
