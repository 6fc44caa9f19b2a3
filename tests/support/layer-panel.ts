import type { Locator, Page } from "@playwright/test";

/** The entry of one layer in the layer panel, by its title. */
export const layerItem = (page: Page, title: string): Locator =>
  page.locator("aside").first().getByRole("listitem", { name: title, exact: true });

/** Opens what the panel has on a layer and returns its entry. */
export async function openLayer(page: Page, title: string): Promise<Locator> {
  const item = layerItem(page, title);
  await item.getByRole("button", { name: title, exact: true }).click();
  return item;
}

/** One of the three counts of a layer, as it is read; `null` while there is none. */
export async function countOf(item: Locator, which: "in-view" | "shown" | "all"): Promise<number | null> {
  const digits = (await item.locator(`[data-count=${which}]`).innerText()).replace(/\D/g, "");
  return digits === "" ? null : Number(digits);
}

/** The number at the end of a choice or legend entry. */
export async function numberAt(entry: Locator): Promise<number> {
  return Number((await entry.innerText()).split("\n").at(-1)!.replace(/\D/g, ""));
}
