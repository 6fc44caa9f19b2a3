/// <reference types="vitest/config" />
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = `http://127.0.0.1:${process.env.PORT ?? "8080"}`;

/** Tests that stand on a database or start whole servers. */
const onServer = ["tests/{server,clients,soak}/**/*.test.ts"];

export default defineConfig({
  root: "web",
  plugins: [react()],
  worker: { format: "es" },
  build: { outDir: "../dist/web", target: "es2022", chunkSizeWarningLimit: 2500 },
  server: { host: "127.0.0.1", port: 5173, proxy: { "/api/": server, "/ogc/": server } },
  test: {
    root: import.meta.dirname,
    // Files of one project run in the same two processes: loading the sources anew for each costs more than most of them take.
    isolate: false,
    pool: "forks",
    maxWorkers: 2,
    // The product's own default: a day is the same on a machine that keeps another clock.
    env: { TZ: "Asia/Shanghai" },
    setupFiles: ["tests/support/property-seed.ts"],
    // Guards against a hang, not measures of speed: the machine may be shared.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: "server",
          include: onServer,
          // What PostGIS referees needs a server that has it: `npm test` starts one and names it here.
          exclude: process.env.TEST_EXTERNAL_DATABASE_URL ? [] : ["**/*.postgis.test.ts"],
          globalSetup: "tests/support/test-server.ts",
        },
      },
      { extends: true, test: { name: "pure", include: ["tests/**/*.test.{ts,tsx}"], exclude: onServer } },
    ],
  },
});
