/** GB 18218-2018, annex: people are counted within this distance of the boundary. Metres. */
export const REACH_M = 500;

export const COUNTED = ["protection-targets", "houses", "enterprises"];
