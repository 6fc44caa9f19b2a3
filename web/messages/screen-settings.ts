import type { Catalogue } from "./words.ts";

/** What the console says of one screen: its name, how it hangs, and what lets it in. */
interface ScreenSettingsWords {
  readonly settings: string;
  readonly close: string;
  readonly name: string;
  readonly rename: string;
  readonly viewing: string;
  readonly widthM: string;
  readonly distanceM: string;
  readonly viewingHint: string;
  readonly viewingRanges: (width: string, distance: string) => string;
  readonly fromTo: (least: number, most: number) => string;
  readonly usual: string;
  readonly saveViewing: string;
  readonly access: string;
  readonly accessHint: string;
  readonly noTokens: string;
  readonly states: Readonly<Record<"valid" | "revoked" | "expired", string>>;
  readonly madeBy: (person: string, at: string) => string;
  readonly lastUsed: (at: string) => string;
  readonly neverUsed: string;
  readonly until: (at: string) => string;
  readonly forever: string;
  readonly ended: (count: number) => string;
  readonly revokedBy: (person: string, at: string) => string;
  readonly allScenes: string;
  readonly comma: string;
  readonly anyAddress: string;
  readonly scenesOf: string;
  readonly scenesHint: string;
  readonly networks: string;
  readonly networksHint: string;
  readonly networkRefused: (text: string) => string;
  readonly expiry: string;
  readonly make: string;
  readonly made: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyRefused: string;
  readonly revoke: string;
  readonly revokeSure: string;
  readonly remove: string;
  readonly removeSure: (name: string) => string;
  readonly keep: string;
  readonly isScreen: (name: string) => string;
  readonly isRefused: string;
  readonly logOut: string;
}

export const SCREEN_SETTINGS_WORDS: Catalogue<ScreenSettingsWords> = {
  zh: {
    settings: "设置与访问",
    close: "收起",
    name: "屏幕名称",
    rename: "改名",
    viewing: "观看条件",
    widthM: "画面宽（米）",
    distanceM: "观看距离（米）",
    viewingHint: "决定字号；不填则按常见安装推算",
    viewingRanges: (width, distance) => `画面宽 ${width} 米，观看距离 ${distance} 米，两项都要填`,
    fromTo: (least, most) => `${least}～${most}`,
    usual: "按常见安装",
    saveViewing: "保存",
    access: "访问令牌",
    accessHint: "大屏主机用带令牌的地址登录：只能读取，可随时吊销",
    noTokens: "还没有访问令牌",
    states: { valid: "有效", revoked: "已吊销", expired: "已过期" },
    madeBy: (person, at) => `${person} 创建于 ${at}`,
    lastUsed: (at) => `最近使用 ${at}`,
    neverUsed: "尚未使用",
    until: (at) => `有效期至 ${at}`,
    forever: "长期有效",
    ended: (count) => `已失效 ${count} 个`,
    revokedBy: (person, at) => `${person} 吊销于 ${at}`,
    allScenes: "全部场景",
    comma: "、",
    anyAddress: "任意地址",
    scenesOf: "可显示的场景",
    scenesHint: "不选为全部场景；未选“突发事件”的屏幕不会被告警接管",
    networks: "允许的地址或网段",
    networksHint: "如 10.1.2.0/24，用逗号或空格分开；不填为任意地址",
    networkRefused: (text) => `“${text}”不是地址或网段，应如 10.1.2.7、10.1.2.0/24 或 fd00::/8`,
    expiry: "有效期至（不选为长期）",
    make: "创建令牌",
    made: "此地址只显示这一次，请在大屏主机上打开：",
    copy: "复制",
    copied: "已复制",
    copyRefused: "浏览器不允许复制，请手动选取",
    revoke: "吊销",
    revokeSure: "吊销后，用它登录的屏幕立即停止显示",
    remove: "撤下屏幕",
    removeSure: (name) => `撤下“${name}”？它的令牌一并失效，正在显示的画面立即停止`,
    keep: "保留",
    isScreen: (name) => `本浏览器已作为屏幕“${name}”登录，只能读取，不能下达指令`,
    isRefused: "本浏览器带有已失效的屏幕登录，服务器不予应答",
    logOut: "退出屏幕登录",
  },
  en: {
    settings: "Settings and access",
    close: "Close",
    name: "Name of the screen",
    rename: "Rename",
    viewing: "How it hangs",
    widthM: "Picture width (m)",
    distanceM: "Read from (m)",
    viewingHint: "Sets the size of the type; empty: as screens of its size usually hang",
    viewingRanges: (width, distance) => `Say both: the picture ${width} m wide, read from ${distance} m`,
    fromTo: (least, most) => `${least} to ${most}`,
    usual: "As usual",
    saveViewing: "Save",
    access: "Access tokens",
    accessHint: "The machine behind a screen logs in by an address with a token: to read only, until it is revoked",
    noTokens: "No token yet",
    states: { valid: "valid", revoked: "revoked", expired: "expired" },
    madeBy: (person, at) => `made by ${person}, ${at}`,
    lastUsed: (at) => `last used ${at}`,
    neverUsed: "never used",
    until: (at) => `until ${at}`,
    forever: "without end",
    ended: (count) => `${count} that have ended`,
    revokedBy: (person, at) => `revoked by ${person}, ${at}`,
    allScenes: "every scene",
    comma: ", ",
    anyAddress: "any address",
    scenesOf: "Scenes it may show",
    scenesHint: "None chosen: every scene. Without the incident scene no alarm takes the screen over",
    networks: "Addresses or ranges",
    networksHint: "Such as 10.1.2.0/24, separated by commas or spaces; empty: any address",
    networkRefused: (text) => `“${text}” is no address or range such as 10.1.2.7, 10.1.2.0/24 or fd00::/8`,
    expiry: "Until (none: without end)",
    make: "Make a token",
    made: "This address is shown only this once. Open it on the machine behind the screen:",
    copy: "Copy",
    copied: "Copied",
    copyRefused: "The browser does not let copy: select it by hand",
    revoke: "Revoke",
    revokeSure: "The screen that logged in with it goes dark at once",
    remove: "Take the screen down",
    removeSure: (name) => `Take “${name}” down? Its tokens end with it, and what it shows goes dark at once`,
    keep: "Keep",
    isScreen: (name) => `This browser is logged in as the screen “${name}”: it may read, and gives no commands`,
    isRefused: "This browser holds the login of a screen that is over: the server does not answer it",
    logOut: "Log the screen out",
  },
};
