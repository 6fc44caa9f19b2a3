const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID in 22 characters that an address needs not escape; `null` when the text is no UUID. */
export function packId(id: string): string | null {
  if (!UUID.test(id)) return null;
  const bytes = id.replaceAll("-", "").match(/../g)!;
  const binary = String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16)));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The UUID again; `null` when the text is no packed one. */
export function unpackId(text: string): string | null {
  // The last of 22 characters carries four bits only: others would be a second spelling of the same id.
  if (!/^[\w-]{21}[AQgw]$/.test(text)) return null;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  const hex = Array.from(binary, (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
