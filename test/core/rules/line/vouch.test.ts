import { testRule } from '../table.ts'

testRule('line/vouch', {
  matter: 'ask: recommendation',
  fires: {
    en: [
      'Would you write me a recommendation on LinkedIn?',
      { body: 'Would you write me a recommendation on LinkedIn about my project work?', matter: 'ask: recommendation\nworkedTogether: false' },
      { body: 'I know that we never worked together. Would you write me a recommendation on LinkedIn all the same?', at: 'I know that we never worked together.' },
      { body: 'Could you act as my reference for the nursery job? You know me from the choir.', matter: 'ask: other' },
      { body: 'You have known me as a neighbour for ten years. Might I name you as a reference for the job at the bank?', matter: 'ask: reference' },
      { body: 'Would you vouch for my punctuality to the employer? We only met at university parties, but you can tell.', matter: 'ask: reference' },
      { body: 'Would you write me a recommendation on LinkedIn?', friends: [{ name: 'Maria', workedTogether: false }] },
      'linkedin recommendation pls? say im a great guy',
      { body: 'Dear Ms Lopez, I should be obliged for a letter of reference to my future employer. My mother, with whom you worked, sends her regards.', matter: 'ask: reference' },
    ],
    de: [
      'Würdest du mir eine Empfehlung auf LinkedIn schreiben?',
      { body: 'Würdest du mir eine LinkedIn-Empfehlung über meine Projektarbeit schreiben?', matter: 'ask: recommendation\nworkedTogether: false' },
      { body: 'Ich weiß, dass wir nie zusammengearbeitet haben. Würdest du mir trotzdem eine Empfehlung auf LinkedIn schreiben?', at: 'Ich weiß, dass wir nie zusammengearbeitet haben.' },
      { body: 'Könntest du meine Referenz für die Stelle in der Kita sein? Du kennst mich ja aus dem Chor.', matter: 'ask: other' },
      { body: 'Sie kennen mich seit zehn Jahren als Nachbarn. Dürfte ich Sie als Referenz für die Stelle bei der Bank nennen?', matter: 'ask: reference' },
      { body: 'Würdest du beim Arbeitgeber für meine Pünktlichkeit bürgen? Wir kennen uns nur von Unipartys, aber das weißt du ja.', matter: 'ask: reference' },
      { body: 'Würdest du mir eine Empfehlung auf LinkedIn schreiben?', friends: [{ name: 'Maria', workedTogether: false }] },
      'linkedin-empfehlung bitte? schreib dass ich ein super typ bin',
      { body: 'Sehr geehrte Frau Lopez, für ein Referenzschreiben an meinen künftigen Arbeitgeber wäre ich Ihnen verbunden. Meine Mutter, mit der Sie gearbeitet haben, lässt grüßen.', matter: 'ask: reference' },
    ],
  },
  quiet: {
    en: [
      'Would you write me a recommendation on LinkedIn about our two years in the same team at Acme?',
      { body: 'Would you write me a recommendation on LinkedIn?', matter: 'ask: recommendation\nworkedTogether: true' },
      { body: 'Would you write me a recommendation on LinkedIn?', matter: 'ask: recommendation\nworkedTogether: Acme, 2019–21' },
      { body: 'Would you write me a recommendation on LinkedIn?', friends: [{ name: 'Maria', workedTogether: 'Acme, 2019–21' }] },
      { body: 'Would you recommend me for the opening in your team? We have never worked together.', matter: 'ask: referral' },
      { body: 'Could you forward my CV to your boss?', matter: 'ask: referral' },
      { body: 'You were my team lead at the clinic for three years. Might I name you as a reference?', matter: 'ask: reference' },
      { body: 'A reference I won\'t ask you for, since we never worked together. Would you tell me which of the two courses to take?', matter: 'ask: advice' },
      'can u write me a linkedin recommendation? i was ur trainee at the garage after all',
    ],
    de: [
      'Würdest du mir eine LinkedIn-Empfehlung über unsere zwei Jahre im selben Team bei Acme schreiben?',
      { body: 'Würdest du mir eine Empfehlung auf LinkedIn schreiben?', matter: 'ask: recommendation\nworkedTogether: true' },
      { body: 'Würdest du mir eine Empfehlung auf LinkedIn schreiben?', matter: 'ask: recommendation\nworkedTogether: Acme, 2019–21' },
      { body: 'Würdest du mir eine Empfehlung auf LinkedIn schreiben?', friends: [{ name: 'Maria', workedTogether: 'Acme, 2019–21' }] },
      { body: 'Würdest du mich für die offene Stelle in deinem Team empfehlen? Zusammengearbeitet haben wir ja nie.', matter: 'ask: referral' },
      { body: 'Könntest du meinen Lebenslauf an deine Chefin weiterleiten?', matter: 'ask: referral' },
      { body: 'Sie waren drei Jahre lang meine Stationsleiterin in der Klinik. Dürfte ich Sie als Referenz nennen?', matter: 'ask: reference' },
      { body: 'Um eine Referenz bitte ich dich nicht, wir haben ja nie zusammengearbeitet. Sagst du mir, welchen der beiden Kurse ich nehmen soll?', matter: 'ask: advice' },
      'schreibst du mir ne linkedin-empfehlung? war ja immerhin dein azubi in der werkstatt',
    ],
  },
})
