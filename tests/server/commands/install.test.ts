import { expect, test } from "vitest";
import { isSameInstall } from "../../../server/commands/install.mjs";

const wanted = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/hono": { version: "4.13.19", integrity: "sha512-a" },
    "node_modules/@esbuild/win32-x64": { version: "0.28.2", integrity: "sha512-b", optional: true },
  },
};
const installed = { packages: { "node_modules/hono": { version: "4.13.19", integrity: "sha512-a" } } };

test("another platform's package may be missing", () => {
  expect(isSameInstall(wanted, installed)).toBe(true);
});

test("a package that is missing, of another version, or of other contents calls for an install", () => {
  const hono = installed.packages["node_modules/hono"];
  expect(isSameInstall(wanted, { packages: {} })).toBe(false);
  expect(isSameInstall(wanted, { packages: { "node_modules/hono": { ...hono, version: "4.13.18" } } })).toBe(false);
  expect(isSameInstall(wanted, { packages: { "node_modules/hono": { ...hono, integrity: "sha512-c" } } })).toBe(false);
});

test("an optional package that is there must be the one that the lock file names", () => {
  const old = { "node_modules/@esbuild/win32-x64": { version: "0.28.1", integrity: "sha512-d", optional: true } };
  expect(isSameInstall(wanted, { packages: { ...installed.packages, ...old } })).toBe(false);
});
