import type { WeatherKind } from "#data/wall/feeds/weather-messages.ts";
import type { Catalogue } from "./words.ts";

/** What comes by feeds on a screen: readings and their age, warnings, who is on duty. */
export interface ScreenFeedWords {
  readonly age: (seconds: number) => string;
  readonly readAgo: (age: string) => string;
  readonly silent: (at: string) => string;
  readonly silentSays: string;
  readonly badQuality: string;
  readonly noReading: string;
  readonly raisedBy: (value: string) => string;
  readonly sensorGone: string;
  readonly trace: string;
  readonly noWeatherSource: string;
  readonly noWarning: string;
  readonly noRosterSource: string;
  readonly nobodyOnDuty: string;
  readonly noSensorSource: string;
  readonly weatherKinds: Readonly<Record<WeatherKind, string>>;
  readonly issued: (at: string) => string;
  readonly until: (at: string) => string;
  readonly phoneEnding: (digits: string) => string;
  readonly sourceHeard: (source: string, age: string) => string;
  readonly sourceSilent: (source: string) => string;
  readonly callsFor: string;
  readonly accident: (deaths: string, injuries: string) => string;
  readonly dangerousGoods: string;
  readonly happenedAt: (at: string) => string;
  readonly endsBy: (at: string) => string;
  readonly ended: (at: string) => string;
  readonly incidentKinds: Readonly<Record<"weather" | "accident", string>>;
  readonly areaOnly: string;
}

export const SCREEN_FEED_WORDS: Catalogue<ScreenFeedWords> = {
  zh: {
    age: (seconds) =>
      seconds < 60
        ? `${seconds} 秒`
        : seconds < 3_600
          ? `${Math.floor(seconds / 60)} 分钟`
          : seconds < 172_800
            ? `${Math.floor(seconds / 3_600)} 小时`
            : `${Math.floor(seconds / 86_400)} 天`,
    readAgo: (age) => `${age}前读数`,
    silent: (at) => `传感器 ${at} 起失联`,
    silentSays: "以上不是现在的值",
    badQuality: "传感器自报质量差",
    noReading: "尚无读数",
    raisedBy: (value) => `触发值 ${value}`,
    sensorGone: "传感器已撤，读数不再更新",
    trace: "最近读数，右端为现在",
    noWeatherSource: "没有接入气象预警来源，不知道有无预警",
    noWarning: "当前没有生效或将生效的预警",
    noRosterSource: "没有接入值班表，不知道谁在值班",
    nobodyOnDuty: "值班表上现在没有人",
    noSensorSource: "没有接入监测来源，不知道有无告警",
    weatherKinds: {
      rainstorm: "暴雨",
      snowstorm: "暴雪",
      "cold-wave": "寒潮",
      gale: "大风",
      sandstorm: "沙尘暴",
      "high-temperature": "高温",
      drought: "干旱",
      thunderstorm: "雷电",
      hail: "冰雹",
      frost: "霜冻",
      fog: "大雾",
      haze: "霾",
      "icy-road": "道路结冰",
      other: "其他",
    },
    issued: (at) => `${at} 发布`,
    until: (at) => `至 ${at}`,
    phoneEnding: (digits) => `尾号 ${digits}`,
    sourceHeard: (source, age) => `${source} ${age}前来信`,
    sourceSilent: (source) => `${source} 从未来信`,
    callsFor: "完整电话见值班室通讯录",
    accident: (deaths, injuries) => `死亡 ${deaths} 人，受伤 ${injuries} 人`,
    dangerousGoods: "涉危险货物",
    happenedAt: (at) => `${at} 发生`,
    endsBy: (at) => `无人接警则显示至 ${at}`,
    ended: (at) => `${at} 结束`,
    incidentKinds: { weather: "气象预警", accident: "交通事故" },
    areaOnly: "预警针对区域，没有具体位置",
  },
  en: {
    age: (seconds) =>
      seconds < 60
        ? `${seconds} s`
        : seconds < 3_600
          ? `${Math.floor(seconds / 60)} min`
          : seconds < 172_800
            ? `${Math.floor(seconds / 3_600)} h`
            : `${Math.floor(seconds / 86_400)} d`,
    readAgo: (age) => `read ${age} ago`,
    silent: (at) => `Sensor silent since ${at}`,
    silentSays: "this is not the value now",
    badQuality: "the sensor calls it bad",
    noReading: "no reading yet",
    raisedBy: (value) => `raised by ${value}`,
    sensorGone: "The sensor is gone: no more readings",
    trace: "Last readings; the right edge is now",
    noWeatherSource: "No source of weather warnings is connected: nobody knows",
    noWarning: "No warning holds or will",
    noRosterSource: "No roster is connected: nobody knows who is on duty",
    nobodyOnDuty: "The roster has nobody on duty now",
    noSensorSource: "No source of readings is connected: nobody knows",
    weatherKinds: {
      rainstorm: "Rainstorm",
      snowstorm: "Snowstorm",
      "cold-wave": "Cold wave",
      gale: "Gale",
      sandstorm: "Sandstorm",
      "high-temperature": "Heat",
      drought: "Drought",
      thunderstorm: "Thunderstorm",
      hail: "Hail",
      frost: "Frost",
      fog: "Fog",
      haze: "Haze",
      "icy-road": "Icy roads",
      other: "Other",
    },
    issued: (at) => `issued ${at}`,
    until: (at) => `until ${at}`,
    phoneEnding: (digits) => `phone …${digits}`,
    sourceHeard: (source, age) => `${source} heard ${age} ago`,
    sourceSilent: (source) => `${source} never heard`,
    callsFor: "Whole numbers are in the duty room's directory",
    accident: (deaths, injuries) => `${deaths} dead, ${injuries} hurt`,
    dangerousGoods: "dangerous goods",
    happenedAt: (at) => `at ${at}`,
    endsBy: (at) => `shown until ${at} if nobody takes it`,
    ended: (at) => `over at ${at}`,
    incidentKinds: { weather: "Weather warning", accident: "Accident" },
    areaOnly: "A warning holds for an area, not for a place",
  },
};
