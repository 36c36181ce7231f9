import { testRule } from '../table.ts'

testRule('legwork/no-time', {
  fires: {
    en: [
      { body: 'Hi Maria,\n\nCould we have a call about your work as a vet?', at: 'Could we have a call about your work as a vet?' },
      'Could I ring you about the offer from the bank?',
      'Can we meet to talk about getting into publishing?',
      'Dear Ms Lopez, I should be grateful for a conversation about your path to the bench, whenever suits you.',
      'can we hop on a call bout ur job?',
      'I would love to chat about how you became a park ranger.',
      'Would you have coffee with me and tell me how you moved from teaching to UX?',
      'Hello Maria, I want to make a phone call with you for ask about your profession.',
      'Could we talk about the post at Northgate? They told me the job is part time, three days a week.',
    ],
    de: [
      { body: 'Hallo Maria,\n\nkönnten wir einmal über deine Arbeit als Tierärztin telefonieren?', at: 'könnten wir einmal über deine Arbeit als Tierärztin telefonieren?' },
      'Darf ich dich wegen des Angebots der Bank anrufen?',
      'Können wir uns treffen, um darüber zu reden, wie man in einen Verlag kommt?',
      'Sehr geehrte Frau Lopez, für ein Gespräch über Ihren Weg ins Richteramt wäre ich Ihnen dankbar, wann immer es Ihnen passt.',
      'können wir mal wegen deinem job telefonieren?',
      'Über einen Austausch darüber, wie du Rangerin geworden bist, würde ich mich freuen.',
      'Trinkst du einen Kaffee mit mir und erzählst mir, wie du vom Lehramt zu UX gekommen bist?',
      'Hallo Maria, ich möchte mit dir telefonieren, um nach deinem Beruf zu fragen.',
      'Können wir über die Stelle bei Nordtor reden? Sie ist in Teilzeit, drei Tage die Woche.',
    ],
  },
  quiet: {
    en: [
      'Could we have a call about your work as a vet? Twenty minutes would do.',
      'Could I ring you on Thursday about the offer from the bank?',
      'Can we talk about publishing some evening next week?',
      'I should be grateful for half an hour of your time, whenever suits you, to hear about your path to the bench.',
      'Could we have a call? You can pick a slot here: https://cal.example/edith',
      'Could we talk before Friday\'s interview about what the orchestra is like?',
      'Would you read through my CV? They ring me on Wednesday about the next round.',
      'Would you introduce me to Jane Whitfield at Northgate?',
      'No call needed, just two lines by mail: which course did you take?',
      '15 min on the phone about ur job? any eve this wk',
    ],
    de: [
      'Könnten wir über deine Arbeit als Tierärztin telefonieren? Zwanzig Minuten reichen.',
      'Darf ich dich am Donnerstag wegen des Angebots der Bank anrufen?',
      'Können wir nächste Woche an einem Abend über Verlage reden?',
      'Für eine halbe Stunde Ihrer Zeit, wann immer es Ihnen passt, wäre ich dankbar, um von Ihrem Weg ins Richteramt zu hören.',
      'Können wir telefonieren? Such dir hier einen Termin aus: https://cal.example/edith',
      'Können wir vor dem Gespräch am Freitag darüber reden, wie das Orchester so ist?',
      'Liest du meinen Lebenslauf durch? Am Mittwoch rufen die mich wegen der nächsten Runde an.',
      'Stellst du mich Frau Brandl von der Stadtplanung vor?',
      'Telefonieren müssen wir nicht, zwei Zeilen per Mail reichen: Welchen Kurs hast du gemacht?',
      '15 min am telefon über deinen job? diese woche jeden abend',
    ],
  },
})
