import { SOURCES } from "./sources.ts";

type Source = (typeof SOURCES)[string];

const of = (zh: string, en: string, copy: string): Source => ({ title: { zh, en }, copy });

/** The copies in which the numbers beside the spacing rules were read: substances, classes, limits, thresholds and formulas. */
export const FORMULA_SOURCES: Readonly<Record<string, Source>> = {
  memory: SOURCES.memory!,
  S02: of(
    "GB 18218-2018 表1至表6（公开代码库中的数据文件，识别自扫描件）",
    "GB 18218-2018, tables 1 to 6, a data file in a public repository, read from a scan",
    "gb18218-chemicals.js",
  ),
  S05: of(
    "国家安全监管总局2014年第13号公告 可接受风险标准",
    "Notice no. 13 of 2014, acceptable risk criteria",
    "xiaomilidoc.com/p-11711105.html",
  ),
  S07: of("GB/T 37243-2019 范围、目次", "GB/T 37243-2019, scope and contents", "fishsky.com.cn/anquanbz/2084.html"),
  S22: of("GB 32167-2015 高后果区分级", "GB 32167-2015, high consequence areas", "renrendoc.com/paper/229225086.html"),
  S49: of("GB 6722-2014 13.3", "GB 6722-2014, 13.3", "m.jianbiaoku.com/webarbs/book/24695/4803193.shtml"),
  S52: of(
    "英国HSE土地利用规划方法（首页）",
    "HSE's land use planning methodology, first page",
    "hse.gov.uk/landuseplanning/methodology.htm",
  ),
};
