import { describe, expect, test } from "vitest";
import { deliver, refusalOf } from "../../../support/deliver.ts";
import { encodeGbk } from "../../../support/encode-gbk.ts";
import { makeZip } from "../../../support/make-zip.ts";

const kml = (content: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${prolog}\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document><name>应急资源</name>${content}</Document></kml>`;
const placed = (geometry: string) => `<Placemark>${geometry}</Placemark>`;
const geometriesOf = async (...geometries: string[]) => {
  const { rows, broken } = (await deliver("x.kml", kml(geometries.map(placed).join("")))).tables[0];
  return [rows.map(({ geometry }) => geometry), broken] as const;
};

test("placemarks are rows; their data, their folder and their times are columns", async () => {
  const text = kml(`<Style id="s"><LineStyle><color>ff0000ff</color></LineStyle></Style>
    <Folder><name>消防</name><Folder><name>水源</name>
      <Placemark><name>1号 &amp; 2号</name><description><![CDATA[<b>地上</b>]]></description>
        <TimeStamp><when>2024-03-05</when></TimeStamp>
        <ExtendedData><Data name="code"><value>WS-1</value></Data>
          <SchemaData schemaUrl="#a"><SimpleData name="flow">15</SimpleData><SimpleData name="name">别名</SimpleData></SchemaData></ExtendedData>
        <Point><coordinates>122.26,43.62,180</coordinates></Point></Placemark>
    </Folder></Folder>
    <Placemark><name>无</name></Placemark>`);
  const { format, tables } = await deliver("x.kml", text);
  expect([format, tables[0].name, tables[0].crs]).toEqual(["kml", "应急资源", "wgs84"]);
  expect(tables[0].columns).toEqual(["name", "description", "when", "folder", "code", "flow", "name (2)"]);
  expect(tables[0].rows).toEqual([
    {
      place: 1,
      geometry: { type: "Point", coordinates: [122.26, 43.62] },
      fields: {
        name: "1号 & 2号",
        description: "<b>地上</b>",
        when: "2024-03-05",
        folder: "消防/水源",
        code: "WS-1",
        flow: "15",
        "name (2)": "别名",
      },
    },
    { place: 2, geometry: null, fields: { name: "无" } },
  ]);
});

describe("geometries", () => {
  const ring = "0,0 0,1 1,1 0,0";
  const positions = [
    [0, 0],
    [0, 1],
    [1, 1],
    [0, 0],
  ];
  const polygon = `<Polygon><innerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></innerBoundaryIs><outerBoundaryIs><LinearRing><coordinates>${ring}</coordinates></LinearRing></outerBoundaryIs></Polygon>`;

  test("of every kind", async () => {
    const [geometries, broken] = await geometriesOf(
      `<LineString><coordinates>\n 0,0,5\n 1, 1\n</coordinates></LineString>`,
      polygon,
      `<MultiGeometry><Point><coordinates>1,2</coordinates></Point><Point><coordinates>3,4</coordinates></Point></MultiGeometry>`,
      `<MultiGeometry>${polygon}</MultiGeometry>`,
      "<gx:Track><when>2024</when><gx:coord>1 2 0</gx:coord><gx:coord>3 4 0</gx:coord></gx:Track>",
      "<Point><coordinates></coordinates></Point>",
    );
    expect(broken).toEqual([]);
    expect(geometries).toEqual([
      {
        type: "LineString",
        coordinates: [
          [0, 0],
          [1, 1],
        ],
      },
      { type: "Polygon", coordinates: [positions, positions] },
      {
        type: "MultiPoint",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      { type: "Polygon", coordinates: [positions, positions] },
      {
        type: "LineString",
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
      null,
    ]);
  });

  test("that are none are named", async () => {
    const [, broken] = await geometriesOf(
      "<Point><coordinates>122.26E,43.62</coordinates></Point>",
      `<MultiGeometry><Point><coordinates>1,2</coordinates></Point>${polygon}</MultiGeometry>`,
      "<Model><Location/></Model>",
    );
    expect(broken.map(({ reason }) => reason)).toEqual([
      "its coordinates are no numbers: 122.26E,43.62",
      "its MultiGeometry mixes points, lines or areas",
      "its geometry is a 3D model",
    ]);
  });
});

test("links to other files are not followed, and said", async () => {
  const { rows, notices } = (
    await deliver(
      "x.kml",
      kml("<NetworkLink><name>n</name><Link><href>http://127.0.0.1:9/</href></Link></NetworkLink>"),
    )
  ).tables[0];
  expect([rows, notices.map(({ code }) => code)]).toEqual([[], ["network-link", "no-rows"]]);
});

test("in GBK it is read, whether it says so or not", async () => {
  const text = kml(placed("<name>科尔沁区消防站</name>"), '<?xml version="1.0" encoding="GBK"?>');
  const { encoding, tables } = await deliver("x.kml", encodeGbk(text));
  expect([encoding!.id, tables[0].rows[0]!.fields.name]).toEqual(["gb18030", "科尔沁区消防站"]);
});

test.each([
  [
    "entities that unfold",
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
    "&b;",
    "document-type",
  ],
  [
    "an entity from the disk",
    '<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    "&a;",
    "document-type",
  ],
  ["an entity that nobody declares", undefined, "&a;", "broken-xml"],
  ["a tag that is not closed", undefined, "<b>", "broken-xml"],
  ["elements within elements without end", undefined, "<a>".repeat(5000), "broken-xml"],
])("%s are refused", async (_, prolog, name, code) => {
  expect(await refusalOf("x.kml", kml(placed(`<name>${name}</name>`), prolog))).toMatch(new RegExp(`^${code}: `));
});

test("a value without end is refused before it fills the memory", async () => {
  expect(await refusalOf("x.kml", kml(placed(`<name>${"x ".repeat(17_500_000)}</name>`)))).toMatch(
    /^broken-xml: one value/,
  );
});

test("a KMZ is read from its main document on; a broken other one is left out", async () => {
  const good = kml(placed("<name>甲</name>"));
  const { format, tables, notices } = await deliver(
    "x.kmz",
    makeZip([
      { name: "files/a.png", content: "x" },
      { name: "files/bad.kml", content: "<kml>" },
      { name: "doc.kml", content: good },
    ]),
  );
  expect([format, tables.map(({ name }) => name), tables[0].rows.length]).toEqual(["kml", ["应急资源"], 1]);
  expect(notices).toMatchObject([{ code: "table-left-out", detail: expect.stringMatching(/^files\/bad.kml: /) }]);
  expect(await refusalOf("x.kmz", makeZip([{ name: "doc.kml", content: "<kml>" }]))).toMatch(/^broken-xml: /);
});
