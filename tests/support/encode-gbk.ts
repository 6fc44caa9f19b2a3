const table = new Map<string, readonly [number, number]>();

/** Text in GBK, by the decoder of the platform read backwards. */
export function encodeGbk(text: string): Buffer {
  if (table.size === 0) fillTable();
  return Buffer.from(
    [...text].flatMap((character) => {
      if (character < "\u0080") return [character.charCodeAt(0)];
      const pair = table.get(character);
      if (!pair) throw new RangeError(`${character} is not in GBK`);
      return [...pair];
    }),
  );
}

function fillTable(): void {
  const decoder = new TextDecoder("gbk");
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && !table.has(character)) table.set(character, [lead, trail]);
    }
}
