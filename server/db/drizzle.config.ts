import { defineConfig } from "drizzle-kit";

/** Run from the top folder: `npx drizzle-kit generate --config server/db/drizzle.config.ts --name what-it-does`. */
export default defineConfig({
  dialect: "postgresql",
  schema: ["./server/db/schema.ts", "./server/db/staging-schema.ts"],
  out: "./server/db/migrations",
});
