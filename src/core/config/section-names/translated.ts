import type { SectionAliases } from "./english.ts";

/**
 * Aliases by language (the key is only for readers). All of them always count; matched as written, without
 * endings.
 */
export const translatedAliases: Record<string, Partial<SectionAliases>> = {
  German: {
    context:
      "Warum|Kontext|Hintergrund|Motivation|Problem|Zusammenfassung|Beschreibung|Überblick|Übersicht|" +
      "Zweck|Ziel|Grund|Begründung|Anlass|Ausgangslage|Problembeschreibung|Ursache|Anlass der Änderung",
    approach:
      "Was|Wie|Änderungen|Lösung|Umsetzung|Implementierung|Ansatz|Vorgehen|Was wurde geändert|Änderung|" +
      "Lösungsansatz|Was ändert sich|Was sich ändert|Was ist neu|Was wurde gemacht",
    risk:
      "Risiko|Risiken|Auswirkungen|Auswirkung|Rückfallplan|Rollback-Plan|Nebenwirkungen|Kompatibilität|" +
      "Einschränkungen|Breaking Changes|Inkompatible Änderungen|Bereitstellung|Rücknahme|Rückbau|" +
      "Gefahren|Seiteneffekte",
    testing:
      "Tests|Test|Testen|Testplan|Getestet|Wie getestet|Wie wurde das getestet?|Verifikation|Überprüfung|" +
      "Validierung|Wie testen|Prüfung|Testanleitung|Qualitätssicherung",
    review_focus:
      "Hinweise für Reviewer|Review-Fokus|Fokus|Für Reviewer|Offene Fragen|Fragen|Fragen an Reviewer|" +
      "Hinweise für Prüfer",
  },
  French: {
    context:
      "Pourquoi|Contexte|Motivation|Problème|Résumé|Description|Objectif|But|Raison|Aperçu|Problématique|" +
      "Description du problème|Motif|Cause|Origine|Vue d'ensemble|Enjeu|Besoin",
    approach:
      "Quoi|Comment|Changements|Modifications|Solution|Implémentation|Approche|Mise en œuvre|" +
      "Changements proposés|Changements apportés|Proposition|Ce qui change|Ce qui a changé|" +
      "Ce qui a été fait",
    risk:
      "Risque|Risques|Impacts|Effets de bord|Compatibilité|Limitations|Déploiement|" +
      "Changements incompatibles|Retour arrière",
    testing:
      "Tests|Comment tester|Plan de test|Vérification|Validation|Testé|Comment tester ?|Tests effectués|" +
      "Pour tester",
    review_focus:
      "Notes pour les relecteurs|Pour les relecteurs|Points d'attention|Questions|Relecture|Où commencer|" +
      "Revue",
  },
  Spanish: {
    context:
      "Por qué|Contexto|Motivación|Problema|Resumen|Descripción|Objetivo|Propósito|Antecedentes|Razón|" +
      "Descripción del problema|Motivo|Motivos|Causa|Objetivos|Justificación|Finalidad",
    approach:
      "Qué|Cómo|Qué se ha hecho|Qué se ha hecho en esta PR|Qué se hizo|Qué hace|Cambios|Solución|" +
      "Implementación|Enfoque|Cambios realizados|Propuesta|Solución propuesta|Tareas realizadas|" +
      "Qué cambia|Modificaciones",
    risk:
      "Riesgo|Riesgos|Impacto|Efectos secundarios|Compatibilidad|Limitaciones|Despliegue|Reversión|" +
      "Cambios incompatibles",
    testing:
      "Pruebas|Prueba|Cómo probar|Plan de pruebas|Verificación|Validación|Cómo se ha probado|" +
      "Cómo ha sido probado|Cómo fue probado|Cómo se puede probar|Cómo testear|Cómo probarlo|" +
      "Cómo se probaron|Cómo se probó|Cómo se probaron los cambios|Cómo probaste",
    review_focus:
      "Notas para revisores|Para revisores|Para los revisores|Notas para el revisor|Preguntas|Revisión|" +
      "Puntos de atención",
  },
  Portuguese: {
    context:
      "Por quê|Porquê|Por que|Contexto|Motivação|Problema|Resumo|Descrição|Objetivo|Propósito|Finalidade|" +
      "Justificativa|Visão geral|Descrição do problema|Motivo|Causa|Razão|Objetivos|Justificação",
    approach:
      "O que|O quê|Como|Mudanças|Alterações|Solução|Implementação|Abordagem|O que foi feito|Modificações|" +
      "O que muda|O que mudou|Proposta|Solução proposta|Mudanças realizadas|Tarefas realizadas|" +
      "Alterações realizadas",
    risk: "Risco|Riscos|Impacto|Impactos|Efeitos colaterais|Compatibilidade|Limitações|Implantação|Reversão",
    testing:
      "Testes|Teste|Como testar|Plano de testes|Plano de teste|Verificação|Validação|Como foi testado|" +
      "Como isso foi testado",
    review_focus:
      "Notas para revisores|Para revisores|Notas para o revisor|Perguntas|Dúvidas|Revisão|" +
      "Pontos de atenção",
  },
  Italian: {
    context:
      "Perché|Contesto|Motivazione|Problema|Sommario|Riassunto|Riepilogo|Descrizione|Obiettivo|Scopo|" +
      "Motivo|Causa|Ragione|Obiettivi",
    approach:
      "Cosa|Come|Modifiche|Cambiamenti|Soluzione|Implementazione|Approccio|Cosa cambia|Cosa è cambiato|" +
      "Cosa è stato fatto|Modifica|Proposta",
    risk: "Rischio|Rischi|Impatto|Effetti collaterali|Compatibilità|Limitazioni|Rilascio|Ripristino",
    testing: "Test|Come testare|Piano di test|Verifica|Collaudo|Prove|Validazione",
    review_focus: "Note per i revisori|Per i revisori|Domande|Revisione|Punti di attenzione",
  },
  Dutch: {
    context:
      "Waarom|Context|Achtergrond|Motivatie|Probleem|Samenvatting|Beschrijving|Omschrijving|Doel|Reden|" +
      "Aanleiding|Oorzaak",
    approach:
      "Wat|Hoe|Wijzigingen|Aanpassingen|Veranderingen|Oplossing|Implementatie|Aanpak|Uitvoering|" +
      "Wat is er veranderd|Wat verandert er",
    risk: "Risico|Risico's|Gevolgen|Neveneffecten|Compatibiliteit|Beperkingen|Uitrol|Terugdraaien",
    testing: "Tests|Testen|Hoe te testen|Hoe testen|Testplan|Verificatie|Getest",
    review_focus: "Opmerkingen voor reviewers|Voor reviewers|Vragen|Aandachtspunten",
  },
  Polish: {
    context: "Dlaczego|Kontekst|Motywacja|Problem|Podsumowanie|Opis|Cel|Powód|Tło|Uzasadnienie|Przyczyna",
    approach:
      "Co|Jak|Zmiany|Rozwiązanie|Implementacja|Podejście|Co zostało zmienione|Co zmienia|" +
      "Wprowadzone zmiany",
    risk: "Ryzyko|Ryzyka|Wpływ|Skutki uboczne|Zgodność|Ograniczenia|Wdrożenie|Wycofanie",
    testing: "Testy|Testowanie|Jak testować|Jak przetestować|Plan testów|Weryfikacja|Przetestowano",
    review_focus: "Uwagi dla recenzentów|Dla recenzentów|Pytania|Na co zwrócić uwagę",
  },
  Russian: {
    context:
      "Зачем|Почему|Контекст|Мотивация|Проблема|Описание|Цель|Причина|Предыстория|Обоснование|" +
      "Краткое описание|Описание проблемы|Резюме|Задача",
    approach:
      "Что|Как|Изменения|Решение|Реализация|Подход|Что сделано|Что изменилось|Что было сделано|" +
      "Что изменено|Список изменений|Что делает|Какие изменения вносятся|Какие изменения внесены|" +
      "Что ты сделал",
    risk:
      "Риск|Риски|Влияние|Последствия|Побочные эффекты|Совместимость|Ограничения|Развертывание|" +
      "Развёртывание|Откат|Обратная совместимость|Ризики|Вплив",
    testing:
      "Тесты|Тест|Тестирование|Как тестировать|Как проверить|Детали тестирования|Проверка|" +
      "План тестирования|Как протестировано|Тестування|Перевірка|Як перевірити",
    review_focus:
      "Заметки для ревьюеров|Для ревьюеров|Для ревьюера|Примечание для ревьюеров|" +
      "Примечания для ревьюеров|Комментарии для ревьюеров|Ревью|Вопросы|На что обратить внимание|" +
      "На что смотреть",
  },
  Ukrainian: {
    context: "Опис|Мета|Навіщо|Чому|Контекст|Проблема|Причина|Підсумок",
    approach: "Що|Зміни|Рішення|Реалізація|Що зроблено|Підхід|Що змінено|Що змінилося",
    risk: "Ризик|Наслідки|Сумісність",
    testing: "Тести|Як тестувати|Як протестовано",
    review_focus: "Питання|Для рев'юерів",
  },
  Chinese: {
    context:
      "背景|原因|动机|動機|问题|問題|概述|概要|摘要|描述|目的|目标|目標|为什么|為什麼|简介|上下文|总结",
    approach: "改动|变更|更改|修改|变化|變更|方案|实现|實作|实现方案|解决方案|做法|设计|内容|更新|如何|方法",
    risk: "风险|風險|影响|影響|影响范围|回滚|回滚方案|上线方案|发布计划|发布方案|兼容性|相容性|副作用|破坏性变更|不兼容变更|限制|部署|安全",
    testing: "测试|測試|验证|驗證|如何测试|测试计划|测试方案|自测|测试方法|检验",
    review_focus: "评审|审查|审阅|评审重点|审查重点|给评审者|关注点|疑问|注意审查|審查",
  },
  Japanese: {
    context: "背景|目的|概要|なぜ|理由|動機|課題|経緯|説明|問題|やりたいこと|きっかけ",
    approach:
      "変更|変更点|変更内容|対応|対応内容|やったこと|実装|実装内容|修正|修正内容|内容|設計|解決策|方針|どうやって",
    risk: "リスク|切り戻し|影響|影響範囲|副作用|互換性|破壊的変更|ロールバック|リリース手順|懸念|懸念点|制限|デグレ|注意点",
    testing:
      "テスト|テスト方法|テスト内容|テスト方針|動作確認|検証|確認方法|動作検証|動作テスト|確認手順|確認したこと|確認内容|確認事項|何を確認したか|確認したか",
    review_focus:
      "レビュー|レビューポイント|レビュー観点|レビュアー|レビュアーへ|レビューしてほしい|見てほしい|レビュー時の注意点|確認してほしい|質問|相談|重点的に見てほしい|レビューして欲しい|" +
      "見て欲しい|確認して欲しい",
  },
  Korean: {
    context: "배경|목적|개요|이유|동기|문제|요약|설명|왜|목표|맥락",
    approach:
      "변경|변경사항|변경 내용|작업 내용|작업 사항|구현|해결|해결 방법|수정|내용|접근|방법|무엇|어떻게|작업",
    risk: "위험|리스크|영향|영향 범위|부작용|호환성|롤백|배포|제한 사항|한계|주의 사항|주의사항|Breaking change 여부",
    testing: "테스트|검증|테스트 방법|테스트 계획|확인 방법|테스트 결과|동작 확인",
    review_focus:
      "리뷰|리뷰 요구사항|리뷰 포인트|리뷰어|리뷰어에게|중점|질문|논의|리뷰 요청|리뷰 시 참고사항|집중|전달 사항|전달할 내용|봐야 할 부분|봐주세요",
  },
  Turkish: {
    context: "Açıklama|Tanım|Amaç|Neden|Özet|Sorun|Problem|Arka plan|Bağlam|Motivasyon|Gerekçe",
    approach:
      "Değişiklikler|Yapılan değişiklikler|Çözüm|Yaklaşım|Uygulama|Ne değişti|Neler değişti|Neler yapıldı",
    risk: "Riskler|Etki|Etkiler|Etkilenen alanlar|Yan etkiler|Geri alma|Uyumluluk|Bilinen sorunlar",
    testing:
      "Testler|Test planı|Test adımları|Doğrulama|Nasıl test edildi|Nasıl test edilir|Nasıl test ettim",
    review_focus: "İnceleme notları|İnceleyenlere notlar|Gözden geçirenlere notlar|Sorular",
  },
  Vietnamese: {
    context: "Mô tả|Bối cảnh|Lý do|Mục đích|Mục tiêu|Tóm tắt|Vấn đề|Tại sao|Nguyên nhân",
    approach:
      "Thay đổi|Các thay đổi|Những thay đổi|Nội dung thay đổi|Giải pháp|Cách làm|Cách tiếp cận|" +
      "Cách thực hiện",
    risk: "Rủi ro|Ảnh hưởng|Tác động|Phạm vi ảnh hưởng|Tác dụng phụ|Tương thích|Khả năng tương thích",
    testing: "Kiểm thử|Kiểm tra|Cách kiểm thử|Cách kiểm tra|Cách test|Đã kiểm thử|Kế hoạch kiểm thử|Xác minh",
    review_focus: "Ghi chú cho người review|Lưu ý cho người review|Lưu ý khi review|Điểm cần review|Câu hỏi",
  },
  Indonesian: {
    context: "Deskripsi|Latar belakang|Tujuan|Alasan|Ringkasan|Masalah|Konteks|Mengapa",
    approach: "Perubahan|Solusi|Pendekatan|Implementasi|Apa yang berubah",
    risk: "Risiko|Dampak|Efek samping|Kompatibilitas",
    testing: "Pengujian|Cara menguji|Cara pengujian|Cara test|Verifikasi|Rencana pengujian",
    review_focus: "Catatan untuk reviewer|Untuk reviewer|Pertanyaan",
  },
  "Czech and Slovak": {
    context: "Popis|Kontext|Důvod|Účel|Cíl|Shrnutí|Souhrn|Motivace|Proč|Dôvod|Cieľ|Zhrnutie|Prečo",
    approach: "Změny|Řešení|Přístup|Implementace|Co se mění|Co se změnilo|Zmeny|Riešenie|Čo sa mení",
    risk: "Rizika|Riziko|Dopad|Dopady|Vedlejší účinky|Omezení|Kompatibilita|Nasazení|Riziká|Vplyv",
    testing: "Testování|Jak testovat|Jak otestovat|Jak bylo otestováno|Ověření|Testovanie|Ako testovať",
    review_focus: "Poznámky pro recenzenty|Pro recenzenty|Pre recenzentov|Otázky",
  },
  "Croatian, Serbian, Bulgarian": {
    context: "Razlog|Svrha|Zašto|Sažetak|Цел|Защо|Обобщение",
    approach: "Promjene|Promene|Rješenje|Rešenje|Što je promijenjeno|Промени|Какво е променено",
    risk: "Rizici|Rizik|Utjecaj|Рискове|Въздействие",
    testing: "Testiranje|Kako testirati|Provjera|Тестване|Как да се тества",
    review_focus: "Pitanja|Napomene za recenzente|Въпроси",
  },
  "Hungarian, Romanian": {
    context:
      "Leírás|Háttér|Cél|Miért|Összefoglaló|Probléma|Indoklás|Descriere|Motivație|Scop|Rezumat|De ce|" +
      "Problema",
    approach:
      "Változások|Változtatások|Megoldás|Megközelítés|Megvalósítás|Mi változott|Modificări|Schimbări|" +
      "Soluție|Abordare|Implementare|Ce s-a schimbat",
    risk: "Kockázat|Kockázatok|Hatás|Hatások|Mellékhatások|Riscuri|Risc|Efecte secundare",
    testing:
      "Tesztelés|Tesztek|Hogyan tesztelhető|Ellenőrzés|Testare|Teste|Cum se testează|Cum a fost testat|" +
      "Verificare|Plan de testare",
    review_focus: "Kérdések|Megjegyzések a reviewereknek|Note pentru revizori|Întrebări",
  },
  "Swedish, Danish, Norwegian": {
    context:
      "Bakgrund|Beskrivning|Syfte|Varför|Sammanfattning|Baggrund|Beskrivelse|Formål|Hvorfor|Resumé|" +
      "Bakgrunn|Sammendrag",
    approach: "Ändringar|Lösning|Tillvägagångssätt|Vad har ändrats|Ændringer|Løsning|Fremgangsmåde|Endringer",
    risk: "Risker|Påverkan|Bieffekter|Konsekvenser|Risici|Risiko|Påvirkning|Bivirkninger",
    testing:
      "Testning|Tester|Hur har detta testats|Hur testas detta|Verifiering|Hvordan testes det|" +
      "Hvordan er det testet|Slik tester du",
    review_focus: "Frågor|Till granskaren|Till granskare|Spørgsmål|Til reviewer|Spørsmål",
  },
  Finnish: {
    context: "Kuvaus|Tausta|Miksi|Tarkoitus|Yhteenveto|Tavoite|Ongelma",
    approach: "Muutokset|Ratkaisu|Toteutus|Lähestymistapa|Mitä muuttui",
    risk: "Riskit|Riski|Vaikutukset|Vaikutus|Sivuvaikutukset",
    testing: "Testaus|Testit|Testaaminen|Miten testattu|Miten testata|Näin testaat",
    review_focus: "Kysymykset|Huomioita katselmoijalle|Katselmoijalle",
  },
  Catalan: {
    context: "Descripció|Motivació|Resum|Objectiu",
    approach: "Canvis|Solució|Què ha canviat",
    risk: "Riscos|Risc|Impacte|Efectes secundaris",
    testing: "Proves|Com provar-ho|Com s'ha provat|Verificació",
    review_focus: "Preguntes|Notes per als revisors",
  },
  Greek: {
    context: "Περιγραφή|Πλαίσιο|Σκοπός|Γιατί|Σύνοψη|Πρόβλημα",
    approach: "Αλλαγές|Λύση|Προσέγγιση|Υλοποίηση|Τι άλλαξε",
    risk: "Κίνδυνοι|Κίνδυνος|Ρίσκο|Επιπτώσεις",
    testing: "Δοκιμές|Έλεγχος|Έλεγχοι|Πώς δοκιμάστηκε|Επαλήθευση",
    review_focus: "Ερωτήσεις",
  },
  "Arabic, Persian, Hebrew": {
    context:
      "الوصف|وصف|السياق|الخلفية|السبب|لماذا|الهدف|الغرض|ملخص|الملخص|المشكلة|توضیحات|هدف|زمینه|چرا|خلاصه|" +
      "مشکل|תיאור|רקע|מטרה|למה|מדוע|סיכום|הבעיה",
    approach: "التغييرات|الحل|النهج|التعديلات|ماذا تغير|تغییرات|راه حل|رویکرد|שינויים|פתרון|גישה|מה השתנה",
    risk: "المخاطر|التأثير|الآثار الجانبية|التوافق|ریسک|خطرات|تأثیر|תופעות לוואי|סיכונים|סיכון|השפעה",
    testing: "الاختبار|الاختبارات|كيفية الاختبار|خطة الاختبار|التحقق|تست|نحوه تست|בדיקות|איך נבדק|אימות",
    review_focus: "أسئلة|ملاحظات للمراجعين|ملاحظات للمراجع|سوالات|הערות לסוקר|שאלות",
  },
  "Hindi, Thai": {
    context:
      "विवरण|उद्देश्य|संदर्भ|कारण|पृष्ठभूमि|क्यों|सारांश|คำอธิบาย|รายละเอียด|วัตถุประสงค์|ที่มา|เหตุผล|" + "ทำไม|สรุป|ปัญหา",
    approach: "परिवर्तन|बदलाव|समाधान|क्या बदला|การเปลี่ยนแปลง|วิธีแก้|วิธีแก้ไข|แนวทาง",
    risk: "जोखिम|प्रभाव|ความเสี่ยง|ผลกระทบ",
    testing: "परीक्षण|टेस्टिंग|जाँच|การทดสอบ|วิธีทดสอบ|ทดสอบ",
    review_focus: "प्रश्न|समीक्षकों के लिए|คำถาม",
  },
};
