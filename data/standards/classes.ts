import type { Title } from "../layers/define.ts";

/** What a rule can be about: one class of objects, in the words of the standards. */
export interface ObjectClass {
  readonly id: string;
  readonly title: Title;
}

const of = <const Id extends string>(id: Id, zh: string, en: string) => ({ id, title: { zh, en } });

/** Sites and their parts that have to keep a distance. */
export const HAZARD_CLASSES = [
  of("store-a-34", "甲类仓库（储存物品3、4项）", "Class A store, items 3 and 4"),
  of("store-a-1256", "甲类仓库（储存物品1、2、5、6项）", "Class A store, items 1, 2, 5 and 6"),
  of("store-b", "乙类仓库（6项除外）", "Class B store, except item 6"),
  of("store-b-6", "乙类仓库（6项）", "Class B store, item 6"),
  of("plant-a", "甲类厂房", "Class A factory building"),
  of("plant-b", "乙类厂房", "Class B factory building"),
  of("plant-c-12", "丙类厂房、仓库（耐火一、二级）", "Class C factory or store, fire rating 1-2"),
  of("plant-c-34", "丙类厂房、仓库（耐火三、四级）", "Class C factory or store, fire rating 3-4"),
  of("plant-de-12", "丁、戊类厂房、仓库（耐火一、二级）", "Class D or E factory or store, fire rating 1-2"),
  of("plant-de-34", "丁、戊类厂房、仓库（耐火三、四级）", "Class D or E factory or store, fire rating 3-4"),
  of("tank-ab", "甲、乙类液体储罐（区）", "Class A or B liquid tanks"),
  of("tank-c", "丙类液体储罐（区）", "Class C liquid tanks"),
  of("gas-holder", "湿式可燃气体储罐", "Wet gas holder"),
  of("stack-grain-mat", "粮食席穴囤堆场", "Grain stacks in mats"),
  of("stack-grain-bin", "粮食土圆仓堆场", "Grain in earthen bins"),
  of("stack-fibre", "棉、麻、毛、化纤、百货堆场", "Cotton, fibre and general goods yard"),
  of("stack-straw", "秸秆、芦苇、打包废纸堆场", "Straw, reed and waste paper yard"),
  of("stack-timber", "木材堆场", "Timber yard"),
  of("stack-coal", "煤和焦炭堆场", "Coal and coke yard"),
  of("lpg-base", "液化石油气供应基地储罐（区）", "LPG supply base tanks"),
  of("lpg-bottles", "瓶装液化石油气供应站瓶库（Ⅰ级）", "Bottled LPG storehouse, class I"),
  of("petro-lpg-tanks", "石油化工液化烃罐组", "Petrochemical liquefied hydrocarbon tanks"),
  of("petro-ab-tanks", "石油化工甲、乙类液体罐组", "Petrochemical class A or B liquid tanks"),
  of("petro-c-tanks", "石油化工丙类液体罐组", "Petrochemical class C liquid tanks"),
  of("petro-flare", "高架火炬", "Elevated flare"),
  of("petro-ab-unit", "石油化工甲、乙类工艺装置或设施", "Petrochemical class A or B process unit"),
  of("petro-key", "全厂性或区域性重要设施", "Key facility of the whole plant"),
  of("fuel-petrol-tank", "加油站汽油埋地罐（有卸油和加油油气回收）", "Buried petrol tank, both vapour recoveries"),
  of("fuel-petrol-tank-old", "加油站汽油埋地罐（无油气回收）", "Buried petrol tank, no vapour recovery"),
  of("fuel-diesel-tank", "加油站柴油埋地罐", "Buried diesel tank"),
  of("fuel-petrol-pump", "汽油加油机、通气管管口（有油气回收）", "Petrol dispenser or vent, vapour recovery"),
  of("fuel-petrol-pump-old", "汽油加油机、通气管管口（无油气回收）", "Petrol dispenser or vent, no recovery"),
  of("fuel-diesel-pump", "柴油加油机、通气管管口", "Diesel dispenser or vent"),
  of("fuel-lpg-tank", "加气站地上LPG储罐", "Above-ground LPG tank of a filling station"),
  of("fuel-lpg-tank-buried", "加气站埋地LPG储罐", "Buried LPG tank of a filling station"),
  of("fuel-cng-cylinders", "CNG储气瓶", "CNG cylinders"),
  of("fuel-cng-vent", "CNG集中放空管管口", "CNG central vent"),
  of("fuel-cng-well", "CNG储气井及工艺设备", "CNG wells and equipment"),
  of("fuel-lng-tank", "加气站LNG储罐", "LNG tank of a filling station"),
  of("fuel-lng-vent", "LNG放空管管口、加气机", "LNG vent or dispenser"),
  of("fuel-lng-unloading", "LNG卸车点", "LNG unloading point"),
  of("depot-1", "石油库甲B、乙类地上罐组、覆土立式罐", "Oil depot: class AB or B above-ground tanks"),
  of("depot-2", "石油库丙类地上罐组等", "Oil depot: class C above-ground tanks and similar"),
  of("depot-3", "石油库覆土卧式罐等", "Oil depot: earth-covered horizontal tanks and similar"),
  of(
    "hazmat-place",
    "生产、储存、销售易燃、易爆、剧毒、放射性物品的场所",
    "Place that makes, stores or sells dangerous goods",
  ),
  of("hazmat-parking", "甲、乙类物品运输车辆停车场", "Parking for vehicles with class A or B goods"),
  of("oil-gas-pipeline", "石油、天然气管道", "Oil or gas pipeline"),
  of("hazchem-part", "辖区内生产、储存危险化学品的部位", "Hazardous chemicals part of a unit"),
  of("zone-motorway", "高速公路（建筑控制区）", "Motorway and its building control zone"),
  of("zone-national-road", "国道（建筑控制区）", "National road and its building control zone"),
  of("zone-provincial-road", "省道（建筑控制区）", "Provincial road and its building control zone"),
  of("zone-county-road", "县道（建筑控制区）", "County road and its building control zone"),
  of("zone-township-road", "乡道（建筑控制区）", "Township road and its building control zone"),
  of("zone-rail-high-speed", "高速铁路（线路安全保护区）", "High-speed railway and its protection zone"),
  of("zone-rail", "其他铁路（线路安全保护区）", "Other railway and its protection zone"),
] as const satisfies readonly ObjectClass[];

/** What has to be kept away from. Each is atomic: a row of a standard names as many of them as it means. */
export const TARGET_CLASSES = [
  of("civil-high-1", "一类高层民用建筑", "High-rise civil building, class 1"),
  of("civil-high-2", "二类高层民用建筑", "High-rise civil building, class 2"),
  of("civil-low-12", "裙房、单多层民用建筑（一、二级）", "Lower civil building, fire rating 1-2"),
  of("civil-low-3", "单多层民用建筑（三级）", "Lower civil building, fire rating 3"),
  of("civil-low-4", "单多层民用建筑（四级）", "Lower civil building, fire rating 4"),
  of("important-public", "重要公共建筑", "Important public building"),
  of("crowded-place", "人员密集场所", "Crowded place"),
  of("protected-1", "一类保护物", "Protected object, class 1"),
  of("protected-2", "二类保护物", "Protected object, class 2"),
  of("protected-3", "三类保护物", "Protected object, class 3"),
  of("settlement", "居住区、村镇（1000人或300户以上）", "Settlement of 1000 people or 300 households"),
  of("village", "居民区、公共福利设施、村庄", "Residential area, welfare facility or village"),
  of("open-flame", "明火或散发火花地点", "Open flame or sparks"),
  of("store-a", "甲类仓库", "Class A store"),
  of("plant-a", "甲类厂房", "Class A factory building"),
  of("works-b", "乙类厂房、仓库", "Class B factory or store"),
  of("works-low-12", "丙、丁、戊类厂房、仓库（一、二级）", "Class C to E factory or store, rating 1-2"),
  of("works-low-3", "丙、丁、戊类厂房、仓库（三级）", "Class C to E factory or store, rating 3"),
  of("works-low-4", "丙、丁、戊类厂房、仓库（四级）", "Class C to E factory or store, rating 4"),
  of("works-high", "高层厂房、仓库", "High-rise factory or store"),
  of("tank-ab", "甲、乙类液体储罐", "Class A or B liquid tank"),
  of("tank-c", "丙类液体储罐", "Class C liquid tank"),
  of("gas-holder", "可燃气体储罐", "Gas holder"),
  of("stack-yard", "可燃材料堆场", "Yard of combustible material"),
  of("stack-straw", "秸秆、芦苇、打包废纸等易燃材料堆场", "Yard of straw, reed, waste paper and the like"),
  of("transformer-yard", "室外变、配电站", "Outdoor substation"),
  of("factory", "工业企业、相邻工厂（围墙或用地边界）", "Neighbouring factory"),
  of("rail-national", "国家铁路线（厂外铁路线）", "National railway"),
  of("rail-works", "企业专用铁路线", "Works railway"),
  of("rail-yard", "铁路编组站", "Marshalling yard"),
  of("motorway", "高速公路", "Motorway"),
  of("highway-1", "一级公路", "Highway, grade 1"),
  of("highway-12", "一、二级公路（国道、省道）", "Highway, grade 1 or 2 (national, provincial)"),
  of("highway-34", "三、四级公路（县乡道）", "Highway, grade 3 or 4 (county, township)"),
  of("street-main", "快速路、主干路", "Urban expressway or arterial"),
  of("street-minor", "次干路、支路", "Urban secondary road or local street"),
  of("road-inside-main", "厂内主要道路", "Main road inside the works"),
  of("road-inside-minor", "厂内次要道路", "Minor road inside the works"),
  of("bridge", "公路渡口和中型以上桥梁", "Ferry or medium and larger highway bridge"),
  of("tunnel", "公路隧道上方和洞口", "Highway tunnel"),
  of("power-line", "架空电力线路", "Overhead power line"),
  of("comm-line", "Ⅰ、Ⅱ级国家架空通信线路", "National overhead communication line"),
  of("waterway", "通航江河海岸边", "Bank of a navigable river or coast"),
  of("oil-pipeline", "地区埋地输油管道（原油、成品油）", "Buried oil pipeline"),
  of("lpg-pipeline", "地区埋地输油管道（液化烃）", "Buried liquefied hydrocarbon pipeline"),
  of("gas-pipeline", "地区埋地输气管道", "Buried gas pipeline"),
  of("jetty", "装卸油品码头（前沿）", "Oil jetty"),
  of("fire-station", "消防站（建设用地边界）", "Fire station"),
  of("any-building", "建筑物、构筑物", "Any building"),
] as const satisfies readonly ObjectClass[];

export type HazardClass = (typeof HAZARD_CLASSES)[number]["id"];
export type TargetClass = (typeof TARGET_CLASSES)[number]["id"];

/** From or to what a distance is measured: without it a number is worth nothing. */
export const MEASURE_POINTS = [
  of("outer-wall", "建筑外墙（凸出的可燃构件外缘）", "Outer wall"),
  of("tank-wall", "最近储罐外壁", "Wall of the nearest tank"),
  of("stack-edge", "最近堆垛外缘", "Edge of the nearest stack"),
  of("unit-edge", "最外侧设备外缘或建筑物最外侧轴线", "Outermost equipment or axis"),
  of("flare-centre", "火炬筒中心", "Centre of the flare stack"),
  of("equipment", "设备或管口中心", "Equipment or opening"),
  of("site-boundary", "围墙或用地边界", "Fence or site boundary"),
  of("outermost-building", "居住区、工厂最外侧建筑物外墙", "Outermost building of the area"),
  of("rail-centre", "铁路中心线", "Rail centre line"),
  of("embankment-foot", "路堤坡脚（路堑坡顶、桥梁外侧）", "Foot of the railway embankment"),
  of("road-edge", "道路路边（行车道边缘）", "Carriageway edge"),
  of("road-land-edge", "公路用地外缘", "Outer edge of the highway's land"),
  of("line-centre", "线路中心线", "Line centre"),
  of("pipe-centre", "管道中心线", "Pipe centre line"),
  of("bank", "岸边", "Bank"),
  of("structure-edge", "构筑物外缘", "Edge of the structure"),
] as const satisfies readonly ObjectClass[];
export type MeasurePoint = (typeof MEASURE_POINTS)[number]["id"];

const titles = new Map<string, Title>([...HAZARD_CLASSES, ...TARGET_CLASSES].map(({ id, title }) => [id, title]));
const pointTitles = new Map<string, Title>(MEASURE_POINTS.map(({ id, title }) => [id, title]));

/** @throws RangeError for an id that is no class. */
export function classTitle(id: HazardClass | TargetClass): Title {
  const title = titles.get(id);
  if (!title) throw new RangeError(`no object class ${id}`);
  return title;
}

/** @throws RangeError for an id that is no point of measuring. */
export function measureTitle(id: MeasurePoint): Title {
  const title = pointTitles.get(id);
  if (!title) throw new RangeError(`no point of measuring ${id}`);
  return title;
}
