import { afterEach, describe, expect, test } from "vitest";
import { localDayOf } from "../../data/snapshot/freshness.ts";
import { enterZone, readEnv } from "../../server/env.ts";
import { StartError } from "../../server/errors.ts";

describe("readEnv", () => {
  test("an empty environment gives the documented defaults", () => {
    expect(readEnv({ XDG_DATA_HOME: "/data" }, "linux")).toEqual({
      host: "127.0.0.1",
      port: 8080,
      dataDir: "/data/zone-risk-map",
      databaseUrl: undefined,
      demo: true,
      logLevel: "info",
      zoneCenter: undefined,
      zoneName: undefined,
      timeZone: "Asia/Shanghai",
    });
  });

  test("each system keeps the data where its users expect it", () => {
    expect(readEnv({}, "linux").dataDir).toMatch(/\.local\/share\/zone-risk-map$/);
    expect(readEnv({}, "darwin").dataDir).toMatch(/Library\/Application Support\/zone-risk-map$/);
    expect(readEnv({ LOCALAPPDATA: "/local" }, "win32").dataDir).toMatch(/local.zone-risk-map$/);
  });

  test("an empty variable counts as unset", () => {
    expect(readEnv({ PORT: "", DATABASE_URL: "", DEMO: "" })).toMatchObject({ port: 8080, demo: true });
  });

  test("port 0 asks for any free port", () => {
    expect(readEnv({ PORT: "0" }).port).toBe(0);
  });

  test("the zone's centre is read as longitude,latitude", () => {
    expect(readEnv({ ZONE_CENTER: "7.42,43.73" }).zoneCenter).toEqual([7.42, 43.73]);
  });

  test.each([
    ["PORT", "65536"],
    ["PORT", "80a"],
    ["PORT", "-1"],
    ["HOST", "0.0.0.0"],
    ["HOST", "192.168.1.4"],
    ["HOST", "127.0.0.1.example.org"],
    ["DEMO", "yes"],
    ["LOG_LEVEL", "verbose"],
    ["DATABASE_URL", "mysql://u@h/d"],
    ["ZONE_CENTER", "43.62"],
    ["ZONE_CENTER", "122.26,91"],
    ["ZONE_NAME", "x".repeat(61)],
    ["TZ", "Mars/Olympus"],
    ["TZ", "+08:00"],
    ["TZ", "CST-8"],
  ])("%s=%s stops the start with one line that names the variable", (name, value) => {
    let message = "";
    try {
      readEnv({ [name]: value });
    } catch (error) {
      expect(error).toBeInstanceOf(StartError);
      message = (error as StartError).message;
    }
    expect(message).toMatch(new RegExp(`^${name} must be .+; it is .+$`));
  });

  test("a wrong database address does not show its password", () => {
    expect(() => readEnv({ DATABASE_URL: "mysql://u:hunter2@h/d" })).toThrow(/^(?!.*hunter2)DATABASE_URL/);
  });
});

describe("enterZone", () => {
  const kept = process.env.TZ;
  afterEach(() => {
    process.env.TZ = kept;
  });
  const sevenInBeijing = new Date("2026-11-26T23:00:00Z");

  test("the day is Beijing's, whatever clock the machine keeps", () => {
    process.env.TZ = "";
    expect(enterZone().timeZone).toBe("Asia/Shanghai");
    expect(localDayOf(sevenInBeijing)).toBe("2026-11-27");
  });

  test("a name in other letters is the same zone, not silently UTC", () => {
    process.env.TZ = "asia/shanghai";
    expect(enterZone().timeZone).toBe("Asia/Shanghai");
    expect(localDayOf(sevenInBeijing)).toBe("2026-11-27");
  });

  test("a zone elsewhere names its own", () => {
    process.env.TZ = "America/New_York";
    enterZone();
    expect(localDayOf(sevenInBeijing)).toBe("2026-11-26");
  });
});
