import type { Catalogue } from "./words.ts";

/** What is said about one feature, in the panel and on the card beside the pointer. */
interface DetailWords {
  readonly title: string;
  readonly nothing: string;
  readonly hints: readonly string[];
  readonly unknown: string;
  readonly yes: string;
  readonly no: string;
  readonly masked: string;
  readonly maskedHint: string;
  readonly gone: string;
  readonly goneHint: string;
  readonly loading: string;
  readonly fromPage: string;
  readonly again: string;
  readonly filtered: string;
  readonly layerOff: string;
  readonly switchOn: string;
  readonly zoomTo: string;
  readonly rings: string;
  readonly select: string;
  readonly deselect: string;
  readonly attributes: string;
  readonly place: string;
  readonly record: string;
  readonly history: string;
  readonly code: string;
  readonly name: string;
  readonly district: string;
  readonly source: string;
  readonly observedOn: string;
  readonly age: (days: number) => string;
  readonly overdue: (refreshDays: number) => string;
  readonly positionErrorM: string;
  readonly position: string;
  readonly copy: string;
  readonly copied: string;
  readonly stake: string;
  readonly noStake: (withinM: number) => string;
  readonly onRoad: string;
  readonly beside: (direction: string, distance: string) => string;
  /** From north clockwise, eight of them. */
  readonly directions: readonly string[];
  readonly revision: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly substance: string;
  readonly cas: string;
  readonly tonnes: string;
  readonly substances: (count: number) => string;
  readonly actions: Readonly<Record<"added" | "changed" | "removed", string>>;
  readonly geometry: string;
  readonly moved: (distance: string) => string;
  readonly reshaped: string;
  readonly noFields: string;
  readonly nobody: string;
  readonly reason: (text: string) => string;
}

export const DETAIL_WORDS: Catalogue<DetailWords> = {
  zh: {
    title: "详情",
    nothing: "还没有选中要素",
    hints: [
      "在地图上单击一个符号，这里显示它的台账内容、位置和变更记录。",
      "也可以按 / 键搜索名称、编号、地址、桩号或经纬度。",
      "键盘焦点在地图上时，按回车打开离十字最近的要素。",
    ],
    unknown: "未知",
    yes: "是",
    no: "否",
    masked: "已登记，不公开",
    maskedHint: "个人信息：台账中有，此处隐去",
    gone: "这个要素已不在台账中",
    goneHint: "它可能已被删除，或链接来自另一个数据库。",
    loading: "正在读取…",
    fromPage: "服务器没有答复，以下是本页已载入的内容",
    again: "重试",
    filtered: "当前筛选或时间范围不显示它",
    layerOff: "所在图层未打开",
    switchOn: "打开图层",
    zoomTo: "缩放到此处",
    rings: "以此做缓冲分析",
    select: "加入选择",
    deselect: "移出选择",
    attributes: "属性",
    place: "位置",
    record: "数据来源",
    history: "变更记录",
    code: "编号",
    name: "名称",
    district: "镇街",
    source: "来源",
    observedOn: "数据日期",
    age: (days) =>
      days === 0
        ? "今天"
        : days < 0
          ? `${-days} 天后`
          : days < 60
            ? `${days} 天前`
            : days < 730
              ? `${Math.floor(days / 30.44)} 个月前`
              : `${Math.floor(days / 365.25)} 年前`,
    overdue: (refreshDays) => `超过约定的 ${refreshDays} 天`,
    positionErrorM: "定位误差",
    position: "经纬度（WGS84）",
    copy: "复制",
    copied: "已复制",
    stake: "就近桩号",
    noStake: (withinM) => `${withinM} m 内没有带桩号的道路`,
    onRoad: "在路上",
    beside: (direction, distance) => `${direction} ${distance}`,
    directions: ["北侧", "东北侧", "东侧", "东南侧", "南侧", "西南侧", "西侧", "西北侧"],
    revision: "图层修订号",
    changedAt: "入库时间",
    changedBy: "入库人",
    substance: "物质",
    cas: "CAS 号",
    tonnes: "最大量 t",
    substances: (count) => `${count} 种`,
    actions: { added: "新增", changed: "修改", removed: "删除" },
    geometry: "位置与范围",
    moved: (distance) => `移动 ${distance}`,
    reshaped: "范围有变化，中心未动",
    noFields: "重新交付，内容无变化",
    nobody: "未记录",
    reason: (text) => `原因：${text}`,
  },
  en: {
    title: "Details",
    nothing: "No feature chosen",
    hints: [
      "Click a symbol on the map: its ledger entry, place and history appear here.",
      "Or press / to search for a name, code, address, stake or position.",
      "With the keyboard on the map, Enter opens the feature nearest to the cross.",
    ],
    unknown: "unknown",
    yes: "yes",
    no: "no",
    masked: "on record, withheld",
    maskedHint: "Personal: the ledger has it, and it is not shown here",
    gone: "This feature is no longer in the ledger",
    goneHint: "It may have been removed, or the link comes from another database.",
    loading: "Reading…",
    fromPage: "The server does not answer; this is what the page had loaded",
    again: "Try again",
    filtered: "The present filter or period does not show it",
    layerOff: "Its layer is off",
    switchOn: "Switch it on",
    zoomTo: "Zoom to it",
    rings: "Rings around it",
    select: "Add to selection",
    deselect: "Take out of selection",
    attributes: "Attributes",
    place: "Place",
    record: "Record",
    history: "History",
    code: "Code",
    name: "Name",
    district: "District",
    source: "Source",
    observedOn: "Observed on",
    age: (days) =>
      days === 0
        ? "today"
        : days < 0
          ? `${-days} days ahead`
          : days < 60
            ? `${days} days ago`
            : days < 730
              ? `${Math.floor(days / 30.44)} months ago`
              : `${Math.floor(days / 365.25)} years ago`,
    overdue: (refreshDays) => `older than the agreed ${refreshDays} days`,
    positionErrorM: "Position error",
    position: "Position (WGS84)",
    copy: "Copy",
    copied: "Copied",
    stake: "Nearest stake",
    noStake: (withinM) => `No road with stakes within ${withinM} m`,
    onRoad: "on the road",
    beside: (direction, distance) => `${distance} ${direction}`,
    directions: ["north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"],
    revision: "Layer revision",
    changedAt: "Recorded at",
    changedBy: "Recorded by",
    substance: "Substance",
    cas: "CAS",
    tonnes: "Maximum t",
    substances: (count) => (count === 1 ? "1 substance" : `${count} substances`),
    actions: { added: "Added", changed: "Changed", removed: "Removed" },
    geometry: "Place and outline",
    moved: (distance) => `moved ${distance}`,
    reshaped: "outline changed, middle unmoved",
    noFields: "Delivered again, nothing changed",
    nobody: "not recorded",
    reason: (text) => `Reason: ${text}`,
  },
};
