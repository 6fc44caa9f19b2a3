/** Bounds on what a delivery may ask of the machine. All are far above honest deliveries; all are refused by name. */

/** Of the file as delivered. */
export const MOST_FILE_BYTES = 600_000_000;
/** Of everything that is read out of an archive or a gzip together. */
export const MOST_UNPACKED_BYTES = 1_500_000_000;
/** Deflate reaches 1032; spreadsheets and CSV of real ledgers stay under 40. */
export const MOST_RATIO = 250;
/** Below this a high ratio is harmless: a small file of one repeated letter is no attack. */
export const RATIO_FROM_BYTES = 50_000_000;
/** A workbook with a picture in every row is still below it. */
export const MOST_ENTRIES = 10_000;
export const MOST_COLUMNS = 1_000;
/** One line of a text, one feature, one record: it stands in the memory whole. */
export const MOST_LINE_BYTES = 32_000_000;
/** XML parts that are read whole: styles, relations, the list of sheets. */
export const MOST_PART_BYTES = 20_000_000;
/** All different texts of a workbook together. */
export const MOST_SHARED_TEXT = 200_000_000;
/** Above this a row or record count is a lie of the header. */
export const MOST_ROWS = 5_000_000;
/** Sheets, layers, shapefiles. */
export const MOST_TABLES = 200;
