import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LetterRequest } from "../../../server/black-spots/letter-request.ts";
import { proposalLetter } from "../../../server/black-spots/proposal-letter.ts";
import type { BlackSpotFile, BlackSpotList } from "../../../server/black-spots/register.ts";
import { writeFeatures } from "../../../server/db/feature-writes.ts";
import { readPicture } from "../../../server/document/picture.ts";
import { problemOf, startApi, type TestApi } from "../../support/api.ts";
import { finding, LIFE, ledgerSpot, sayAll, spotOf } from "../../support/black-spots.ts";
import { PNG } from "../../support/photographs.ts";
import { diagnosisAnswer } from "../../support/site-diagnosis.ts";
import { readDocument } from "../../support/word-text.ts";

let api: TestApi;
/** Listed for supervision, from a finding. */
let listed: BlackSpotFile;
let fromLedger: string;
beforeAll(async () => {
  api = await startApi();
  const { entry } = await spotOf(await api.post("/api/black-spots", finding()));
  listed = await sayAll(api, entry.id, LIFE.slice(0, 2));
  const nowhere = { roadCode: null, roadName: null, fromStakeM: null, toStakeM: null, basis: "历年事故统计<3起>" };
  await writeFeatures(api.database.record.db, "black-spots", [ledgerSpot("L-1", { state: "confirmed", ...nowhere })], {
    changedBy: "import",
  });
  const { entries } = await api.get<BlackSpotList>("/api/black-spots?state=confirmed");
  fromLedger = entries[0]!.id;
});
afterAll(() => api.close());

const picture = readPicture(`data:image/png;base64,${PNG.toString("base64")}`);
const REQUEST: LetterRequest = {
  language: "zh",
  addressee: "开发区住房和城乡建设局",
  by: "王警官",
  office: "开发区交警大队",
  documentNumber: "通公交函〔2026〕7号",
  dueOn: null,
  measures: [],
  diagnosis: {},
  map: null,
  diagram: null,
};

const write = async (
  over: Partial<LetterRequest> = {},
  diagnosis: ReturnType<typeof diagnosisAnswer> | null = diagnosisAnswer(),
  demo = false,
) => {
  const facts = { file: listed, ledgerBasis: null, diagnosis, demo, madeAt: new Date(2026, 10, 26, 9, 30) };
  return readDocument(await proposalLetter({ ...REQUEST, ...over }, facts));
};

describe("the letter", () => {
  test("says to whom, what, by which rule with edition, period and tally, why, what and until when", async () => {
    const { text, parts } = await write();
    for (const expected of [
      "开发区住房和城乡建设局：",
      "通公交函〔2026〕7号",
      "2023-04-01至2026-03-31共发生道路交通事故11起，造成4人死亡、9人受伤",
      "K812+000 – K812+450",
      "市级",
      "通公交〔2026〕12号",
      "建议规则",
      "proposed-500 1",
      "本系统建议值，不是官方标准",
      "沿道路500米滑动窗口，步长50米",
      "死亡事故3起以上",
      "事故共900起＝已定位870起＋定位存疑20起＋未定位10起；在统计时段内采用864起",
      "2025-03-11 21:30",
      "K812+030",
      "追尾碰撞",
      "20时至22时59分",
      "40/400 (10 %)",
      "增设道路照明",
      "夜间伤人事故减少20～40%（HSM 2010；凭记忆录入，待核对）",
      "请于2026-09-30前完成治理",
      "道路交通事故 第7版；道路 第3版",
      "发函单位（盖章）",
      "开发区交警大队",
    ])
      expect(text).toContain(expected);
    expect(parts.get("word/footer1.xml")).toContain("通公交函〔2026〕7号");
    expect(text).not.toContain("演示");
  });

  test("holds nothing personal: no cause as somebody wrote it", async () => {
    const { text } = await write();
    expect(text).not.toMatch(/张三|醉酒/);
  });

  test("has both pictures, each where it belongs, whole", async () => {
    const { text, parts } = await write({ map: picture, diagram: picture });
    const xml = parts.get("word/document.xml")!;
    const places = ["三、位置图", 'r:embed="rId3"', "四、事故情况", 'r:embed="rId4"', "六、成因分析"].map((each) =>
      xml.indexOf(each),
    );
    expect(places.every((at) => at > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect([...parts.keys()].filter((name) => name.includes("media"))).toEqual([
      "word/media/picture1.png",
      "word/media/picture2.png",
    ]);
    expect(text).toContain("五、事故碰撞图");
  });

  test("counts on its sections over those that it does not have", async () => {
    const { text } = await write();
    for (const expected of ["二、认定依据", "三、事故情况", "四、成因分析", "七、签署"])
      expect(text).toContain(expected);
    expect(text).not.toContain("位置图");
  });

  test("has the measures that the person words, with what is known of them", async () => {
    const measures = [
      { title: "增设道路照明", reason: null },
      { title: "封闭中央开口<3处>", reason: "现场踏勘意见" },
    ];
    const { text } = await write({ measures, dueOn: "2026-12-31" });
    for (const expected of ["夜间事故偏多", "封闭中央开口&lt;3处&gt;", "现场踏勘意见", "请于2026-12-31前完成治理"])
      expect(text).toContain(expected);
    expect(text).not.toContain("系统根据成因分析列出");
  });

  test("says what cannot be said: too few crashes, none at all, no place to analyse", async () => {
    const { factors } = diagnosisAnswer().summary;
    const few = { ...factors, answer: "too-few", tested: [] } as const;
    expect((await write({}, diagnosisAnswer({ factors: few }))).text).toContain("该点段事故少于5起");
    const none = { ...factors, answer: "none" } as const;
    expect((await write({}, diagnosisAnswer({ factors: none }))).text).toContain("没有发现明显偏多的因素");
    expect((await write({}, diagnosisAnswer({ crashes: [] }))).text).toContain("没有可用的事故记录");
    expect((await write({}, null)).text).toContain("未附事故明细");
  });

  test("lists so many crashes at most, and says how many more there are", async () => {
    const [crash] = diagnosisAnswer().summary.crashes;
    const { text } = await write({}, diagnosisAnswer({ crashes: Array.from({ length: 75 }, () => crash!) }));
    expect(text).toContain("另有15起未列出");
  });

  test("in English too, with the demonstration's mark on every page", async () => {
    const { text, parts } = await write({ language: "en" }, diagnosisAnswer(), true);
    for (const expected of [
      "To: 开发区住房和城乡建设局",
      "Demonstration data",
      "at least 3 fatal crashes",
      "window of 500 m along the road, step 50 m",
      "870 placed + 20 doubtful + 10 unplaced",
      "Road lighting",
      "20:00 to 22:59",
      "Please complete the treatment by 2026-09-30",
    ])
      expect(text).toContain(expected);
    expect(parts.get("word/footer1.xml")).toContain("Demonstration data");
  });
});

describe("its address", () => {
  const ask = (id: string, over: object = {}) =>
    api.post(`/api/black-spots/${id}/letter`, { addressee: "公路管理局", by: "王警官", ...over });

  test("answers for a spot of a ledger that names no rule and no road, and says so", async () => {
    const answer = await ask(fromLedger);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain("L-1.docx");
    const { text } = readDocument(new Uint8Array(await answer.arrayBuffer()));
    expect(text).toContain("台账所列认定依据为：历年事故统计&lt;3起&gt;");
    expect(text).toContain("未附事故明细");
    expect(api.log.join("")).not.toContain("王警官");
  });

  test.each([
    [{ addressee: "" }, "addressee"],
    [{ by: undefined }, "by"],
    [{ lang: "fr" }, "lang"],
    [{ dueOn: "soon" }, "dueOn"],
    [{ measures: [{ title: "" }] }, "measures[0].title"],
    [{ map: "https://example.org/map.png" }, "map"],
    [{ diagram: "data:image/svg+xml;base64,PHN2Zz4=" }, "diagram"],
    [{ nonsense: 1 }, "nonsense"],
  ])("%j is refused by its field", async (over, field) => {
    expect(await problemOf(await ask(fromLedger, over))).toMatchObject({
      status: 400,
      code: "bad-body",
      fields: [field],
    });
  });

  test("there is none for a spot that is not there", async () => {
    expect(await problemOf(await ask("018f0000-0000-7000-8000-000000000000"))).toMatchObject({ status: 404 });
    expect(await problemOf(await ask("x"))).toMatchObject({ status: 400, fields: ["id"] });
  });
});
