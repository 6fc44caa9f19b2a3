/**
 * Keeps what was made last from an owner under a key, as long as the owner lives: where one setting moves, most of what the others asked
 * for is there already.
 */
export function lastMade<Owner extends object, Value>(): (owner: Owner, key: string, make: () => Value) => Value {
  const kept = new WeakMap<Owner, { readonly key: string; readonly value: Value }>();
  return (owner, key, make) => {
    const last = kept.get(owner);
    if (last?.key === key) return last.value;
    const value = make();
    kept.set(owner, { key, value });
    return value;
  };
}
