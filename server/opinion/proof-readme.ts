import type { Opinion } from "./opinion.ts";

const DEMO = {
  zh: "演示数据：名称和数字均为虚构，不是真实意见。",
  en: "Demonstration data: names and figures are invented; this is no real opinion.",
};

/** What a person who was handed the bundle has to know. */
export function proofReadme({ number, by, at, proposal, demo }: Opinion): string {
  return [
    ...(demo ? [DEMO.zh, DEMO.en, ""] : []),
    `证明包：${number}`,
    `项目：${proposal.name}　签署：${by}　时间：${at}`,
    "",
    "本包包含得出该意见所用的全部输入和结果，无需数据库和网络即可复算：",
    "  opinion.json      签署信息、图层版本和数据日期",
    "  proposal.json     拟建项目（边界、用途、主张的减距及依据）",
    "  parameters.json   分析名称与参数",
    "  answer.json       当时的结果",
    "  rules.json        规则来源（专家意见、本地规则）和生效的每一条规则",
    "  snapshots/        所读图层中与结果有关的要素（Arrow，gzip 压缩）",
    "  manifest.json     每个文件的 SHA-256 校验值",
    "复算：在本软件目录下运行  npm run verify-proof -- 文件名.zip",
    "结果：0 相同；2 不同（逐项列出）；1 不是证明包或已损坏（指出文件）。",
    "整包的 SHA-256 应与意见登记中的校验值一致。",
    "",
    `Proof of ${number}: ${proposal.name}, signed by ${by} at ${at}`,
    "",
    "This bundle holds every input and result of the opinion; it is worked out again without database or network:",
    "  opinion.json      who signed, revisions and data dates of the layers",
    "  proposal.json     the proposal: boundary, use, claimed reliefs and their evidence",
    "  parameters.json   analyses and their parameters",
    "  answer.json       what they answered",
    "  rules.json        what the rules are made of, and each rule in force",
    "  snapshots/        the features of the layers that matter to the answer (Arrow, gzipped)",
    "  manifest.json     SHA-256 of each file",
    "To verify, in the folder of the program:  npm run verify-proof -- FILE.zip",
    "Exit code 0: same answer; 2: another answer, named; 1: not a bundle, or damaged (the file is named).",
    "The SHA-256 of the whole zip is the one that the register of opinions states.",
    "",
  ].join("\r\n");
}
