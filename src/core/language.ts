/** The languages of what the app writes on GitHub, by their tags (BCP 47). */
export const languages = ["en", "de"] as const;

export type Language = (typeof languages)[number];
