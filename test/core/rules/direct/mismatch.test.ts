import { testRule } from '../table.ts'

testRule('direct/mismatch', {
  fires: {
    en: [
      { body: 'Could you read through my CV before I send it off?', matter: 'ask: introduction', at: 'introduction' },
      { body: 'Would you refer me for the analyst post, req 7712?', matter: 'ask: advice', at: 'advice' },
      { body: 'Would you introduce me to Jane Whitfield at Northgate?', matter: 'ask: resume-review', at: 'resume-review' },
      { body: 'Would you write me a recommendation on LinkedIn about our time at Acme?', matter: 'ask: "referral"', at: '"referral"' },
      { body: 'May I name you as a reference on my application to the county council?', matter: 'ask: recommendation', at: 'recommendation' },
      { body: 'could u give me feedback on my cv? attached', matter: 'ask: job-lead', at: 'job-lead' },
      { body: 'Please let me know if you hear of any vacancies for a welder.', matter: 'ask: reference', at: 'reference' },
      { body: 'Thank you for reading my CV last month. I should be grateful if you would put me in touch with Professor Adeyemi.', matter: 'ask: resume-review', at: 'resume-review' },
      { body: 'Which of the two offers would you take, the bank or the start-up?', matter: 'ask: introduction', at: 'introduction' },
    ],
    de: [
      { body: 'Könntest du meinen Lebenslauf durchlesen, bevor ich ihn abschicke?', matter: 'ask: introduction', at: 'introduction' },
      { body: 'Würdest du mich für die Analystenstelle empfehlen, Kennziffer 7712?', matter: 'ask: advice', at: 'advice' },
      { body: 'Stellst du mich Frau Brandl von der Stadtplanung vor?', matter: 'ask: resume-review', at: 'resume-review' },
      { body: 'Würdest du mir auf LinkedIn eine Empfehlung über unsere Zeit bei Acme schreiben?', matter: 'ask: "referral"', at: '"referral"' },
      { body: 'Darf ich Sie in meiner Bewerbung beim Landratsamt als Referenz nennen?', matter: 'ask: recommendation', at: 'recommendation' },
      { body: 'kannst du mir feedback zu meinem lebenslauf geben? hängt an', matter: 'ask: job-lead', at: 'job-lead' },
      { body: 'Sag mir bitte Bescheid, wenn du von freien Stellen für Schweißer hörst.', matter: 'ask: reference', at: 'reference' },
      { body: 'Danke, dass Sie im Oktober meinen Lebenslauf gelesen haben. Ich wäre Ihnen dankbar, wenn Sie den Kontakt zu Professorin Adeyemi herstellen könnten.', matter: 'ask: resume-review', at: 'resume-review' },
      { body: 'Welches der beiden Angebote würdest du annehmen, die Bank oder das Start-up?', matter: 'ask: introduction', at: 'introduction' },
    ],
  },
  quiet: {
    en: [
      { body: 'Would you refer me for the analyst post, req 7712?', matter: 'ask: other' },
      { body: 'Could I ring you for half an hour to hear what your work as a vet is like?', matter: 'ask: advice' },
      { body: 'I would love your advice, over a coffee, on getting into your field.', matter: 'ask: informational-interview' },
      { body: 'Could you read through my CV before I send it off?', matter: 'ask: resume-review' },
      { body: 'Could you read through my CV? And would you introduce me to Jane Whitfield at Northgate?', matter: 'ask: introduction' },
      { body: 'Could I pick your brain about work some time?', matter: 'ask: referral' },
      { body: 'Pint on Friday?', matter: 'ask: reference' },
      { body: 'You read my CV last month, thank you for that. Would you introduce me to Jane Whitfield?', matter: 'ask: introduction' },
      { body: 'Could you pass my CV to the hiring manager for posting 3312? It is attached.', matter: 'ask: referral' },
      { body: 'I don\'t need an introduction this time, only a few lines of recommendation on my LinkedIn profile about the harbour project.', matter: 'ask: recommendation' },
    ],
    de: [
      { body: 'Würdest du mich für die Analystenstelle empfehlen, Kennziffer 7712?', matter: 'ask: other' },
      { body: 'Darf ich dich eine halbe Stunde anrufen, um zu hören, wie deine Arbeit als Tierärztin ist?', matter: 'ask: advice' },
      { body: 'Über deinen Rat, bei einem Kaffee, wie man in dein Fach kommt, würde ich mich freuen.', matter: 'ask: informational-interview' },
      { body: 'Könntest du meinen Lebenslauf durchlesen, bevor ich ihn abschicke?', matter: 'ask: resume-review' },
      { body: 'Könntest du meinen Lebenslauf durchlesen? Und stellst du mich Frau Brandl von der Stadtplanung vor?', matter: 'ask: introduction' },
      { body: 'Darf ich beruflich mal dein Hirn anzapfen?', matter: 'ask: referral' },
      { body: 'Bierchen am Freitag?', matter: 'ask: reference' },
      { body: 'Danke, dass du neulich meinen Lebenslauf gelesen hast. Stellst du mich jetzt Frau Brandl vor?', matter: 'ask: introduction' },
      { body: 'Würden Sie meinen Lebenslauf für die Ausschreibung 3312 an die Abteilungsleitung geben? Er hängt an.', matter: 'ask: referral' },
      { body: 'Eine Vorstellung brauche ich diesmal nicht, nur ein paar Zeilen als Empfehlung auf meinem LinkedIn-Profil über das Hafenprojekt.', matter: 'ask: recommendation' },
    ],
  },
})
