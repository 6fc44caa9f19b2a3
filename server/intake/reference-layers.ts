/** What delivered places are compared with: things that nearly every address is beside. */
export const REFERENCE_LAYERS = ["buildings", "roads"] as const;
