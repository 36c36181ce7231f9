import { testRule } from '../table.ts'

testRule('return/no-offer', {
  fires: {
    en: [
      { body: 'Would you introduce me to Jane Whitfield?', at: 'Would you introduce me to Jane Whitfield?' },
      'Would you look over my CV? Thanks a million, you are the best!',
      'The bank has made me an offer. Would you tell me whether to take it?',
      'Dear Ms Lopez, I should be eternally grateful if I might name you as a referee.',
      'can u check my cv? ty ty ty',
      'Sam has offered to drive you to the airport. Could you refer me for job 3312?',
      'There is nothing I can do for you in turn, I know. Would you write me a recommendation?',
      'Please return the ladder when you are done. Could you put me in touch with Tom Baker?',
      'Lunch at the new place was great. Would you introduce me to your boss?',
    ],
    de: [
      { body: 'Stellst du mich Frau Brandl vor?', at: 'Stellst du mich Frau Brandl vor?' },
      'Schaust du über meinen Lebenslauf? Tausend Dank, du bist die Beste!',
      'Die Bank hat mir ein Angebot gemacht. Sagst du mir, ob ich es annehmen soll?',
      'Sehr geehrte Frau Lopez, ich wäre Ihnen auf ewig dankbar, wenn ich Sie als Referenz nennen dürfte.',
      'checkst du meinen lebenslauf? danke danke danke',
      'Jonas hat angeboten, dich zum Flughafen zu fahren. Könntest du mich für die Stelle 3312 empfehlen?',
      'Für dich tun kann ich umgekehrt leider nichts, ich weiß. Schreibst du mir eine Empfehlung?',
      'Bring bitte die Leiter zurück, wenn du fertig bist. Stellst du den Kontakt zu Tom Bäcker her?',
      'Das Mittagessen im neuen Lokal war toll. Stellst du mich deiner Chefin vor?',
    ],
  },
  quiet: {
    en: [
      'Would you introduce me to Jane Whitfield? Happy to return the favour any time.',
      'Would you look over my CV? Lunch is on me.',
      'Could I read your talk in exchange? Would you look over my CV?',
      'Dear Ms Lopez, might I name you as a referee? Should I ever be of service to you, please do not hesitate.',
      'can u check my cv? first round is on me x',
      'Beer on Friday, my treat? I want to ask you how you became a park ranger.',
      'Could you refer me for job 3312? I will take your boys to football in the holidays.',
      'Would you write me a recommendation? I would gladly write one for you too.',
      'What can I do for you in turn? I mean it. Could you put me in touch with Tom Baker?',
      'Hello Maria, please check my English in the CV. I can help you with Polish, or with your garden.',
    ],
    de: [
      'Stellst du mich Frau Brandl vor? Ich revanchiere mich jederzeit gern.',
      'Schaust du über meinen Lebenslauf? Das Mittagessen geht auf mich.',
      'Soll ich dafür deinen Vortrag lesen? Schaust du über meinen Lebenslauf?',
      'Sehr geehrte Frau Lopez, dürfte ich Sie als Referenz nennen? Sollte ich Ihnen einmal behilflich sein können, lassen Sie es mich bitte wissen.',
      'checkst du meinen lebenslauf? erste runde geht auf mich x',
      'Bier am Freitag, ich lade dich ein? Ich möchte dich fragen, wie du Rangerin geworden bist.',
      'Könntest du mich für die Stelle 3312 empfehlen? In den Ferien nehme ich deine Jungs mit zum Fußball.',
      'Schreibst du mir eine Empfehlung? Ich schreibe dir gern auch eine.',
      'Was kann ich umgekehrt für dich tun? Ich meine es ernst. Stellst du den Kontakt zu Tom Bäcker her?',
      'Hallo Maria, bitte prüf mein Deutsch im Lebenslauf. Ich kann dir mit Polnisch helfen, oder im Garten.',
    ],
  },
})
