import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SpacingFinding } from "#data/analyses/spacing-results.ts";
import { getLayer } from "#data/layers/index.ts";
import { localDayOf } from "#data/snapshot/freshness.ts";
import { LIBRARY } from "#data/standards/library.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import type { OpinionEntry } from "../../../server/opinion/opinion.ts";
import { PROOF_FILES } from "../../../server/opinion/proof-format.ts";
import { readProof } from "../../../server/opinion/read-proof.ts";
import { verifyProof } from "../../../server/opinion/verify-proof.ts";
import type { SignedOpinion } from "../../../server/services.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { draftOf } from "../../support/drafts.ts";
import { filesOf } from "../../support/proof-files.ts";
import { at, FILLING_STATION, proposalOf, SCHOOL, square, writeSurroundings } from "../../support/proposals.ts";
import { readEntries, readWorkbook, valuesOf } from "../../support/read-workbook.ts";

let api: TestApi;
let opinion: SignedOpinion;
const year = new Date().getFullYear();

const body = (over: object = {}) => ({ kind: "spacing", proposal: proposalOf(), by: "王工", ...over });

async function sign(over: object = {}): Promise<SignedOpinion> {
  const answer = await api.post("/api/opinions", body(over));
  if (answer.status !== 201) throw new Error(`${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as SignedOpinion;
}

const bytesOf = async (path: string, init?: RequestInit): Promise<Uint8Array> => {
  const answer = await api.request(path, init);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return new Uint8Array(await answer.arrayBuffer());
};

const withMap = (picture: string, lang = "zh") => api.post(`/api/opinions/${opinion.id}/docx`, { picture, lang });

beforeAll(async () => {
  api = await startApi();
  await writeSurroundings(api);
  opinion = await sign({ remark: "初审" });
});
afterAll(() => api.close());

test("an opinion says who, what, on which data and by which rules", () => {
  expect(opinion).toMatchObject({
    number: `规划核查〔${year}〕0001号`,
    by: "王工",
    remark: "初审",
    asOf: null,
    demo: true,
    verdict: "too-near",
    zone: { name: { zh: "示范区", en: "Demo zone" }, center: [122.26, 43.62] },
    proposal: proposalOf(),
  });
  const targets = opinion.layers.find(({ layer }) => layer === "protection-targets");
  expect(targets).toMatchObject({ revision: 1, dataDate: "2026-05-01", count: 2, title: { zh: "防护目标" } });
  const [finding] = opinion.results[0]!.findings as SpacingFinding[];
  expect(finding).toMatchObject({ verdict: "too-near", target: { code: "S-NEAR", name: "东街小学" } });
  expect(finding!.distanceM).toBeCloseTo(25, 0);
});

test("every rule of a finding stands in it in full, and open rows are told from unconfirmed ones", () => {
  const { applied, open, unconfirmed } = opinion.rules;
  const findings = opinion.results[0]!.findings as SpacingFinding[];
  const ids = new Set(applied.map(({ id }) => id));
  for (const { ruleId } of findings.flatMap(({ rules }) => rules)) expect(ids).toContain(ruleId);
  const confidenceOf = (id: string) => applied.find((rule) => rule.id === id)!.confidence;
  expect(open.every((id) => confidenceOf(id) === "uncertain")).toBe(true);
  expect(unconfirmed.length).toBeGreaterThan(0);
  expect(unconfirmed.every((id) => confidenceOf(id) === "memory")).toBe(true);
});

test("what was signed is the same to the byte, whatever changes afterwards", async () => {
  const before = [await bytesOf(`/api/opinions/${opinion.id}`), await bytesOf(`/api/opinions/${opinion.id}/proof`)];
  const layer = getLayer("protection-targets");
  await writeFeatures(api.database.record.db, "protection-targets", [draftOf(layer, 77)], { changedBy: "tester" });
  await api.settle();
  const after = [await bytesOf(`/api/opinions/${opinion.id}`), await bytesOf(`/api/opinions/${opinion.id}/proof`)];
  expect(after).toEqual(before);
  expect(Buffer.from(before[0]!).toString()).toBe(JSON.stringify(opinion));
  const again = await sign();
  expect(again.layers.find(({ layer }) => layer === "protection-targets")!.revision).toBe(2);
});

test("nobody can rewrite or remove one, not even by SQL", async () => {
  const { pool } = api.database.record;
  for (const statement of ["update opinions set by = 'x'", "delete from opinions", "truncate opinions"])
    await expect(pool.query(statement)).rejects.toThrow("opinions is only added to");
});

test("numbers follow each other without a gap, also when many sign at once; a refused proposal takes none", async () => {
  const { length } = await api.get<OpinionEntry[]>("/api/opinions");
  const crossed = { type: "Polygon", coordinates: [[at(0, 0), at(20, 20), at(20, 0), at(0, 20), at(0, 0)]] };
  const signed = await Promise.all([
    sign(),
    sign(),
    api.post("/api/opinions", body({ proposal: { ...proposalOf(), geometry: crossed } })),
  ]);
  expect(await problemOf(signed[2])).toMatchObject({ status: 422, fields: ["proposal.geometry"] });
  const register = await api.get<OpinionEntry[]>("/api/opinions");
  expect(register.map(({ number }) => number)).toEqual(
    Array.from({ length: length + 2 }, (_, i) => `规划核查〔${year}〕${String(length + 2 - i).padStart(4, "0")}号`),
  );
  expect(register.at(-1)).toMatchObject({ proposalName: "拟建加油站", verdict: "too-near", by: "王工", demo: true });
});

test("a claimed relief stands with its evidence and in full; one that the rules do not know is refused", async () => {
  const [relief] = LIBRARY.reductions;
  const claimed = (reductionId: string) => ({
    proposal: proposalOf({ claims: [{ reductionId, neighbour: null, evidence: "防火墙竣工图 2026-03", by: "李工" }] }),
  });
  const signed = await sign(claimed(relief!.id));
  expect(signed.claims).toEqual([{ ...signed.proposal.claims[0], reduction: relief }]);
  const document = readEntries(Buffer.from(await bytesOf(`/api/opinions/${signed.id}/docx`))).get("word/document.xml")!;
  for (const text of [relief!.title.zh, "防火墙竣工图 2026-03", "李工"]) expect(document).toContain(text);
  const problem = await problemOf(await api.post("/api/opinions", body(claimed("no-such-relief"))));
  expect(problem).toMatchObject({ status: 422, code: "unprocessable" });
  expect(problem.fields[0]).toContain("claims");
});

test("a sensitive use is judged as well", async () => {
  const school = await sign({ proposal: proposalOf({ name: "拟建小学", use: SCHOOL, geometry: square(0, 0, 40) }) });
  expect(school.results[0]!.findings).toEqual([]);
  expect(school.verdict).toBe("clear");
});

test("as of an earlier day: the map and the rules of then", async () => {
  const today = localDayOf(new Date());
  expect(await sign({ asOf: today })).toMatchObject({ asOf: today, rules: { day: today } });
  const before = await sign({ asOf: "2026-01-01" });
  expect(before.layers.every(({ count }) => count === 0)).toBe(true);
  expect(before).toMatchObject({ verdict: "clear", asOf: "2026-01-01", rules: { day: "2026-01-01" } });
  const problem = await problemOf(await api.post("/api/opinions", body({ asOf: "2099-01-01" })));
  expect(problem).toMatchObject({ status: 400, fields: ["asOf"] });
});

test("second opinions stand beside it, in the document and in the proof", async () => {
  const tonnes = { name: "汽油", tonnes: 900 };
  const also = [
    { name: "hazard-grade", parameters: { geometry: square(0, 0, 20), substances: [tonnes] } },
    {
      name: "risk-contours",
      parameters: { contours: [{ geometry: square(0, 0, 160), riskPerYear: 1e-5 }], status: "new" },
    },
  ];
  const signed = await sign({ also });
  expect(signed.results.map(({ name }) => name)).toEqual(["spacing", "hazard-grade", "risk-contours"]);
  expect(signed.results[1]!.summary).toMatchObject({ S: 900 / 200, withinM: 500 });
  const document = readEntries(Buffer.from(await bytesOf(`/api/opinions/${signed.id}/docx`))).get("word/document.xml")!;
  for (const text of ["重大危险源分级", "4.500", "风险不可接受", "新建、改建、扩建"]) expect(document).toContain(text);
  const path = join(await mkdtemp(join(tmpdir(), "opinion-")), "proof.zip");
  await writeFile(path, await bytesOf(`/api/opinions/${signed.id}/proof`));
  const { withBundle, withLibrary } = verifyProof(await readProof(path));
  await rm(dirname(path), { recursive: true });
  expect([withBundle, withLibrary]).toEqual([[], []]);
});

test("what a second opinion refuses is named by its place in the request", async () => {
  const asked = (name: string, parameters: object) => api.post("/api/opinions", body({ also: [{ name, parameters }] }));
  const crossed = { type: "Polygon", coordinates: [[at(0, 0), at(20, 20), at(20, 0), at(0, 20), at(0, 0)]] };
  const unread = await problemOf(await asked("hazard-grade", { nonsense: 1 }));
  expect(unread).toMatchObject({ status: 400, code: "bad-body" });
  expect(unread.fields).toContain("also[0].parameters.nonsense");
  const substances = [{ name: "汽油", tonnes: 1 }];
  expect(await problemOf(await asked("hazard-grade", { geometry: crossed, substances }))).toMatchObject({
    status: 422,
    fields: ["also[0].parameters.geometry"],
  });
});

describe("what does not parse is named by its field", () => {
  test.each([
    [{ by: "" }, "by"],
    [{ by: undefined }, "by"],
    [{ kind: "siting" }, "kind"],
    [{ remark: "" }, "remark"],
    [{ nonsense: 1 }, "nonsense"],
    [{ also: [{ name: "spacing", parameters: {} }] }, "also[0].name"],
    [{ proposal: undefined }, "proposal"],
    [{ proposal: { ...proposalOf(), name: "" } }, "proposal.name"],
    [{ proposal: { ...proposalOf(), positionErrorM: -1 } }, "proposal.positionErrorM"],
    [{ proposal: { ...proposalOf(), use: { side: "both" } } }, "proposal.use.side"],
    [
      { proposal: { ...proposalOf(), use: { ...FILLING_STATION, hazard: { ...hazard(), petrolM3: -5 } } } },
      "proposal.use.hazard.petrolM3",
    ],
    [
      { proposal: { ...proposalOf(), claims: [{ reductionId: "x", neighbour: null, evidence: "", by: "x" }] } },
      "proposal.claims[0].evidence",
    ],
  ])("%j", async (over, field) => {
    const problem = await problemOf(await api.post("/api/opinions", body(over)));
    expect(problem).toMatchObject({ status: 400, code: "bad-body" });
    expect(problem.fields).toContain(field);
  });

  test("ids that are none, and opinions that are not there", async () => {
    for (const path of ["", "/docx", "/xlsx", "/proof"]) {
      expect(await problemOf(await api.request(`/api/opinions/x${path}`))).toMatchObject({
        status: 400,
        fields: ["id"],
      });
      const absent = `/api/opinions/018f0000-0000-7000-8000-000000000000${path}`;
      expect(await problemOf(await api.request(absent))).toMatchObject({ status: 404, code: "not-found" });
    }
  });
});

function hazard() {
  if (FILLING_STATION.side !== "hazard") throw new Error("a filling station is a hazard");
  return FILLING_STATION.hazard;
}

describe("the document", () => {
  const textOf = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join("\n");

  test.each([
    [
      "zh",
      [
        "规划安全间距核查意见",
        "演示数据",
        "距离不足",
        "东街小学 (S-NEAR)",
        "GB 50156-2021 表4.0.4",
        "核查人（签字）",
        "2026-05-01",
      ],
    ],
    [
      "en",
      [
        "Opinion on safety distances",
        "Demonstration data",
        "Too near",
        "S-NEAR",
        "GB 50156-2021",
        "Checked by (signature)",
      ],
    ],
  ] as const)("in %s says number, verdict, clauses, dates and who signs", async (lang, texts) => {
    const entries = readEntries(Buffer.from(await bytesOf(`/api/opinions/${opinion.id}/docx?lang=${lang}`)));
    const text = textOf(entries.get("word/document.xml")!);
    for (const expected of [...texts, opinion.number, opinion.proofSha256]) expect(text).toContain(expected);
    expect(entries.get("word/footer1.xml")).toContain(opinion.number);
    expect([...entries.keys()].filter((name) => name.includes("media"))).toEqual([]);
  });

  test("every part is well-formed XML, and every relation leads to a part", async () => {
    const entries = readEntries(Buffer.from(await bytesOf(`/api/opinions/${opinion.id}/docx`)));
    const { SaxesParser } = await import("saxes");
    for (const [name, content] of entries) {
      const parser = new SaxesParser({ xmlns: true });
      parser.on("error", (error) => {
        throw new Error(`${name}: ${error.message}`);
      });
      parser.write(content).close();
    }
    const targets = [...entries.get("word/_rels/document.xml.rels")!.matchAll(/Target="([^"]+)"/g)];
    for (const [, target] of targets) expect(entries.has(`word/${target}`), target).toBe(true);
  });

  test("takes a picture of the map along, whole", async () => {
    const answer = await withMap(`data:image/png;base64,${PNG}`);
    expect(answer.status).toBe(200);
    const files = await filesOf(new Uint8Array(await answer.arrayBuffer()));
    expect(files.get("word/media/picture1.png")).toEqual(Buffer.from(PNG, "base64"));
    expect(files.get("word/document.xml")!.toString()).toContain('r:embed="rId3"');
  });

  test.each([
    "https://example.org/map.png",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "data:image/png;base64,",
    "data:image/png;base64,!!!!",
    `data:image/png;base64,${Buffer.from("no picture, but long enough for a header").toString("base64")}`,
    `data:image/png;base64,${"A".repeat(7_500_000)}`,
  ])("refuses %.40s as a picture", async (picture) => {
    const problem = await problemOf(await withMap(picture));
    expect(problem).toMatchObject({ status: 400, code: "bad-body", fields: ["picture"] });
    expect(problem.errors[0]!.allowed).toBe("a data URL of a PNG, at most 5 MB and 10000 pixels a side");
  });
});

/** One red pixel. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==";

test("the annex has every pair and rule with its numbers, and says that it is of the demonstration", async () => {
  const [pairs, rules, facts] = readWorkbook(await bytesOf(`/api/opinions/${opinion.id}/xlsx`));
  const findings = opinion.results[0]!.findings as SpacingFinding[];
  const [header, ...rows] = valuesOf(pairs!);
  expect(rows).toHaveLength(findings.flatMap(({ rules }) => rules).length);
  const cell = (row: (string | number | null)[], title: string) => row[header!.indexOf(title)];
  const rule = findings[0]!.rules[0]!;
  expect(cell(rows[0]!, "要求 (m)")).toBe(rule.requiredM);
  expect(cell(rows[0]!, "实测 (m)")).toBeCloseTo(rule.measuredM, 3);
  expect(cell(rows[0]!, "依据条文")).toBe(`${rule.standard} ${rule.clause}`);
  expect(valuesOf(rules!)).toHaveLength(opinion.rules.applied.length + 1);
  const told = new Map(valuesOf(facts!).map(([item, content]) => [item, content]));
  expect([...told.values()]).toContain("演示数据：名称和数字均为虚构，不是真实意见");
  expect(told.get("编号")).toBe(opinion.number);
});

test("the files are called after the opinion, and say that they are of the demonstration", async () => {
  for (const [path, extension] of [
    ["docx", "docx"],
    ["xlsx", "xlsx"],
    ["proof", "zip"],
  ]) {
    const { headers } = await api.request(`/api/opinions/${opinion.id}/${path}`);
    const encoded = encodeURIComponent(`演示数据_${opinion.number}.${extension}`);
    expect(headers.get("content-disposition")).toContain(`filename*=UTF-8''${encoded}`);
  }
});

test("the proof says in its own words what it is, and holds no personal data", async () => {
  const files = await filesOf(await bytesOf(`/api/opinions/${opinion.id}/proof`));
  expect(files.get(PROOF_FILES.readme)!.toString()).toMatch(/^演示数据[\s\S]*npm run verify-proof/);
  const all = [...files].map(([name, content]) => (name.endsWith(".gz") ? gunzipSync(content) : content).toString());
  expect(all.join("")).not.toMatch(/13900001111/);
});
