import type { TokenRefusal } from "../api-screen.ts";
import type { Catalogue } from "./words.ts";

/** What a screen says that is not let in, may not show everything, or has failed. */
interface ScreenAccessWords {
  readonly asking: string;
  readonly withdrawn: string;
  readonly withdrawnHint: string;
  readonly reasons: Readonly<Record<TokenRefusal | "left", string>>;
  readonly withheld: (scene: string) => string;
  readonly noneLeft: string;
  readonly failedPanel: string;
  readonly failedOverlay: string;
  readonly failedPage: string;
}

export const SCREEN_ACCESS_WORDS: Catalogue<ScreenAccessWords> = {
  zh: {
    asking: "正在连接服务器…",
    withdrawn: "本屏幕的访问权限已被收回",
    withdrawnHint: "请联系大屏控制台的值班人员；恢复后本屏自动显示",
    reasons: {
      unknown: "访问令牌无效",
      revoked: "访问令牌已吊销",
      expired: "访问令牌已过期",
      address: "访问令牌不允许从本机地址使用",
      left: "登录已失效",
    },
    withheld: (scene) => `“${scene}”不在本屏幕获准的场景之内`,
    noneLeft: "本屏幕获准的场景均已不存在，请在大屏控制台重新授权",
    failedPanel: "本面板出错，一分钟后重试；其余面板不受影响",
    failedOverlay: "地图上的一项叠加内容出错，一分钟后重试",
    failedPage: "画面出错，半分钟后自动重试",
  },
  en: {
    asking: "Connecting to the server…",
    withdrawn: "Access for this screen was withdrawn",
    withdrawnHint: "Ask at the console of the wall; the screen comes back by itself",
    reasons: {
      unknown: "No screen has this token",
      revoked: "Its token was revoked",
      expired: "Its token has expired",
      address: "Its token may not be used from the address of this machine",
      left: "Its login is gone",
    },
    withheld: (scene) => `“${scene}” is not among the scenes that this screen may show`,
    noneLeft: "None of the scenes that this screen may show exists any more: give it a new token at the console",
    failedPanel: "This panel has failed and tries again in a minute; the others go on",
    failedOverlay: "Something drawn on the map has failed and tries again in a minute",
    failedPage: "The page has failed and tries again in half a minute",
  },
};
