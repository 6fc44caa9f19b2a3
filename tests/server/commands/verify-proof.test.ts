import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { getLayer } from "#data/layers/index.ts";
import { decodeSnapshot, encodeSnapshot } from "#data/snapshot/arrow.ts";
import { takeRows } from "#data/snapshot/take-rows.ts";
import { root } from "../../../server/commands/install.mjs";
import { run } from "../../../server/commands/verify-proof.ts";
import type { OpinionResult } from "../../../server/opinion/opinion.ts";
import { PROOF_FILES, type ProofRules, sha256Of, snapshotFile } from "../../../server/opinion/proof-format.ts";
import type { SignedOpinion } from "../../../server/services.ts";
import { startApi, type TestApi } from "../../support/api.ts";
import { makeZip } from "../../support/make-zip.ts";
import { runNode } from "../../support/processes.ts";
import { changed, filesOf, resealed, zipOf } from "../../support/proof-files.ts";
import { proposalOf, writeSurroundings } from "../../support/proposals.ts";

let api: TestApi;
let folder: string;
let opinion: SignedOpinion;
let bundle: Uint8Array;
let files: Map<string, Buffer>;

beforeAll(async () => {
  api = await startApi();
  await writeSurroundings(api);
  folder = await mkdtemp(join(tmpdir(), "verify-proof-"));
  const signed = await api.post("/api/opinions", { kind: "spacing", proposal: proposalOf(), by: "王工" });
  opinion = (await signed.json()) as SignedOpinion;
  bundle = new Uint8Array(await (await api.request(`/api/opinions/${opinion.id}/proof`)).arrayBuffer());
  files = await filesOf(bundle);
});
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

let said: string[];
let complained: string[];
beforeEach(() => {
  [said, complained] = [[], []];
  vi.spyOn(console, "log").mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, "error").mockImplementation((text: string) => void complained.push(text));
});
afterEach(() => vi.restoreAllMocks());

async function verify(content: Uint8Array): Promise<number> {
  const path = join(folder, "proof.zip");
  await writeFile(path, content);
  return run([path]);
}

test("0: the same answer, with the rules of the bundle and with this program's", async () => {
  expect(await verify(bundle)).toBe(0);
  expect(said).toEqual([
    `${opinion.number}, signed by 王工 at ${opinion.at} (演示数据, demonstration data)`,
    `SHA-256 of the bundle: ${opinion.proofSha256}`,
    "With the rules of the bundle: same answer.",
    "With the library of this program: same answer.",
  ]);
  expect(sha256Of(bundle)).toBe(opinion.proofSha256);
  expect(complained).toEqual([]);
});

test("only what stands near travels along: the far school is not in the bundle, and is not missed", () => {
  const targets = decodeSnapshot(gunzipSync(files.get(snapshotFile("protection-targets"))!));
  expect(Array.from({ length: targets.count }, (_, row) => targets.codes.get(row))).toEqual(["S-NEAR"]);
});

test("the command needs neither record nor network", async () => {
  const path = join(folder, "whole.zip");
  await writeFile(path, bundle);
  const env = { ...process.env, DATABASE_URL: "postgres://nobody@127.0.0.1:1/none", DATA_DIR: "/nowhere" };
  const options = { cwd: root, env, limitMs: 60_000 };
  const { code, output } = await runNode("server/commands/run.mjs", ["verify-proof", path], options);
  expect([code, output]).toEqual([0, expect.stringContaining("With the library of this program: same answer.")]);
});

describe("2: another answer", () => {
  test("a changed answer is named by pair, rule and field, with both values", async () => {
    const measured = opinion.results[0]!.findings[0] as { rules: { ruleId: string; measuredM: number }[] };
    const { ruleId, measuredM } = measured.rules[0]!;
    const forged = changed<OpinionResult[]>(files, PROOF_FILES.answer, ([spacing]) => {
      (spacing!.findings[0] as typeof measured).rules[0]!.measuredM = 99;
    });
    expect(await verify(zipOf(resealed(forged)))).toBe(2);
    expect(said.join("\n")).toContain("With the rules of the bundle: another answer.");
    expect(said.join("\n")).toMatch(
      new RegExp(`spacing, .* → .*, rule ${ruleId}, measuredM: 99 in the bundle, ${measuredM} now`),
    );
  });

  test("a changed rule is named, and what hangs on it", async () => {
    const { ruleId } = (opinion.results[0]!.findings[0] as { rules: { ruleId: string }[] }).rules[0]!;
    const forged = changed<ProofRules>(files, PROOF_FILES.rules, ({ rules }) => {
      Object.assign(rules.find(({ id }) => id === ruleId)!, { distanceM: 3 });
    });
    expect(await verify(zipOf(resealed(forged)))).toBe(2);
    const text = said.join("\n");
    expect(text).toMatch(new RegExp(`rule ${ruleId}, distanceM: 3 in the bundle, \\d+ here`));
    expect(text).toMatch(new RegExp(`rule ${ruleId}, requiredM: \\d+ in the bundle, 3 now`));
    expect(text).toContain("With the library of this program: same answer.");
  });

  test("a neighbour that was taken out is missed", async () => {
    const name = snapshotFile("protection-targets");
    const layer = getLayer("protection-targets");
    const none = gzipSync(encodeSnapshot(takeRows(decodeSnapshot(gunzipSync(files.get(name)!)), []), layer));
    expect(await verify(zipOf(resealed(new Map([...files, [name, none]]))))).toBe(2);
    expect(said.join("\n")).toMatch(/→ S-NEAR: \{.* in the bundle, absent now/);
  });
});

test("another edition is named; rows that the answer does not rest on change nothing", async () => {
  const { applied } = opinion.rules;
  const old = changed<ProofRules>(files, PROOF_FILES.rules, (book) => {
    const idle = book.rules.find(({ id }) => !applied.some((rule) => rule.id === id))!;
    Object.assign(idle, { distanceM: idle.distanceM + 1 });
    Object.assign(book, { edition: "2020-01-01+0@2020-01-01" });
  });
  expect(await verify(zipOf(resealed(old)))).toBe(0);
  expect(said[2]).toBe(`Rules: edition 2020-01-01+0@2020-01-01 in the bundle, ${opinion.rules.edition} here.`);
  expect(said[3]).toMatch(/^ {2}rule .*, distanceM: [\d.]+ in the bundle, [\d.]+ here$/);
});

describe("1: not a bundle, or damaged", () => {
  const complaint = async (content: Uint8Array) => {
    expect(await verify(content)).toBe(1);
    expect(said).toEqual([]);
    return complained.join("\n");
  };

  test.each(
    Object.values(PROOF_FILES).filter((name) => name !== PROOF_FILES.manifest),
  )("a changed %s is named", async (name) => {
    const content = Buffer.from(files.get(name)!);
    content[content.length - 3]! ^= 1;
    expect(await complaint(zipOf(new Map([...files, [name, content]])))).toContain(`${name} is not what was written`);
  });

  test("a missing, a foreign and a doubled file are named", async () => {
    const without = new Map(files);
    without.delete(snapshotFile("houses"));
    expect(await complaint(zipOf(without))).toContain("snapshots/houses.arrow.gz is missing");
    complained = [];
    expect(await complaint(zipOf(new Map([...files, ["more.txt", Buffer.from("x")]])))).toContain(
      "more.txt does not belong",
    );
    complained = [];
    const twice = [...files].map(([name, content]) => ({ name, content }));
    expect(await complaint(makeZip([...twice, twice[1]!]))).toMatch(/is in the bundle twice/);
  });

  test("a proposal that the parameters do not know is seen through fitting checksums", async () => {
    const moved = changed<{ positionErrorM: number }>(files, PROOF_FILES.proposal, (proposal) => {
      proposal.positionErrorM = 5;
    });
    expect(await complaint(zipOf(resealed(moved)))).toContain("proposal.json and parameters.json name two proposals");
  });

  test("a snapshot that is none is named", async () => {
    const name = snapshotFile("houses");
    const forged = resealed(new Map([...files, [name, gzipSync("no arrow")]]));
    expect(await complaint(zipOf(forged))).toContain("the snapshot of houses cannot be worked with");
  });

  test("a bundle of a newer program says so", async () => {
    const newer = changed<{ version: number }>(files, PROOF_FILES.manifest, (manifest) => {
      manifest.version = 2;
    });
    expect(await complaint(zipOf(newer))).toBe("the bundle has format 2; this program reads up to 1");
  });

  test("damaged, foreign and absent files are refused in one line", async () => {
    for (const content of [
      bundle.subarray(0, bundle.length - 40),
      bundle.subarray(0, 900),
      Buffer.from("PK"),
      Buffer.alloc(0),
    ]) {
      complained = [];
      expect(await complaint(content)).toMatch(/^the archive is damaged: .+$/);
    }
    complained = [];
    expect(await complaint(makeZip([{ name: "a.txt", content: "x" }]))).toBe(
      "this is no proof bundle: it has no manifest.json",
    );
    expect(await run([join(folder, "absent.zip")])).toBe(1);
    expect(complained.at(-1)).toMatch(/absent\.zip cannot be read: ENOENT$/);
    expect(await run([folder])).toBe(1);
    expect(await run([])).toBe(1);
    expect(complained.at(-1)).toBe("usage: npm run verify-proof -- FILE");
  });

  test("bombs, links and names that lead out are refused before anything is unpacked", async () => {
    const bomb = makeZip([{ name: PROOF_FILES.manifest, content: Buffer.alloc(80_000_000) }]);
    expect(await complaint(bomb)).toMatch(/unpack/);
    complained = [];
    const large = makeZip([{ name: PROOF_FILES.manifest, content: "{}", saysBytes: 40_000_000 }]);
    expect(await complaint(large)).toMatch(/manifest\.json/);
    for (const entry of [
      { name: "../../etc/passwd", content: "x" },
      { name: "/etc/passwd", content: "x" },
      { name: "link", content: "/etc/passwd", isLink: true },
    ]) {
      complained = [];
      expect(await complaint(makeZip([entry]))).toMatch(/leads out of it/);
    }
    complained = [];
    const many = Array.from({ length: 200 }, (_, i) => ({ name: `f${i}`, content: "x" }));
    expect(await complaint(makeZip(many))).toMatch(/200 files/);
  });
});
