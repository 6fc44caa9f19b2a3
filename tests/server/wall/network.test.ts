import { expect, test } from "vitest";
import { isFrom, isNetwork } from "../../../server/wall/network.ts";

test.each(["10.1.2.0/24", "192.168.1.7", "0.0.0.0/0", "::1", "fd00::/8", "10.1.2.3/32"])("%s is a network", (text) => {
  expect(isNetwork(text)).toBe(true);
});

test.each([
  "",
  "10.1.2",
  "10.1.2.0/33",
  "10.1.2.0/",
  "10.1.2.0/-1",
  "10.1.2.0/8/8",
  "fd00::/129",
  "wall-3",
  "10.1.2.0/1e1",
])("%s is none", (text) => {
  expect(isNetwork(text)).toBe(false);
});

test("the first and the last address of a range belong to it, their neighbours do not", () => {
  const networks = ["10.1.2.64/26"];
  expect(["10.1.2.63", "10.1.2.64", "10.1.2.127", "10.1.2.128"].map((address) => isFrom(address, networks))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test("an older address in the newer form is the same address; what is no address belongs nowhere", () => {
  expect(isFrom("::ffff:127.0.0.1", ["127.0.0.0/8"])).toBe(true);
  expect(isFrom("::1", ["127.0.0.0/8"])).toBe(false);
  expect(isFrom("unknown", ["0.0.0.0/0"])).toBe(false);
  expect(isFrom("unknown", [])).toBe(true);
});
