import { type APIRequestContext, expect, type Page } from "@playwright/test";
import type { BufferFinding, BufferParameters, BufferSummary } from "#data/analyses/results.ts";

export const ringPanel = (page: Page) => page.getByRole("region", { name: "缓冲分析", exact: true });

/** Waits until the panel's answer is the one to what it asks now. */
export async function ringsAnswered(page: Page): Promise<void> {
  await expect(ringPanel(page).getByRole("table")).toBeVisible();
  await expect(ringPanel(page).getByText("计算中…")).toHaveCount(0);
}

/** `重大危险源` → what its cells say: inside, in the band, on the edge; a ring each. */
export async function readMatrix(page: Page): Promise<Record<string, string[]>> {
  await ringsAnswered(page);
  const rows = await ringPanel(page)
    .getByRole("table")
    .locator("tbody tr")
    .evaluateAll((all) =>
      all.map((row) => [
        // Beside the layer's symbol, whose mark is no part of its name.
        row.querySelector("th button > span:last-child")?.textContent ?? "",
        [...row.querySelectorAll("td")].map((cell) => cell.title),
      ]),
    );
  return Object.fromEntries((rows as [string, string[]][]).filter(([, cells]) => cells.every((cell) => cell !== "")));
}

/** What the server says to the same question, in the panel's words. */
export async function askServer(request: APIRequestContext, parameters: BufferParameters) {
  const answer = await request.post("/api/analyses/buffer", { data: parameters });
  expect(answer.status(), await answer.text()).toBe(200);
  return (await answer.json()) as { findings: BufferFinding[]; summary: BufferSummary };
}

export const matrixOf = (
  { rings }: BufferSummary,
  titles: Readonly<Record<string, string>>,
): Record<string, string[]> =>
  Object.fromEntries(
    rings[0]!.layers.map(({ layer }, i) => [
      titles[layer],
      rings.map(({ layers }) => {
        const { count, bandCount, uncertainCount } = layers[i]!;
        return `环内 ${count}，其中本环带 ${bandCount}${uncertainCount > 0 ? `，可能在内或在外 ${uncertainCount}` : ""}`;
      }),
    ]),
  );

/** Chinese titles by layer id. */
export async function layerTitles(request: APIRequestContext): Promise<Record<string, string>> {
  const layers = (await (await request.get("/api/layers")).json()) as { id: string; title: { zh: string } }[];
  return Object.fromEntries(layers.map(({ id, title }) => [id, title.zh]));
}
