import type { PlaceKind } from "./block-fillers.ts";

/** Where a unit sits: on a plot, in a hall, in a shop, on a farm, or in a place of that kind. */
export type Where = "plot" | "chemical" | "hall" | "shop" | "village" | "farm" | PlaceKind;

/** A kind of supervised unit. */
export interface Trade {
  readonly sector: string;
  readonly count: number;
  readonly where: readonly Where[];
  readonly endings: readonly string[];
  /** Most people at work. */
  readonly largest: number;
  readonly dangers?: { readonly chemicals?: number; readonly dust?: number; readonly confined?: number };
}

/** How the supervised units spread over the 22 plans, and where each trade is found. */
export const TRADES: readonly Trade[] = [
  { sector: "1", count: 24, where: ["school"], endings: ["学校"], largest: 260 },
  { sector: "1", count: 16, where: ["kindergarten"], endings: ["幼儿园"], largest: 60 },
  { sector: "1", count: 4, where: ["college"], endings: ["职业学校"], largest: 420 },
  { sector: "1", count: 24, where: ["shop"], endings: ["教育培训中心"], largest: 30 },
  {
    sector: "2",
    count: 12,
    where: ["hall", "shop"],
    endings: ["爆破工程公司", "保安服务公司", "驾驶员培训学校"],
    largest: 80,
  },
  { sector: "3", count: 10, where: ["elderly-care"], endings: ["养老服务中心"], largest: 60 },
  { sector: "3", count: 14, where: ["shop"], endings: ["康复服务中心", "殡葬服务公司"], largest: 30 },
  {
    sector: "4",
    count: 10,
    where: ["farm"],
    endings: ["砂石料场", "页岩砖厂"],
    largest: 60,
    dangers: { confined: 0.2 },
  },
  {
    sector: "5",
    count: 30,
    where: ["plot", "chemical", "hall"],
    endings: ["环保科技公司", "危废处置公司", "再生资源公司"],
    largest: 120,
    dangers: { chemicals: 0.3, confined: 0.7 },
  },
  { sector: "6", count: 46, where: ["estate"], endings: ["物业服务公司", "建筑工程项目部"], largest: 140 },
  {
    sector: "6",
    count: 48,
    where: ["hall", "plot"],
    endings: ["建筑安装公司", "商品混凝土公司", "燃气工程公司"],
    largest: 160,
    dangers: { confined: 0.3 },
  },
  {
    sector: "7",
    count: 86,
    where: ["hall", "plot", "hall"],
    endings: ["货运公司", "物流公司", "危货运输公司", "客运公司", "汽车维修公司"],
    largest: 220,
    dangers: { chemicals: 0.12 },
  },
  { sector: "8", count: 14, where: ["farm", "village"], endings: ["水利工程公司", "灌区管理站"], largest: 40 },
  {
    sector: "9",
    count: 58,
    where: ["village", "farm"],
    endings: ["农民专业合作社", "农机服务公司", "养殖专业合作社", "种业公司"],
    largest: 40,
    dangers: { confined: 0.25 },
  },
  {
    sector: "9",
    count: 34,
    where: ["hall"],
    endings: ["饲料公司", "屠宰加工公司", "种业公司"],
    largest: 120,
    dangers: { confined: 0.35, dust: 0.15 },
  },
  {
    sector: "10",
    count: 44,
    where: ["mall", "market", "hotel"],
    endings: ["商贸公司", "酒店管理公司", "市场管理公司"],
    largest: 180,
  },
  {
    sector: "10",
    count: 150,
    where: ["shop"],
    endings: ["餐饮店", "火锅店", "超市", "烧烤店", "宾馆", "商行"],
    largest: 40,
  },
  {
    sector: "11",
    count: 44,
    where: ["shop", "culture"],
    endings: ["网吧", "歌舞娱乐公司", "旅行社", "影院"],
    largest: 50,
  },
  { sector: "12", count: 20, where: ["hospital"], endings: ["医院"], largest: 700, dangers: { chemicals: 0.4 } },
  { sector: "12", count: 28, where: ["shop", "village"], endings: ["诊所", "卫生院", "托育中心"], largest: 40 },
  {
    sector: "13",
    count: 34,
    where: ["chemical", "plot"],
    endings: ["化工公司", "精细化工公司", "新材料公司", "农药公司", "气体公司"],
    largest: 420,
    dangers: { chemicals: 1, confined: 0.8, dust: 0.15 },
  },
  {
    sector: "14",
    count: 120,
    where: ["plot"],
    endings: [
      "玉米生物科技公司",
      "铝业公司",
      "装备制造公司",
      "木业公司",
      "乳业公司",
      "肉业公司",
      "纺织公司",
      "铸造公司",
    ],
    largest: 900,
    dangers: { dust: 0.35, confined: 0.45, chemicals: 0.1 },
  },
  {
    sector: "14",
    count: 92,
    where: ["hall"],
    endings: ["机械加工厂", "家具厂", "食品厂", "包装厂", "建材厂", "服装厂"],
    largest: 140,
    dangers: { dust: 0.35, confined: 0.25 },
  },
  {
    sector: "15",
    count: 9,
    where: ["hall"],
    endings: ["供热公司", "公交公司", "供水公司"],
    largest: 400,
    dangers: { confined: 0.5 },
  },
  { sector: "15", count: 9, where: ["office"], endings: ["城市建设投资公司", "资产运营公司"], largest: 120 },
  {
    sector: "16",
    count: 32,
    where: ["hall"],
    endings: ["气瓶充装站", "锅炉安装公司", "特种设备租赁公司"],
    largest: 50,
    dangers: { chemicals: 0.3 },
  },
  { sector: "16", count: 28, where: ["shop"], endings: ["电梯维保公司", "特种设备检测公司"], largest: 30 },
  { sector: "17", count: 4, where: ["sports-venue"], endings: ["体育发展公司"], largest: 60 },
  { sector: "17", count: 12, where: ["shop"], endings: ["健身中心", "游泳馆", "滑冰馆"], largest: 30 },
  { sector: "18", count: 2, where: ["farm"], endings: ["人影作业点"], largest: 8 },
  { sector: "18", count: 2, where: ["shop"], endings: ["防雷检测公司"], largest: 15 },
  {
    sector: "19",
    count: 16,
    where: ["plot", "farm"],
    endings: ["粮食储备库", "粮油购销公司"],
    largest: 90,
    dangers: { dust: 0.9, confined: 0.9, chemicals: 0.5 },
  },
  {
    sector: "20",
    count: 6,
    where: ["plot"],
    endings: ["热电公司", "生物质发电公司"],
    largest: 320,
    dangers: { confined: 0.9, dust: 0.5 },
  },
  { sector: "20", count: 14, where: ["farm"], endings: ["风电公司", "光伏电站"], largest: 30 },
  { sector: "20", count: 16, where: ["hall"], endings: ["电力工程公司", "储能科技公司"], largest: 90 },
  { sector: "21", count: 14, where: ["farm", "village"], endings: ["苗木公司", "林场"], largest: 30 },
  {
    sector: "22",
    count: 40,
    where: ["shop"],
    endings: ["小旅馆", "小作坊", "消防技术服务公司", "仓储服务部"],
    largest: 25,
  },
];
