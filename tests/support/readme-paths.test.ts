import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deadPaths } from "./readme-paths.ts";

async function deadIn(readme: string): Promise<string[]> {
  const root = mkdtempSync(join(tmpdir(), "readme-"));
  try {
    mkdirSync(join(root, "server/db"), { recursive: true });
    writeFileSync(join(root, "server/db/schema.ts"), "");
    writeFileSync(join(root, "server/README.md"), readme);
    return (await deadPaths(root)).map((dead) => dead.path);
  } finally {
    rmSync(root, { recursive: true });
  }
}

test("a path may be given from the checkout, from the README, or as a file's name alone", async () => {
  expect(await deadIn("`server/db/schema.ts`, `db/schema.ts`, `db/`, `schema.ts`, [schema](db/schema.ts#L1)")).toEqual(
    [],
  );
});

test("names a path that is not there", async () => {
  expect(await deadIn("`server/gone.ts` and [this](../lost.png) and `db/queries`")).toEqual([
    "../lost.png",
    "server/gone.ts",
    "db/queries",
  ]);
});

test("leaves alone what only looks like a path", async () => {
  const words =
    "`application/json` `/api/layers` `npm run check` `#data/layers` `dist/server/main.js` `*.test.ts` `and/or`";
  expect(await deadIn(`${words} [site](https://example.org/a.ts)\n\n\`\`\`text\n\`server/none.ts\`\n\`\`\`\n`)).toEqual(
    [],
  );
});
