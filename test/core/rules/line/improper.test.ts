import { testRule } from '../table.ts'

testRule('line/improper', {
  fires: {
    en: [
      { body: 'Could you refer me for job 3312? Please send me the questions that they ask in the interview.', at: 'Please send me the questions that they ask in the interview.' },
      { body: 'Would you mail me the internal salary list?', at: 'Would you mail me the internal salary list?' },
      'Which teams will be cut in spring? I know that the plan is not public yet, but you have seen it.',
      'Could you slip my CV into the pile after the deadline, past HR?',
      'Can you keep nagging your boss until she invites me?',
      'just send me ur client list, nobody will know it came from u',
      'Dear Ms Lopez, might you let me see what the other candidates have submitted?',
      'Could I use your login for a minute to look at the internal postings?',
      'You are in the hiring committee, yes? Please give me the good points and take the test answers for me with you.',
    ],
    de: [
      { body: 'Könntest du mich für die Stelle 3312 empfehlen? Schick mir bitte die Fragen aus dem Vorstellungsgespräch.', at: 'Schick mir bitte die Fragen aus dem Vorstellungsgespräch.' },
      { body: 'Mailst du mir eure interne Gehaltsliste?', at: 'Mailst du mir eure interne Gehaltsliste?' },
      'Welche Teams werden im Frühjahr gestrichen? Ich weiß, der Plan ist noch nicht öffentlich, aber du hast ihn ja gesehen.',
      'Könntest du meine Bewerbung nach der Frist noch an der Personalabteilung vorbei in den Stapel legen?',
      'Kannst du deine Chefin so lange bearbeiten, bis sie mich einlädt?',
      'schick mir halt eure kundenliste, merkt doch keiner dass die von dir ist',
      'Sehr geehrte Frau Lopez, könnten Sie mich sehen lassen, was die anderen Bewerber eingereicht haben?',
      'Darf ich mal kurz deinen Login benutzen, um die internen Ausschreibungen anzusehen?',
      'Du bist in der Auswahlkommission, ja? Bitte gib mir die guten Punkte und nimm die Testlösungen für mich mit.',
    ],
  },
  quiet: {
    en: [
      'Could you refer me for job 3312 through the usual form?',
      'Please tell me only what you may tell anybody. What does a usual day in your team look like?',
      'Sam says you would send him the interview questions; I don\'t want them. Would you look over my CV?',
      'Would you practise interview questions from my book with me on Sunday?',
      'What salary would you ask for in my place, going by the published pay scale?',
      'Would you put in a word for me with your boss, if you think that I fit?',
      'Please don\'t send me anything internal. Which course did you take, and was it worth it?',
      'Dear Ms Lopez, I shall of course apply through the portal. Might I mention your name there?',
      'is it ok at ur place to refer friends? if theres a rule against it just tell me',
    ],
    de: [
      'Könntest du mich über das übliche Formular für die Stelle 3312 empfehlen?',
      'Erzähl mir bitte nur, was du jedem erzählen darfst. Wie sieht ein gewöhnlicher Tag in deinem Team aus?',
      'Jonas meint, du würdest ihm die Fragen aus dem Gespräch schicken; ich will sie nicht. Schaust du über meinen Lebenslauf?',
      'Übst du am Sonntag mit mir Bewerbungsfragen aus meinem Buch?',
      'Welches Gehalt würdest du an meiner Stelle verlangen, nach dem veröffentlichten Tarif?',
      'Legst du bei deiner Chefin ein Wort für mich ein, wenn du meinst, dass ich passe?',
      'Bitte schick mir nichts Internes. Welchen Kurs hast du gemacht, und hat er sich gelohnt?',
      'Sehr geehrte Frau Lopez, bewerben werde ich mich selbstverständlich über das Portal. Darf ich dort Ihren Namen nennen?',
      'darf man bei euch freunde empfehlen? wenns ne regel dagegen gibt sag einfach',
    ],
  },
})
