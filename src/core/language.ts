/** The languages that the app writes on GitHub (BCP 47 tags). */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];
