import { testRule } from '../table.ts'

testRule('choose/open-ask', {
  history: ['30 introduction open'],
  fires: {
    en: [
      { body: 'Would you read through my CV? It is attached.', at: 'Maria' },
      { body: 'I know I come to you often these days. Would you look over my CV?', at: 'Maria' },
      { body: 'Thank you for your advice in the spring. Could you refer me for job 3312?', history: ['60 resume-review open'], at: 'Maria' },
      { body: 'The library still has that opening. Can I list you as a reference?', history: ['0 advice open'], at: 'Maria' },
      { body: 'Never mind the weather, the picnic was lovely. Do you know of any openings for a welder?', at: 'Maria' },
      { body: 'Dear Ms Lopez, I am still waiting for an answer from the museum. Might I name you as a referee?', history: ['10 advice granted thanked', '45 referral open'], at: 'Maria' },
      { body: 'My mum has not forgotten your question about the recipe. Would you put me in touch with Professor Adeyemi?', at: 'Maria' },
      { body: 'can u check my cv pls', history: ['7 job-lead open'], at: 'Maria' },
    ],
    de: [
      { body: 'Würdest du meinen Lebenslauf durchlesen? Er hängt an.', at: 'Maria' },
      { body: 'Ich weiß, ich komme zurzeit oft zu dir. Schaust du über meinen Lebenslauf?', at: 'Maria' },
      { body: 'Danke für deinen Rat im Frühling. Könntest du mich für die Stelle 3312 empfehlen?', history: ['60 resume-review open'], at: 'Maria' },
      { body: 'Die Stelle in der Bücherei ist noch offen. Darf ich dich als Referenz angeben?', history: ['0 advice open'], at: 'Maria' },
      { body: 'Vergiss das Wetter, das Picknick war herrlich. Weißt du von freien Stellen als Schweißer?', at: 'Maria' },
      { body: 'Sehr geehrte Frau Lopez, vom Museum habe ich noch keine Antwort. Dürfte ich Sie als Referenz nennen?', history: ['10 advice granted thanked', '45 referral open'], at: 'Maria' },
      { body: 'Meine Mutter hat deine Frage nach dem Rezept nicht vergessen. Stellst du den Kontakt zu Professorin Adeyemi her?', at: 'Maria' },
      { body: 'checkst du bitte meinen lebenslauf', history: ['7 job-lead open'], at: 'Maria' },
    ],
  },
  quiet: {
    en: [
      'Never mind my last question about Jane Whitfield. Would you look over my CV instead?',
      'I know my request for the introduction is still with you, and there is no hurry about it. Would you look over my CV?',
      'You have not had time to answer my last message, which is fine; please read this one first. Could you refer me for job 3312?',
      'Dear Ms Lopez, please consider my request of October settled. Might I name you as a referee?',
      'forget the intro i asked for, tom knows her too. can u check my cv',
      { body: 'Would you look over my CV?', history: ['61 introduction open'] },
      { body: 'Would you look over my CV?', history: ['30 introduction granted thanked'] },
      { body: 'Would you look over my CV?', history: ['30 introduction declined'] },
      { body: 'Would you look over my CV?', history: ['30 introduction withdrawn'] },
      { body: 'Would you look over my CV?', history: ['30 introduction open (Sam)'] },
    ],
    de: [
      'Meine letzte Frage wegen Frau Brandl kannst du vergessen. Schaust du stattdessen über meinen Lebenslauf?',
      'Ich weiß, meine Bitte um die Vorstellung liegt noch bei dir, damit eilt es nicht. Schaust du über meinen Lebenslauf?',
      'Auf meine letzte Nachricht konntest du noch nicht antworten, das macht nichts; lies bitte zuerst diese. Könntest du mich für die Stelle 3312 empfehlen?',
      'Sehr geehrte Frau Lopez, meine Bitte vom Oktober betrachten Sie bitte als erledigt. Dürfte ich Sie als Referenz nennen?',
      'vergiss das mit dem vorstellen, um das ich dich gebeten hatte, tom kennt sie auch. checkst du meinen lebenslauf?',
      { body: 'Schaust du über meinen Lebenslauf?', history: ['61 introduction open'] },
      { body: 'Schaust du über meinen Lebenslauf?', history: ['30 introduction granted thanked'] },
      { body: 'Schaust du über meinen Lebenslauf?', history: ['30 introduction declined'] },
      { body: 'Schaust du über meinen Lebenslauf?', history: ['30 introduction withdrawn'] },
      { body: 'Schaust du über meinen Lebenslauf?', history: ['30 introduction open (Sam)'] },
    ],
  },
})
