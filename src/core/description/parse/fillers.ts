const listed = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/**
 * Words that do not change what a heading means: "How has this been tested?" means what "Test" means. They
 * are left out on both sides of a comparison, so none of them can be the whole of a name.
 */
export const light = listed(
  "a an the this that these those it its of for to in on at by from into as with is are was were be been being do does did " +
    "done has have had will would should can could we you your yours our i my me they their please pr prs pull request " +
    "requests mr merge patch commit branch diff code section optional required mandatory applicable if any some there " +
    "here new also introduced introduce introduces made make proposed requested " +
    // German, French, Spanish, Portuguese, Italian, Dutch
    "der die das des dem den ein eine und zu für von wie le la les du de des un une ce cette ces el los las del este esta " +
    "estos estas se es o os as do da dos das um uma isso il lo gli della dei di questo het een van voor " +
    // Russian, Polish
    "этот эта это эти этого был была было были запрос запроса реквест слияние объединение и в на для ten ta te tego",
);

/**
 * Words for how something is presented. A heading means the same with them; an alias that has one means it.
 */
export const presentational = listed(
  "describe explain list provide include add write give tell short brief briefly quick detail details detailed information " +
    "info general main key high level instructions instruction steps step notes note plan strategy procedure results result " +
    "evidence performed manual manually automated unit local locally comments comment considerations consideration concerns " +
    "points point commands command logs log output outputs process overall specific potential possible expected about coverage assessment",
);

/** Words that only mean something when nothing else in the heading does: "What?", but "What was tested?". */
export const questionWords = listed(
  "what whats which how when where who cuál cual qué que cómo como quel quelle comment was wie",
);
