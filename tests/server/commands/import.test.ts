import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { run } from "../../../server/commands/import.ts";
import { root } from "../../../server/commands/install.mjs";
import { findFeatures } from "../../../server/db/features.ts";
import { findRevision } from "../../../server/db/layer-revisions.ts";
import { type FreshDatabase, freshDatabase } from "../../support/database.ts";
import { SECRET } from "../../support/drafts.ts";
import { runNode } from "../../support/processes.ts";
import { startServer } from "../../support/server-process.ts";

let folder: string;
let database: FreshDatabase;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "import-"));
  database = await freshDatabase();
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

/** Writes a file into the test's folder. @returns its path. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const csv = (...rows: string[]) => ["code,lon,lat,grade,owner", ...rows].join("\n");
const GOOD = csv("A,7.42,43.73,D,x", "B,7.43,43.74,C,y");
const HALF = csv("A,7.42,43.73,D,x", "B,east,43.74,C,y", "C,7.4,43.7,E,z");

describe("against a database of one's own", () => {
  let said: string[];
  let complained: string[];
  beforeEach(() => {
    vi.stubEnv("DATABASE_URL", database.url);
    [said, complained] = [[], []];
    vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
    vi.spyOn(console, "error").mockImplementation((text: string) => void complained.push(text));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });
  const text = () => said.join("\n");

  test("0: all rows are in; and the same file again says that there is nothing to do", async () => {
    const path = await file("good.csv", GOOD);
    expect(await run([path, "--layer", "houses"])).toBe(0);
    expect(text()).toMatch(/^good\.csv: 2 rows of csv, utf-8, wgs84\n {2}code ← code; grade ← grade; .*lon ← lon/);
    expect(text()).toMatch(/\nhouses revision 1: 2 added, 0 changed, 0 as before\.$/);
    said = [];
    expect(await run([path, "--layer", "houses"])).toBe(0);
    expect(text()).toMatch(/\nNothing to do: all 2 features are in houses already, exactly as they are here\.$/);
    expect(await findRevision(database.record.db, "houses")).toBe(1);
    expect(complained).toEqual([]);
  });

  test("2: some rows are refused, each by line, code, column, value, reason and what is allowed", async () => {
    const out = join(folder, "report.json");
    expect(await run([await file("half.csv", HALF), "--layer", "protection-targets", "--report", out])).toBe(2);
    expect(text()).toContain("  1 rows refused\n    row 3, B, lon: east is no position; allowed: 122.26");
    const report = JSON.parse(await readFile(out, "utf8"));
    expect(report).toMatchObject({
      file: "half.csv",
      layer: "protection-targets",
      rows: 3,
      accepted: 2,
      added: 2,
      refused: [
        {
          row: 3,
          code: "B",
          column: "lon",
          value: "east",
          reason: "position-unreadable",
          sentence: "is no position",
          allowed: "122.26",
        },
      ],
      revision: 1,
    });
    expect(report.sha256).toMatch(/^[\da-f]{64}$/);
  });

  test("1: nothing can come in, and nothing is written", async () => {
    expect(await run([await file("bad.csv", csv("A,x,y,D,z")), "--layer", "forces"])).toBe(1);
    expect(text()).toMatch(/\nNone of 1 rows can come in; nothing was written\.$/);
    expect(await findRevision(database.record.db, "forces")).toBe(0);
  });

  test("--dry-run judges the same rows and writes nothing", async () => {
    const path = await file("half.csv", HALF);
    expect(await run([path, "--layer", "districts", "--dry-run"])).toBe(1);
    expect(await run([path, "--layer", "forces", "--dry-run"])).toBe(2);
    expect(text()).toMatch(
      /\nDry run: 2 features of 3 rows would come in \(2 new, 0 changed, 0 as they are\); nothing was written\.$/,
    );
    expect(await findRevision(database.record.db, "forces")).toBe(0);
  });

  test("neither the screen nor the report repeats a personal value", async () => {
    const out = join(folder, "personal.json");
    const path = await file("personal.csv", csv(`A,x,y,D,${SECRET}`, `B,7.4,43.7,Z,${SECRET.repeat(200)}`));
    expect(await run([path, "--layer", "houses", "--dry-run", "--report", out])).toBe(2);
    expect(text() + (await readFile(out, "utf8"))).not.toContain("张三");
  });

  test("a value that stands in many rows is one line with its count", async () => {
    const rows = Array.from({ length: 40 }, (_, i) => `${i},7.4,43.7,Pending,`);
    expect(await run([await file("many.csv", csv(...rows)), "--layer", "houses", "--dry-run"])).toBe(0);
    expect(text()).toContain("40 values left out");
    expect(text()).toMatch(/\n {4}40 rows from row 2, grade: Pending is not in the list of codes; allowed: D, C/);
  });

  test("encoding, datum, columns and rows are taken as they are said", async () => {
    // 编号,X,Y,类 / 乙,500000,4984944.378,一 / 丙,1,1,二 in GBK
    const head = Buffer.from("b1e0bac52c582c592cc0e00a", "hex");
    const rows = Buffer.from("d2d22c3530303030302c343938343934342e3337382cd2bb0ab1fb2c312c312cb6fe0a", "hex");
    const path = await file("gbk.csv", Buffer.concat([head, rows]));
    const args = [
      "--encoding",
      "gbk",
      "--datum",
      "EPSG:4550",
      "--map",
      "name=类",
      "--where",
      "类=一",
      "--source",
      "测绘院",
    ];
    expect(await run([path, "--layer", "infrastructure", ...args])).toBe(0);
    const { features } = await findFeatures(database.record.db, { layer: "infrastructure", limit: 9 });
    expect(features).toMatchObject([{ code: "乙", name: "一", source: "测绘院" }]);
    const [lon, lat] = (features[0]!.geometry as { coordinates: number[] }).coordinates;
    expect([lon, lat]).toEqual([expect.closeTo(123, 8), expect.closeTo(45, 7)]);
  });

  test.each([
    [["FILE"], /^--layer is missing/],
    [["FILE", "--layer", "moon"], /^there is no layer moon; layers are hazard-sources, /],
    [["--layer", "houses"], /^no file is named/],
    [["FILE", "other.csv", "--layer", "houses"], /^one file at a time: what is other\.csv\?/],
    [["none.csv", "--layer", "houses"], /^there is no file none\.csv$/],
    [["FILE", "--layer", "houses", "--datum", "xian80"], /^there is no datum xian80; there are wgs84/],
    [["FILE", "--layer", "houses", "--encoding", "x"], /^there is no encoding x; /],
    [["FILE", "--layer", "houses", "--map", "code=NUMBER"], /^there is no column NUMBER; columns are code, lon/],
    [["FILE", "--layer", "houses", "--map", "moon=code"], /^houses has no field moon; fields are code, name/],
    [["FILE", "--layer", "houses", "--map", "code"], /^--map code is not of the form NAME=VALUE/],
    [["FILE", "--layer", "houses", "--map", "code=code", "--map", "code=lon"], /^--map names code twice/],
    [["FILE", "--layer", "houses", "--where", "=x"], /^--where =x is not of the form/],
    [["FILE", "--layer", "houses", "--nonsense"], /^Unknown option '--nonsense'/],
    [
      ["FILE", "--layer", "houses", "--report", "nowhere/out.json"],
      /^the report cannot be written to nowhere\/out\.json: ENOENT/,
    ],
  ])("%j is answered in one line, exit code 1, nothing done", async (args, line) => {
    const path = await file("good.csv", GOOD);
    const before = await findRevision(database.record.db, "houses");
    expect(await run(args.map((each) => (each === "FILE" ? path : each)))).toBe(1);
    expect(said).toEqual([]);
    expect(complained).toEqual([expect.stringMatching(line)]);
    expect(complained[0]).not.toContain("\n");
    expect(await findRevision(database.record.db, "houses")).toBe(before);
  });

  test("a database that does not answer is one line without its password", async () => {
    vi.stubEnv("DATABASE_URL", "postgresql://u:hunter2@127.0.0.1:9/none");
    expect(await run([await file("good.csv", GOOD), "--layer", "houses"])).toBe(1);
    expect(complained).toEqual([expect.stringMatching(/^DATABASE_URL cannot be reached: [^\n]+$/)]);
    expect(complained[0]).not.toContain("hunter2");
  });

  test("a database that goes away meanwhile is one line, and nothing is written", async () => {
    const { pool } = database.record;
    const holder = await pool.connect();
    try {
      // The import waits for the layer, which somebody else is writing.
      await holder.query("begin");
      await holder.query("select raise_layer_revision('enterprises')");
      const importing = run([await file("good.csv", GOOD), "--layer", "enterprises"]);
      const waiting = `from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(async () => (await pool.query(`select ${waiting}`)).rowCount, { timeout: 20_000 }).toBe(1);
      await pool.query(`select pg_terminate_backend(pid) ${waiting}`);
      expect(await importing).toBe(1);
    } finally {
      await holder.query("rollback");
      holder.release();
    }
    expect(complained).toEqual([
      expect.stringMatching(/^the database cannot be reached just now.*; nothing was written$/),
    ]);
    expect(await findRevision(database.record.db, "enterprises")).toBe(0);
  });

  test("--help, or no argument, shows every option", async () => {
    expect(await run(["--help"])).toBe(0);
    for (const option of ["layer", "datum", "encoding", "map", "where", "merge", "source", "dry-run", "report"])
      expect(text()).toContain(`--${option} `);
    expect(await run([])).toBe(1);
  });
});

describe("on a data folder", () => {
  const importInto = (DATA_DIR: string, ...args: string[]) =>
    runNode("server/commands/run.mjs", ["import", ...args], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: "", DATA_DIR, DEMO: "" },
      limitMs: 120_000,
    });

  test("starts the private database where no server runs; beside one, its readers hear of it at once", async () => {
    const dataDir = join(folder, "data");
    const path = await file("good.csv", GOOD);
    const alone = await importInto(dataDir, path, "--layer", "houses");
    expect(alone.output).toContain("houses revision 1: 2 added");
    expect(alone.code).toBe(0);

    // DEMO=1 is the default: data of one's own keeps the demonstration zone out.
    const server = await startServer({ dataDir, command: ["dist/server/main.js"] });
    try {
      const get = async <T>(path: string) => (await (await fetch(server.url + path)).json()) as T;
      expect(await get("/api/zone")).toMatchObject({ demo: false, center: [7.43, 43.74] });
      const events = await fetch(`${server.url}/api/events`);
      const more = await file("more.csv", csv("C,7.44,43.75,B,z"));
      expect((await importInto(dataDir, more, "--layer", "houses")).code).toBe(0);
      const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
      for (let seen = ""; !seen.includes('{"layer":"houses","revision":2}'); ) seen += (await reader.read()).value;
      await reader.cancel();
      expect((await fetch(`${server.url}/api/layers/houses/snapshots/2.arrow`)).status).toBe(200);
      expect(await get("/api/layers/houses")).toMatchObject({ count: 3, revision: 2 });
    } finally {
      expect(await server.stop()).toBe(0);
    }
  }, 240_000);
});
