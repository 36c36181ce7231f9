import { testRule } from '../table.ts'

testRule('line/dishonest', {
  fires: {
    en: [
      { body: 'Would you write me a reference? Just say that we worked together at Acme.', at: 'Just say that we worked together at Acme.' },
      'If they ring, please say that I led the project, even though it was Tom.',
      { body: 'Could you stretch the dates a little? There must be no gap.', at: 'Could you stretch the dates a little?' },
      'Should HR ask you why I left, please don\'t tell them that I was dismissed.',
      'just tell ur boss i have the degree, ill finish it next year anyway lol',
      'Dear Ms Lopez, might you date the reference back to March, so that it appears to cover the whole year?',
      'Would you write a review as if you had been a customer of mine?',
      'Please to say in the letter that I speak fluent French, is not quite true but I learn quickly.',
      'Would you refer me for job 3312? Put down that I was on your team, nobody checks that.',
    ],
    de: [
      { body: 'Schreibst du mir eine Referenz? Sag einfach, dass wir bei Acme zusammengearbeitet haben.', at: 'Sag einfach, dass wir bei Acme zusammengearbeitet haben.' },
      'Wenn die anrufen, sag bitte, dass ich das Projekt geleitet habe, auch wenn es Tom war.',
      { body: 'Könntest du die Daten ein bisschen strecken? Eine Lücke darf da nicht sein.', at: 'Könntest du die Daten ein bisschen strecken?' },
      'Falls die Personalabteilung fragt, warum ich weg bin, verschweig bitte, dass mir gekündigt wurde.',
      'sag deiner chefin einfach ich hab den abschluss, den mach ich eh nächstes jahr lol',
      'Sehr geehrte Frau Lopez, könnten Sie die Referenz auf März zurückdatieren, damit sie scheinbar das ganze Jahr abdeckt?',
      'Würdest du eine Bewertung schreiben, als wärst du Kundin bei mir gewesen?',
      'Bitte schreib im Brief, dass ich fließend Französisch spreche, stimmt nicht ganz, aber ich lerne schnell.',
      'Empfiehlst du mich für die Stelle 3312? Gib an, dass ich in deinem Team war, das prüft keiner.',
    ],
  },
  quiet: {
    en: [
      'I would never ask you to fudge anything; say only what you saw yourself.',
      'Would you write me a reference? Please write nothing that you can\'t stand behind.',
      'Sam wanted me to say that we had worked together, and I refused. Would you look over my CV?',
      'The agency told me to say that I ran the team, so I left the agency. Would you look over my CV?',
      'I am frankly the best welder in the county. Would you refer me for job 3312?',
      'To be honest, I was let go in May, and you may tell them so. Can I list you as a reference?',
      'Could you check the dates on my CV? I mixed up March and May and want them to be right.',
      'Could you stretch your lunch break to forty minutes, so that I can ask you about your work?',
      'Would you tell them about the two years that we really did share at Acme?',
      'dont lie for me lol, just tell them what im like to work with',
    ],
    de: [
      'Ich würde dich nie bitten, etwas zu beschönigen; sag nur, was du selbst gesehen hast.',
      'Der Vermittler meinte, ich solle notfalls behaupten, wir hätten zusammen gelernt. Schaust du über meinen Lebenslauf?',
      'Schreibst du mir eine Referenz? Bitte schreib nichts, wofür du nicht geradestehen kannst.',
      'Jonas wollte, dass ich sage, wir hätten zusammengearbeitet, und ich habe abgelehnt. Schaust du über meinen Lebenslauf?',
      'Ich bin, offen gesagt, der beste Schweißer im Landkreis. Empfiehlst du mich für die Stelle 3312?',
      'Ehrlich gesagt wurde mir im Mai gekündigt, und das darfst du denen auch sagen. Darf ich dich als Referenz angeben?',
      'Prüfst du die Daten in meinem Lebenslauf? Ich habe März und Mai verwechselt und will, dass sie stimmen.',
      'Könntest du deine Mittagspause auf vierzig Minuten strecken, damit ich dich zu deiner Arbeit ausfragen kann?',
      'Erzählen Sie denen von den zwei Jahren, die wir tatsächlich gemeinsam bei Acme waren?',
      'lüg nicht für mich lol, sag denen nur, wie es ist, mit mir zu arbeiten',
    ],
  },
})
