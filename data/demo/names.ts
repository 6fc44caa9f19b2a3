import type { Random } from "./random.ts";

/** Neutral words that make invented names. None is meant to point to a real place or firm. */
const WORDS = (
  "晨光 和顺 启明 安澜 长宁 嘉禾 云溪 青禾 宏远 康宁 永泰 丰泽 明德 致远 思源 望北 临河 沐阳 润泽 兴业 创新 瑞丰 景和 朝阳 " +
  "松涛 柳岸 白杨 金穗 银杏 远航 同心 和平 春晖 秋实 夏荷 冬青 星河 月湾 旭日 祥云 福临 吉庆 平川 广源 清泉 碧水 绿野 蓝天 " +
  "富民 惠民 安居 乐业 文昌 崇文 尚武 勤学 笃行 敬业 诚信 友谊 团结 奋进 开拓 腾飞 凌云 鸿雁 飞鹰 骏马 牧歌 草原 沙柳 榆林 " +
  "胡杨 芦苇 红柳 丁香 海棠 玉兰 牡丹 百合 茉莉 桂花 石榴 山楂 杏林 桃源 梨园 枣园 麦香 稻香 高粱 大豆 向阳 迎宾 望江 听涛 " +
  "观澜 揽月 逐日 追风 踏雪 寻梅 问渠 怀远 承德里 博雅 文汇 书香 翰林 墨香 知行 求是 励志 自强 厚德 明理 守正 和谐 " +
  "锦绣 华章 彩虹 晴川 沃野 丰年 瑞雪 时雨 和风 清风 朗月 明珠 翡翠 琥珀 玛瑙 珊瑚 水晶 白云 青山 黑土 金沙 银滩 " +
  "学海 智谷 科创 数源 新源 新城 新民 新盛 新业 大有 大成 大同 永安 永宁 永兴 永丰 长兴 长顺 长乐 长青 东升 东盛 南湖 南园 西林 西园 北辰 北苑"
).split(" ");

const LANE_PLACES = ["东", "西", "南", "北", "前", "后", "中"];

/** Hands out names, each once. */
export interface StreetNames {
  /** A street of a grid: along (east-west) ends in 街, across (north-south) in 路, main ones in 大街 and 大路. */
  street(heading: "along" | "across", main: boolean): string;
}

export function createStreetNames(random: Random, taken: readonly string[]): StreetNames {
  const used = new Set(taken);
  const endings = {
    along: { main: ["大街"], minor: ["街", "胡同", "小街"] },
    across: { main: ["大路"], minor: ["路", "巷", "小路"] },
  };
  const words = random.shuffled(WORDS);
  let position = 0;
  return {
    street(heading, main) {
      for (const ending of endings[heading][main ? "main" : "minor"])
        for (let tries = 0; tries < words.length; tries++) {
          const name = `${words[position++ % words.length]}${ending}`;
          if (used.has(name)) continue;
          used.add(name);
          return name;
        }
      throw new RangeError("no street name left");
    },
  };
}

const VILLAGE_HEADS =
  "青禾 沙柳 白杨 红柳 榆树 柳毛 苇子 平川 金穗 丰年 牧歌 大有 小河 东沟 西甸 南洼 北坨 长岗 双井 三合 四方 五家 六合 七棵树 八里 新立 新艾 太平 吉庆 福兴 永胜 前进 后屯 上甸 下洼 沿河 靠山 望海 敖包 查干".split(
    " ",
  );
const VILLAGE_ENDS = ["嘎查", "村", "屯"];

/** Names of villages, each once. */
export function villageNames(random: Random, count: number): string[] {
  return random
    .shuffled(VILLAGE_HEADS)
    .slice(0, count)
    .map((head, i) => `${head}${VILLAGE_ENDS[i % VILLAGE_ENDS.length]}`);
}

export const laneName = (place: string, index: number, across: boolean): string =>
  across ? `${place}${LANE_PLACES[index % LANE_PLACES.length]}大道` : `${place}${index + 1}巷`;

/** A word for a firm, an estate, a school; repeats are told apart by what follows. */
export const properWord = (random: Random): string => random.pick(WORDS);

const STEMS = [..."甲乙丙丁戊己庚辛壬癸"];
const NUMERALS = [..."一二三四五六七八九十"];

/** Persons of the demonstration are letters, not names. */
export const personName = (random: Random): string => `演示${random.pick(STEMS)}${random.pick(NUMERALS)}`;

/** Area code 000 is not assigned to anyone. */
export const phoneNumber = (random: Random): string => `000-${String(random.integer(0, 99_999_999)).padStart(8, "0")}`;
