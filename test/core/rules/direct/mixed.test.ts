import { testRule } from '../table.ts'

testRule('direct/mixed', {
  mends: 'none',
  fires: {
    en: [
      {
        body: 'Would you introduce me to Jane Whitfield at Northgate? And could you also read through my CV?',
        matter: 'ask: introduction', at: 'And could you also read through my CV?',
      },
      'Please refer me for posting 3312, and while you\'re at it, could you write me a LinkedIn recommendation?',
      {
        body: 'Can I list you as a reference for the clinic? Also, if you hear of any openings in Leeds, please tell me.',
        matter: 'ask: reference', at: 'Also, if you hear of any openings in Leeds, please tell me.',
      },
      'Could I ring you for twenty minutes to hear how you became a park ranger? And please refer me to your boss for the seasonal post.',
      '2 things: can u intro me to ur boss? can u check my cv',
      'I should be grateful if you would act as a referee for my application. Furthermore, I would ask you to put me in touch with Professor Adeyemi.',
      'Three small requests:\n\n- Please read my CV\n- Introduce me to Tom Baker\n- Tell me which of the two courses you would take',
      'Which of the two offers would you take, the bank or the start-up? And please let me know of any other vacancies you come across.',
      'Please can you correct my cover letter? I want also that you recommend me in your company for the position of nurse.',
    ],
    de: [
      {
        body: 'Stellst du mich Frau Brandl von der Stadtplanung vor? Und könntest du außerdem meinen Lebenslauf durchlesen?',
        matter: 'ask: introduction', at: 'Und könntest du außerdem meinen Lebenslauf durchlesen?',
      },
      'Empfiehl mich bitte für die Ausschreibung 3312, und wenn du schon dabei bist: Schreibst du mir auch eine LinkedIn-Empfehlung?',
      {
        body: 'Darf ich dich als Referenz für die Klinik angeben? Und falls du von einer freien Stelle in Kassel hörst, sag mir bitte Bescheid.',
        matter: 'ask: reference', at: 'Und falls du von einer freien Stelle in Kassel hörst, sag mir bitte Bescheid.',
      },
      'Kann ich dich zwanzig Minuten anrufen, um zu hören, wie du Rangerin geworden bist? Und empfiehl mich bitte deinem Chef für die Saisonstelle.',
      '2 sachen: stellst du mich deiner chefin vor? und kannst du meinen lebenslauf checken',
      'Ich wäre Ihnen dankbar, wenn ich Sie als Referenz nennen dürfte. Ferner bitte ich Sie, den Kontakt zu Professorin Adeyemi herzustellen.',
      'Drei kleine Bitten:\n\n- Lies bitte meinen Lebenslauf\n- Stell mich Tom Bäcker vor\n- Sag mir, welchen der beiden Kurse du nehmen würdest',
      'Welches der beiden Angebote würdest du annehmen, die Bank oder das Start-up? Und sag mir bitte auch, wenn du von anderen freien Stellen hörst.',
      'Bitte kannst du mein Anschreiben korrigieren? Ich möchte auch, dass du mich in deiner Firma für die Stelle als Pflegerin empfiehlst.',
    ],
  },
  quiet: {
    en: [
      'Would you introduce me to Jane Whitfield at Northgate? A short mail is enough, and I attach a paragraph about me that you can paste.',
      'Could we talk for twenty minutes about your work as a ranger? Any evening next week is fine.',
      'Would you introduce me to Jane Whitfield? Or, if that\'s easier, just tell me whom to write to.',
      'Please read my CV and mark what is unclear.',
      'I won\'t ask you for a referral. I only want your honest opinion on my CV.',
      'Could you refer me for job 551? Just skip the portal and hand it straight to your boss.',
      'Thank you for introducing me to Tom, that went well. Would you now look over my CV?',
      'Sam is reading my CV already. From you I would only like an introduction to Jane Whitfield.',
      'Would you write me a recommendation on LinkedIn? You could mention the trade fair and the Polish catalogue.',
      'I\'d like your advice on two offers. Which one would you take, and which would you regret?',
    ],
    de: [
      'Stellst du mich Frau Brandl von der Stadtplanung vor? Eine kurze Mail reicht, und einen Absatz über mich zum Einfügen hänge ich an.',
      'Könnten wir zwanzig Minuten über deine Arbeit als Rangerin sprechen? Nächste Woche geht jeder Abend.',
      'Stellst du mich Frau Brandl vor? Oder, falls das einfacher ist, sag mir nur, an wen ich schreiben soll.',
      'Bitte lies meinen Lebenslauf und streich an, was unklar ist.',
      'Um eine Empfehlung bitte ich dich nicht. Ich möchte nur deine ehrliche Meinung zu meinem Lebenslauf.',
      'Könntest du mich für die Stelle 551 empfehlen? Geh einfach am Portal vorbei und gib es direkt deiner Chefin.',
      'Danke, dass du mich Tom vorgestellt hast, das lief gut. Würdest du jetzt meinen Lebenslauf anschauen?',
      'Meinen Lebenslauf liest schon Jonas. Von dir hätte ich nur gern den Kontakt zu Frau Brandl.',
      'Würden Sie mir eine Empfehlung auf LinkedIn schreiben? Erwähnen könnten Sie die Messe und den polnischen Katalog.',
      'Ich hätte gern deinen Rat zu zwei Angeboten. Welches würdest du annehmen, und welches würdest du bereuen?',
    ],
  },
})
