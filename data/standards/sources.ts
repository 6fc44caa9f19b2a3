import type { Title } from "../layers/define.ts";

interface Source {
  readonly title: Title;
  /** Address or name of the copy. */
  readonly copy: string;
}

const of = (zh: string, en: string, copy: string): Source => ({ title: { zh, en }, copy });

/**
 * The copies in which the library's numbers were read, by the number that a row's `source` names. Most are secondary copies of late
 * 2026: none takes the place of the official text.
 */
export const SOURCES: Readonly<Record<string, Source>> = {
  memory: of("凭记忆，未见文本", "From memory, no text at hand", ""),
  S08: of("GB 50016 表3.5.1全表", "GB 50016, table 3.5.1 in full", "cfeks.com/artle/20170422/574630.html"),
  S09: of("GB 50016 表3.4.3、4.2、4.5.3", "GB 50016, tables 3.4.3, 4.2 and 4.5.3", "39.103.169.235/p/039b81516c7d"),
  S10: of(
    "GB 50016 表3.4.1、3.4.2、表3.5.2",
    "GB 50016, tables 3.4.1 and 3.5.2, clause 3.4.2",
    "233.com/cfe/zhishiku/1140/202401/10095414193883.html",
  ),
  S11: of(
    "GB 50016 表4.2.1（部分）、道路间距",
    "GB 50016, table 4.2.1 in part, distances to roads",
    "建、构筑物防火间距一般规定条文",
  ),
  S12: of("GB 50016 4.4条的注（旧版）", "GB 50016, notes of 4.4 (older edition)", "gf.1190119.com/article-26904.htm"),
  S13: of(
    "GB 50156-2012(2014) 表4.0.4全表",
    "GB 50156-2012(2014), table 4.0.4 in full",
    "renrendoc.com/p-57371501.html",
  ),
  S15: of("GB 51142-2015 5.2.8", "GB 51142-2015, clause 5.2.8", "zzguifan.com/webarbs/book/82604/2307734.shtml"),
  S16: of("旧的地方瓶装液化石油气站规定", "Old local rule for bottled LPG stations", "fymate.net (168206/16820626_1)"),
  S17: of("GB 50160 火炬间距", "GB 50160, distances of flares", "m.shouchaobaoquan.com"),
  S18: of(
    "GB 50160-2008(2018) 公告、附录A",
    "GB 50160-2008(2018), notice and annex A",
    "m.jianbiaoku.com/webarbs/book/372/4022123.shtml",
  ),
  S19b: of("石油库考试笔记", "Examination notes on oil depots", "auscyc.com/wx730/718018.html"),
  S21b: of("GB 55037-2022 3.1.3（摘录）", "GB 55037-2022, clause 3.1.3 (excerpt)", ""),
  S24: of(
    "公路安全保护条例第11、14、17、18条",
    "Highway safety protection regulations, articles 11, 14, 17 and 18",
    "m.bdocx.com/down/13844270.html",
  ),
  S29: of("建标152-2017 第14、15条", "建标152-2017, articles 14 and 15", "guoturen.com/wenti-3369.html"),
};
