import fc from "fast-check";

const words = fc.constantFrom("why", "risk", "a", "text of it", "テスト", "N/A", "x.png", "1");
const block = fc.constantFrom(
  ..."# |## |###### |#|> |>|- |* |+ |-|1. |2) |10. |    |  |\t|---|***|===|```|~~~|``` js|| a | b |||-|-||[ ] |[x] ".split(
    "|",
  ),
);
const html = fc.constantFrom(
  "<details>",
  "</details>",
  "<summary>",
  "</summary>",
  "<h2>",
  "</h2>",
  "<!--",
  "-->",
  "<!-- a -->",
  "<div>",
  "<pre>",
  "</pre>",
  "<b>",
  "<a ",
  "<img src=",
  "<blockquote>",
  "| a | b |\n|-|-|\n| why | x |\n| risk | y |\n",
);
const inline = fc.constantFrom(
  ..."**,__,*,_,`,[,],(,),![,](,&,:,?,\\,~~,https://,#1,*_,**Why:** ,<,>, ".split(","),
);
const ending = fc.constantFrom("\n", "\n", "\n\n", "\r\n");

/** Texts from a grammar of Markdown's constructs, most of them malformed. */
export function markdown({ maxLength }: { maxLength: number }): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 3, arbitrary: block },
    { weight: 3, arbitrary: words },
    { weight: 3, arbitrary: ending },
    { weight: 1, arbitrary: html },
    { weight: 1, arbitrary: inline },
  );
  return fc.array(piece, { maxLength }).map((pieces) => pieces.join(""));
}
