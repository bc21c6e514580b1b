/** Headings that ask something of the reviewer. */
export const reviewFocusEnglish: readonly string[] = [
  ...[
    "Reviewer notes",
    "Where to start",
    "Focus",
    "Notes for reviewers",
    "Feedback wanted",
    "For reviewers",
    "For the reviewer",
    "For the reviewers",
    "To the reviewer",
    "To reviewers",
    "Dear reviewers",
    "Review notes",
  ],
  ...[
    "Notes to reviewers",
    "Note to reviewer",
    "Special notes for your reviewer",
    "How to review",
    "Where should the reviewer start?",
  ],
  ...[
    "Where should reviewers start?",
    "Review guide",
    "Reviewer guide",
    "Review instructions",
    "Review request",
  ],
  ...[
    "Reviewer checklist focus",
    "Review focus areas",
    "Areas of focus",
    "Focus areas",
    "Questions for reviewers",
    "Questions",
    "Open questions",
  ],
  ...[
    "Feedback",
    "Feedback requested",
    "Points to check",
    "Points to review",
    "What to review",
    "What to look at",
    "What to look for",
  ],
  ...[
    "Attention",
    "Areas needing attention",
    "Please review",
    "Please look at",
    "Message to reviewers",
    "Reading order",
    "Review order",
  ],
  ...[
    "Reviewer tips",
    "Tips for reviewers",
    "Tips for review",
    "Guidance for reviewers",
    "Reviewer guidance",
    "Before you review",
  ],
  ...[
    "Discussion points",
    "Points for discussion",
    "Requests for reviewers",
    "Reviewer attention",
    "Look at",
    "Review hints",
    "Reviewer hints",
  ],
  ...["Is there anything you'd like reviewers to focus on?", "Anything reviewers should know?"],
  ..."Where to look|Where to look first|Where to begin|Where should I start?|Where do I start?|Start here|Suggested review order|Suggested reading order|Suggested order of review|Recommended review order|Recommended reading order|Order of review|Order of reading|Review path|Review scope|Review strategy|Reading guide|How to read|How to read this|How to read this diff|Key files|Key files to review|Important files|Most important files|Main files|Core files|Critical files|Files to review|Files to look at|Files to focus on|Files worth a look|What to focus on|Please focus on|Please pay attention to|Pay attention to|Where I need help|What I need from you|What I need from reviewers|Feedback needed|Looking for feedback on|Feedback wanted on|Input needed|Input wanted|Seeking feedback|Unsure about|Not sure about|What I am unsure about|Things to check|Things to look at|Things to look for|Things to review|Points of attention|Points of interest|Attention points|Areas to review|Areas of attention|Decisions needed|Decision needed|Open points|For review|Reviewing|Reviewing this|Review guidance|Guide for reviewers|Suggestions for reviewers|Ask|Asks".split(
    "|",
  ),
  ..."Where to start reading|Where to start reviewing|Suggested order|Recommended order|Please look closely at|Look closely at|What to look out for|Look here first|What kind of feedback?|Files of interest|Hot spots|Hotspots|Entry points|Things to pay attention to|What to pay attention to|Special attention to".split(
    "|",
  ),
];

/** The same in other languages, compared as they are, without word endings. */
export const reviewFocusTranslated: readonly string[] = [
  // German
  ...[
    "Hinweise für Reviewer",
    "Review-Fokus",
    "Fokus",
    "Für Reviewer",
    "Offene Fragen",
    "Fragen",
    "Fragen an Reviewer",
    "Hinweise für Prüfer",
  ],
  // French
  ...[
    "Notes pour les relecteurs",
    "Pour les relecteurs",
    "Points d'attention",
    "Questions",
    "Relecture",
    "Où commencer",
    "Revue",
  ],
  // Spanish
  ...[
    "Notas para revisores",
    "Para revisores",
    "Para los revisores",
    "Notas para el revisor",
    "Preguntas",
    "Revisión",
    "Puntos de atención",
  ],
  // Portuguese
  ...[
    "Notas para revisores",
    "Para revisores",
    "Notas para o revisor",
    "Perguntas",
    "Dúvidas",
    "Revisão",
    "Pontos de atenção",
  ],
  // Italian
  ...["Note per i revisori", "Per i revisori", "Domande", "Revisione", "Punti di attenzione"],
  // Dutch
  ...["Opmerkingen voor reviewers", "Voor reviewers", "Vragen", "Aandachtspunten"],
  // Polish
  ...["Uwagi dla recenzentów", "Dla recenzentów", "Pytania", "Na co zwrócić uwagę"],
  // Russian
  ...[
    "Заметки для ревьюеров",
    "Для ревьюеров",
    "Для ревьюера",
    "Примечание для ревьюеров",
    "Примечания для ревьюеров",
    "Комментарии для ревьюеров",
    "Ревью",
    "Вопросы",
    "На что обратить внимание",
    "На что смотреть",
  ],
  // Chinese
  ...["评审", "审查", "审阅", "评审重点", "审查重点", "给评审者", "关注点", "疑问", "注意审查", "審查"],
  // Japanese
  ...[
    "レビュー",
    "レビューポイント",
    "レビュー観点",
    "レビュアー",
    "レビュアーへ",
    "レビューしてほしい",
    "見てほしい",
    "確認してほしい",
    "質問",
    "相談",
  ],
  ...["重点的に見てほしい", "レビューして欲しい", "見て欲しい", "確認して欲しい"],
  // Korean
  ...[
    "리뷰",
    "리뷰 요구사항",
    "리뷰 포인트",
    "리뷰어",
    "리뷰어에게",
    "중점",
    "질문",
    "논의",
    "리뷰 요청",
    "집중",
    "전달 사항",
    "전달할 내용",
    "봐야 할 부분",
    "봐주세요",
  ],
];
