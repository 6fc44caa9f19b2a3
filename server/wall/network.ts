import { BlockList, isIP } from "node:net";

/** An address or a range of them: `10.1.2.0/24`, `192.168.1.7`, `fd00::/8`. */
export function isNetwork(text: string): boolean {
  const { address, family, prefix } = partsOf(text);
  return family !== 0 && Number.isInteger(prefix) && prefix >= 0 && prefix <= bitsOf(family) && address !== "";
}

/** @param networks - each of them one by {@link isNetwork}; none of them: every address belongs. */
export function isFrom(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  // A socket that listens on both families shows the older addresses in the newer form.
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  const family = isIP(plain);
  if (family === 0) return false;
  const list = new BlockList();
  for (const network of networks) {
    const parts = partsOf(network);
    list.addSubnet(parts.address, parts.prefix, parts.family === 6 ? "ipv6" : "ipv4");
  }
  return list.check(plain, family === 6 ? "ipv6" : "ipv4");
}

const bitsOf = (family: number): number => (family === 6 ? 128 : 32);

function partsOf(text: string): { address: string; family: number; prefix: number } {
  const [address = "", prefix, more] = text.split("/");
  const family = more === undefined ? isIP(address) : 0;
  if (prefix === undefined) return { address, family, prefix: bitsOf(family) };
  return { address, family, prefix: /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.NaN };
}
