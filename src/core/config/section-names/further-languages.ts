type Names = Record<"context" | "approach" | "risk" | "testing" | "review_focus", string>;

/** The usual names, separated by bars, in languages of which we have seen few templates. */
const byLanguage: readonly Names[] = [
  // Turkish
  {
    context: "Açıklama|Tanım|Amaç|Neden|Özet|Sorun|Problem|Arka plan|Bağlam|Motivasyon|Gerekçe",
    approach:
      "Değişiklikler|Yapılan değişiklikler|Çözüm|Yaklaşım|Uygulama|Ne değişti|Neler değişti|Neler yapıldı",
    risk: "Riskler|Etki|Etkiler|Etkilenen alanlar|Yan etkiler|Geri alma|Uyumluluk|Bilinen sorunlar",
    testing:
      "Testler|Test planı|Test adımları|Doğrulama|Nasıl test edildi|Nasıl test edilir|Nasıl test ettim",
    review_focus: "İnceleme notları|İnceleyenlere notlar|Gözden geçirenlere notlar|Sorular",
  },
  // Vietnamese
  {
    context: "Mô tả|Bối cảnh|Lý do|Mục đích|Mục tiêu|Tóm tắt|Vấn đề|Tại sao|Nguyên nhân",
    approach:
      "Thay đổi|Các thay đổi|Những thay đổi|Nội dung thay đổi|Giải pháp|Cách làm|Cách tiếp cận|Cách thực hiện",
    risk: "Rủi ro|Ảnh hưởng|Tác động|Phạm vi ảnh hưởng|Tác dụng phụ|Tương thích|Khả năng tương thích",
    testing: "Kiểm thử|Kiểm tra|Cách kiểm thử|Cách kiểm tra|Cách test|Đã kiểm thử|Kế hoạch kiểm thử|Xác minh",
    review_focus: "Ghi chú cho người review|Lưu ý cho người review|Lưu ý khi review|Điểm cần review|Câu hỏi",
  },
  // Indonesian
  {
    context: "Deskripsi|Latar belakang|Tujuan|Alasan|Ringkasan|Masalah|Konteks|Mengapa",
    approach: "Perubahan|Solusi|Pendekatan|Implementasi|Apa yang berubah",
    risk: "Risiko|Dampak|Efek samping|Kompatibilitas",
    testing: "Pengujian|Cara menguji|Cara pengujian|Cara test|Verifikasi|Rencana pengujian",
    review_focus: "Catatan untuk reviewer|Untuk reviewer|Pertanyaan",
  },
  // Czech and Slovak
  {
    context: "Popis|Kontext|Důvod|Účel|Cíl|Shrnutí|Souhrn|Motivace|Proč|Dôvod|Cieľ|Zhrnutie|Prečo",
    approach: "Změny|Řešení|Přístup|Implementace|Co se mění|Co se změnilo|Zmeny|Riešenie|Čo sa mení",
    risk: "Rizika|Riziko|Dopad|Dopady|Vedlejší účinky|Omezení|Kompatibilita|Nasazení|Riziká|Vplyv",
    testing: "Testování|Jak testovat|Jak otestovat|Jak bylo otestováno|Ověření|Testovanie|Ako testovať",
    review_focus: "Poznámky pro recenzenty|Pro recenzenty|Pre recenzentov|Otázky",
  },
  // Croatian, Serbian, Bulgarian
  {
    context: "Razlog|Svrha|Zašto|Sažetak|Цел|Защо|Обобщение",
    approach: "Promjene|Promene|Rješenje|Rešenje|Što je promijenjeno|Промени|Какво е променено",
    risk: "Rizici|Rizik|Utjecaj|Рискове|Въздействие",
    testing: "Testiranje|Kako testirati|Provjera|Тестване|Как да се тества",
    review_focus: "Pitanja|Napomene za recenzente|Въпроси",
  },
  // Hungarian, Romanian
  {
    context:
      "Leírás|Háttér|Cél|Miért|Összefoglaló|Probléma|Indoklás|Descriere|Motivație|Scop|Rezumat|De ce|Problema",
    approach:
      "Változások|Változtatások|Megoldás|Megközelítés|Megvalósítás|Mi változott|Modificări|Schimbări|Soluție|Abordare|Implementare|Ce s-a schimbat",
    risk: "Kockázat|Kockázatok|Hatás|Hatások|Mellékhatások|Riscuri|Risc|Efecte secundare",
    testing:
      "Tesztelés|Tesztek|Hogyan tesztelhető|Ellenőrzés|Testare|Teste|Cum se testează|Cum a fost testat|Verificare|Plan de testare",
    review_focus: "Kérdések|Megjegyzések a reviewereknek|Note pentru revizori|Întrebări",
  },
  // Swedish, Danish, Norwegian
  {
    context:
      "Bakgrund|Beskrivning|Syfte|Varför|Sammanfattning|Baggrund|Beskrivelse|Formål|Hvorfor|Resumé|Bakgrunn|Sammendrag",
    approach: "Ändringar|Lösning|Tillvägagångssätt|Vad har ändrats|Ændringer|Løsning|Fremgangsmåde|Endringer",
    risk: "Risker|Påverkan|Bieffekter|Konsekvenser|Risici|Risiko|Påvirkning|Bivirkninger",
    testing:
      "Testning|Tester|Hur har detta testats|Hur testas detta|Verifiering|Hvordan testes det|Hvordan er det testet|Slik tester du",
    review_focus: "Frågor|Till granskaren|Till granskare|Spørgsmål|Til reviewer|Spørsmål",
  },
  // Finnish
  {
    context: "Kuvaus|Tausta|Miksi|Tarkoitus|Yhteenveto|Tavoite|Ongelma",
    approach: "Muutokset|Ratkaisu|Toteutus|Lähestymistapa|Mitä muuttui",
    risk: "Riskit|Riski|Vaikutukset|Vaikutus|Sivuvaikutukset",
    testing: "Testaus|Testit|Testaaminen|Miten testattu|Miten testata|Näin testaat",
    review_focus: "Kysymykset|Huomioita katselmoijalle|Katselmoijalle",
  },
  // Catalan
  {
    context: "Descripció|Motivació|Resum|Objectiu",
    approach: "Canvis|Solució|Què ha canviat",
    risk: "Riscos|Risc|Impacte|Efectes secundaris",
    testing: "Proves|Com provar-ho|Com s'ha provat|Verificació",
    review_focus: "Preguntes|Notes per als revisors",
  },
  // Greek
  {
    context: "Περιγραφή|Πλαίσιο|Σκοπός|Γιατί|Σύνοψη|Πρόβλημα",
    approach: "Αλλαγές|Λύση|Προσέγγιση|Υλοποίηση|Τι άλλαξε",
    risk: "Κίνδυνοι|Κίνδυνος|Ρίσκο|Επιπτώσεις",
    testing: "Δοκιμές|Έλεγχος|Έλεγχοι|Πώς δοκιμάστηκε|Επαλήθευση",
    review_focus: "Ερωτήσεις",
  },
  // Ukrainian, beside what it shares with Russian
  {
    context: "Причина|Підсумок|Контекст",
    approach: "Підхід|Що змінено|Що змінилося",
    risk: "Ризик|Наслідки|Сумісність",
    testing: "Тести|Як тестувати|Як протестовано",
    review_focus: "Питання|Для рев'юерів",
  },
  // Arabic, Persian, Hebrew
  {
    context:
      "الوصف|وصف|السياق|الخلفية|السبب|لماذا|الهدف|الغرض|ملخص|الملخص|المشكلة|توضیحات|هدف|زمینه|چرا|خلاصه|مشکل|תיאור|רקע|מטרה|למה|מדוע|סיכום|הבעיה",
    approach: "التغييرات|الحل|النهج|التعديلات|ماذا تغير|تغییرات|راه حل|رویکرد|שינויים|פתרון|גישה|מה השתנה",
    risk: "المخاطر|التأثير|الآثار الجانبية|التوافق|ریسک|خطرات|تأثیر|תופעות לוואי|סיכונים|סיכון|השפעה",
    testing: "الاختبار|الاختبارات|كيفية الاختبار|خطة الاختبار|التحقق|تست|نحوه تست|בדיקות|איך נבדק|אימות",
    review_focus: "أسئلة|ملاحظات للمراجعين|ملاحظات للمراجع|سوالات|הערות לסוקר|שאלות",
  },
  // Hindi, Thai
  {
    context: "विवरण|उद्देश्य|संदर्भ|कारण|पृष्ठभूमि|क्यों|सारांश|คำอธิบาย|รายละเอียด|วัตถุประสงค์|ที่มา|เหตุผล|ทำไม|สรุป|ปัญหา",
    approach: "परिवर्तन|बदलाव|समाधान|क्या बदला|การเปลี่ยนแปลง|วิธีแก้|วิธีแก้ไข|แนวทาง",
    risk: "जोखिम|प्रभाव|ความเสี่ยง|ผลกระทบ",
    testing: "परीक्षण|टेस्टिंग|जाँच|การทดสอบ|วิธีทดสอบ|ทดสอบ",
    review_focus: "प्रश्न|समीक्षकों के लिए|คำถาม",
  },
];

/** A section's names in all of these languages. */
export const furtherNames = (section: keyof Names): readonly string[] =>
  byLanguage.flatMap((names) => names[section].split("|"));
