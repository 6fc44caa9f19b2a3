/**
 * Eight hexadecimal digits that change when the content does (FNV-1a over the code points of its JSON): two offices tell by
 * them whether they hold the same rules. They tell of slips, not of forgery.
 */
export function digestOf(content: unknown): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(content)) {
    hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, "0");
}
