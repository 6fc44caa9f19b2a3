/** Characters that XML 1.0 cannot hold, not even as references. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** A text for an element or a quoted attribute. What XML cannot hold becomes U+FFFD, which says that something was there. */
export const escapeXml = (text: string): string =>
  text
    .replace(IMPOSSIBLE, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    // A carriage return that stands there as itself is read as a line feed.
    .replaceAll("\r", "&#13;");
