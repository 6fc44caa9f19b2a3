import { expect, test } from "vitest";
import { tokenState, toNetworks } from "../../../../web/workspaces/screen/control/token-state.ts";

const NOW = Date.parse("2026-11-26T08:00:00Z");

test("a token is valid until its time is over or somebody revokes it", () => {
  expect(tokenState({ revokedAt: null, expiresAt: null }, NOW)).toBe("valid");
  expect(tokenState({ revokedAt: null, expiresAt: "2026-11-26T16:00:00.001+08:00" }, NOW)).toBe("valid");
  expect(tokenState({ revokedAt: null, expiresAt: "2026-11-26T16:00:00+08:00" }, NOW)).toBe("expired");
  expect(tokenState({ revokedAt: "2026-11-25T08:00:00Z", expiresAt: "2026-11-26T08:00:00Z" }, NOW)).toBe("revoked");
});

test("ranges are read as people write them in one line", () => {
  expect(toNetworks(" 10.1.2.0/24，fd00::/8 ; 192.168.1.7\n10.9.9.9、")).toEqual([
    "10.1.2.0/24",
    "fd00::/8",
    "192.168.1.7",
    "10.9.9.9",
  ]);
  expect(toNetworks(" , ")).toEqual([]);
});
