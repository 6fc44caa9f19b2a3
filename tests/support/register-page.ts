import type { Page } from "@playwright/test";
import type { BlackSpotList } from "../../server/black-spots/register.ts";
import { expect } from "./app.ts";

/** What people do in the register of black spots. */
export function registerOn(page: Page) {
  const part = page.getByRole("region", { name: "督办", exact: true });
  const file = page.getByRole("region", { name: "点段档案" });
  const form = file.getByRole("form", { name: "办理" });
  return {
    part,
    file,
    form,
    history: file.getByRole("listitem").filter({ hasText: /\d{4}-\d{2}-\d{2}/ }),
    /** Fills in what is to be said; nothing is saved yet. */
    async fillIn(kind: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
      const kinds = form.getByRole("combobox", { name: "办理事项" });
      await kinds.click({ force: true });
      await page.locator(".ant-select-dropdown:visible").getByTitle(kind, { exact: true }).click();
      for (const [name, value] of Object.entries(fields)) await form.getByLabel(name, { exact: true }).fill(value);
    },
    save: () => form.getByRole("button", { name: "保存" }).click(),
    /** Says something, and waits until the register has it. */
    async say(kind: string, event: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
      await this.fillIn(kind, fields);
      await this.save();
      await expect(form.getByText(`已记入台账：${event}`)).toBeVisible();
    },
  };
}

/** Takes out what journeys have registered: the demonstration zone's own entries have other codes. */
export async function removeRegistered(page: Page): Promise<void> {
  const { entries }: BlackSpotList = await (await page.request.get("/api/black-spots")).json();
  for (const { id, code } of entries.filter((entry) => entry.code.startsWith("BS"))) {
    const path = `/api/layers/black-spots/features/${id}`;
    const { properties } = await (await page.request.get(path)).json();
    const removed = await page.request.delete(path, {
      data: { revision: properties.revision, by: "旅程测试", reason: "测试登记" },
    });
    if (!removed.ok()) throw new Error(`${code} stays: ${await removed.text()}`);
  }
}
