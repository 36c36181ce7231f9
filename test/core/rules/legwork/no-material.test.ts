import { testRule } from '../table.ts'

testRule('legwork/no-material', {
  matter: 'ask: resume-review',
  fires: {
    en: [
      'Would you read through my CV?',
      'Would you look over my CV? I will mail it to you on Sunday.',
      { body: 'Could you refer me for the porter job at your hotel?', matter: 'ask: referral' },
      { body: 'Could you refer me for job 3312 at Northgate?', matter: 'ask: referral' },
      { body: 'Could you refer me for something at your place? My CV is attached.', matter: 'ask: referral' },
      { body: 'Would you write me a recommendation on LinkedIn?', matter: 'ask: recommendation' },
      { body: 'Dear Ms Lopez, might I name you as a referee? You may write whatever you like.', matter: 'ask: reference' },
      'can u check my cv? will send u later x',
      'Would you read my CV? The plan of the garden that you asked for is attached.',
    ],
    de: [
      'Würdest du meinen Lebenslauf durchlesen?',
      'Würdest du über meinen Lebenslauf schauen? Ich maile ihn dir am Sonntag.',
      { body: 'Könntest du mich für die Portierstelle in deinem Hotel empfehlen?', matter: 'ask: referral' },
      { body: 'Könntest du mich für die Stelle 3312 bei Nordtor empfehlen?', matter: 'ask: referral' },
      { body: 'Könntest du mich bei euch für irgendwas empfehlen? Mein Lebenslauf hängt an.', matter: 'ask: referral' },
      { body: 'Würdest du mir eine Empfehlung auf LinkedIn schreiben?', matter: 'ask: recommendation' },
      { body: 'Sehr geehrte Frau Lopez, dürfte ich Sie als Referenz nennen? Schreiben Sie, was Sie mögen.', matter: 'ask: reference' },
      'checkst du meinen lebenslauf? schick ich dir nachher x',
      'Würdest du meinen Lebenslauf lesen? Der Gartenplan, den du haben wolltest, hängt an.',
    ],
  },
  quiet: {
    en: [
      'Would you read through my CV? It is attached.',
      'Would you read through [my CV](https://edith.example/cv.pdf)?',
      { body: 'Would you read through my CV?', matter: 'ask: resume-review\nattachments: [cv.pdf]' },
      { body: 'Could you refer me for job 3312 at Northgate? My CV is attached.', matter: 'ask: referral' },
      { body: 'Could you refer me for this one: https://northgate.example/jobs/night-porter? CV enclosed.', matter: 'ask: referral' },
      { body: 'Would you write me a recommendation on LinkedIn? You could mention the Polish catalogue, which I finished a month early, and the trade fair in Leeds.', matter: 'ask: recommendation' },
      { body: 'Might I name you as a referee? Points that you saw yourself:\n\n- the new shift plan, which cut overtime by a third\n- the six apprentices I trained in your ward', matter: 'ask: reference' },
      'cv attached, can u have a look?',
      { body: 'Would you introduce me to Jane Whitfield?', matter: 'ask: introduction' },
    ],
    de: [
      'Würdest du meinen Lebenslauf durchlesen? Er hängt an.',
      'Würdest du [meinen Lebenslauf](https://edith.example/lebenslauf.pdf) durchlesen?',
      { body: 'Würdest du meinen Lebenslauf durchlesen?', matter: 'ask: resume-review\nattachments: [lebenslauf.pdf]' },
      { body: 'Könntest du mich für die Stelle 3312 bei Nordtor empfehlen? Mein Lebenslauf hängt an.', matter: 'ask: referral' },
      { body: 'Könntest du mich dafür empfehlen: https://nordtor.example/karriere/nachtportier? Lebenslauf anbei.', matter: 'ask: referral' },
      { body: 'Würdest du mir eine Empfehlung auf LinkedIn schreiben? Erwähnen könntest du den polnischen Katalog, der einen Monat früher fertig war, und die Messe in Leipzig.', matter: 'ask: recommendation' },
      { body: 'Dürfte ich Sie als Referenz nennen? Punkte, die Sie selbst miterlebt haben:\n\n- der neue Dienstplan, mit dem die Überstunden um ein Drittel sanken\n- die sechs Lehrlinge, die ich auf Ihrer Station ausgebildet habe', matter: 'ask: reference' },
      'lebenslauf hängt dran, schaust du mal?',
      { body: 'Stellst du mich Frau Brandl vor?', matter: 'ask: introduction' },
    ],
  },
})
