import manifest from "../package.json" with { type: "json" };

/** The product's. */
export const VERSION: string = manifest.version;
