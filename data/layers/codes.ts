import { code } from "./define.ts";

/**
 * The four safety-risk colours, worst first. The colour values are not fixed nationally: these stay apart for colour-blind
 * readers and always carry a mark.
 *
 * @see State Council Safety Commission Office papers [2016] 3 and 11 (dual prevention)
 */
export const RISK_COLORS = [
  code("red", "重大风险(红)", "Major risk (red)", {
    color: "#d7191c",
    mark: "Ⅰ",
    aliases: ["红", "红色", "重大风险", "重大"],
  }),
  code("orange", "较大风险(橙)", "Considerable risk (orange)", {
    color: "#f07c1f",
    mark: "Ⅱ",
    aliases: ["橙", "橙色", "较大风险", "较大"],
  }),
  code("yellow", "一般风险(黄)", "Moderate risk (yellow)", {
    color: "#e0b400",
    mark: "Ⅲ",
    aliases: ["黄", "黄色", "一般风险", "一般"],
  }),
  code("blue", "低风险(蓝)", "Low risk (blue)", {
    color: "#2b83ba",
    mark: "Ⅳ",
    aliases: ["蓝", "蓝色", "低风险", "低"],
  }),
];

/** The 22 sector plans of the campaign 2024-2026, by their plan number. Source: the notice of 13 April 2024. */
export const SECTORS = [
  code("1", "教育系统", "Education"),
  code("2", "公安", "Public security"),
  code("3", "民政领域", "Civil affairs"),
  code("4", "自然资源领域", "Natural resources"),
  code("5", "生态环境", "Ecology and environment"),
  code("6", "住房城乡建设系统", "Housing and construction"),
  code("7", "交通运输行业", "Transport"),
  code("8", "水利系统", "Water resources"),
  code("9", "农牧领域", "Agriculture and husbandry"),
  code("10", "商务领域", "Commerce"),
  code("11", "文体旅游", "Culture and tourism"),
  code("12", "卫生健康系统", "Health"),
  code("13", "化工和危险化学品", "Hazardous chemicals", { aliases: ["危化", "化工", "危险化学品"] }),
  code("14", "工贸", "Industry and trade"),
  code("15", "直属国有企业", "Zone-owned enterprises"),
  code("16", "市场监管系统", "Market regulation"),
  code("17", "体育系统", "Sports"),
  code("18", "气象", "Meteorology"),
  code("19", "粮食和物资储备", "Grain and reserves"),
  code("20", "能源电力系统", "Energy and power"),
  code("21", "林草系统", "Forestry and grassland"),
  code("22", "消防安全", "Fire safety"),
];

/** Classes of roads as the accident form and the street register use them, most important first. */
export const ROAD_CLASSES = [
  code("motorway", "高速公路", "Motorway", {
    aliases: ["motorway", "motorway_link", "高速", "Expressway", "Expressway Ramp"],
  }),
  code("national", "国道", "National road", { aliases: ["trunk", "trunk_link"] }),
  code("provincial", "省道", "Provincial road"),
  code("arterial", "城市主干路", "Urban arterial", {
    aliases: ["primary", "primary_link", "主干路", "Major Arterial", "Major Arterial Ramp"],
  }),
  code("secondary", "城市次干路", "Urban secondary road", {
    aliases: ["secondary", "secondary_link", "次干路", "Minor Arterial"],
  }),
  code("county", "县乡道", "County or township road", { aliases: ["tertiary", "tertiary_link", "Collector"] }),
  code("local", "支路", "Local street", { aliases: ["residential", "unclassified", "living_street", "Local"] }),
  code("service", "内部道路及其他", "Service road or other", {
    aliases: ["service", "track", "footway", "steps", "path", "pedestrian", "cycleway", "Laneway", "Other"],
  }),
];

/** Fire resistance rating of a building, best first. Source: GB 50016-2014 (2018), 3.2 and 5.1. */
export const FIRE_RATINGS = [
  code("1", "一级", "Class 1"),
  code("2", "二级", "Class 2"),
  code("3", "三级", "Class 3"),
  code("4", "四级", "Class 4"),
];

/** Header spellings of the columns that every layer has. Those of the layer itself go before. */
export const STANDARD_ALIASES: Readonly<Record<string, readonly string[]>> = {
  code: ["编号", "编码", "代码", "code", "id", "osm_id", "osm_way_id", "@id"],
  name: ["名称", "单位名称", "name", "title"],
  lon: ["经度", "东经", "GPS经度", "lon", "lng", "long", "longitude", "x"],
  lat: ["纬度", "北纬", "GPS纬度", "lat", "latitude", "y"],
  // Surveyors' X points north, other people's X east: which is meant is seen from the size of the numbers when they are read.
  x: ["东坐标", "横坐标", "东向坐标", "X坐标", "坐标X", "easting", "point_x", "x_coord", "coord_x"],
  y: ["北坐标", "纵坐标", "北向坐标", "Y坐标", "坐标Y", "northing", "point_y", "y_coord", "coord_y"],
  position: [
    "坐标",
    "经纬度",
    "经纬度坐标",
    "地理坐标",
    "坐标位置",
    "位置坐标",
    "位置",
    "图形",
    "outline",
    "geometry",
    "geom",
    "the_geom",
    "wkt",
    "coordinates",
    "latlng",
    "lnglat",
  ],
  road: ["路线", "路线编号", "路线名称", "线路", "所在道路", "道路", "路名", "道路名称", "route", "road"],
  stake: ["桩号", "里程桩号", "里程桩", "公里桩", "公里桩号", "stake", "chainage", "milepost"],
  districtCode: ["行政区划代码", "镇街代码", "district_code", "district"],
  positionErrorM: ["定位误差", "定位误差(m)", "position_error_m", "position error", "accuracy"],
  source: ["数据来源", "来源", "source"],
  observedOn: ["数据日期", "采集日期", "observed_on", "survey_date"],
};
