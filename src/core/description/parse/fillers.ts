const listed = (words: string) => new Set(words.split(" "));

/**
 * Words that do not change what a heading means: "How has this been tested?" means what "Test" means. They are left out on
 * both sides of a comparison, so none of them can be the whole of a name.
 */
export const fillers: ReadonlySet<string> = listed(
  "a an the this that these those it its of for to in on at by from into as with is are was were be been being do does did " +
    "done has have had will would should can could we you your yours our i my me they their please pr prs pull request " +
    "requests mr merge patch commit branch diff code section optional required mandatory applicable if any some there " +
    "describe explain list provide include add write give tell short brief briefly quick detail details detailed " +
    "information info general proposed propose made make making introduced introduce about not here new also more " +
    "additional main key high level instructions instruction steps step notes note plan strategy procedure results " +
    "result evidence performed manual manually automated unit local locally comments comment considerations " +
    "consideration concerns points point special overall specific potential possible existing related other",
);

/** Words that only mean something when nothing else in the heading does: "What?", but "What was tested?". */
export const questionWords: ReadonlySet<string> = listed("what whats which how when where who");
