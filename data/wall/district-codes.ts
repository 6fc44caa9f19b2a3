import { type Snapshot, UNKNOWN_CODE } from "../snapshot/snapshot.ts";

/** The code by which features of other layers name a district: the one it has itself in that place, else its own. */
export const districtCode = ({ district, codes }: Snapshot, row: number): string =>
  district.values[district.indices[row]!] ?? codes.get(row) ?? "";

/**
 * Which district each feature of a layer states.
 *
 * @param districts - `undefined`: there are none.
 * @returns for each row the row of the district; -1 where none is stated, or one that is not on the map.
 */
export function statedDistricts({ district }: Snapshot, districts: Snapshot | undefined): Int32Array {
  const codes = Array.from({ length: districts?.count ?? 0 }, (_, row) => districtCode(districts!, row));
  const placeOf = district.values.map((code) => codes.indexOf(code));
  return Int32Array.from(district.indices, (index) => (index === UNKNOWN_CODE ? -1 : placeOf[index]!));
}
