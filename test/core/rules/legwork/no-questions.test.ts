import { testRule } from '../table.ts'

testRule('legwork/no-questions', {
  matter: 'ask: informational-interview',
  fires: {
    en: [
      'Could I ring you for twenty minutes about your work as a vet?',
      'Could we talk about your job? How is it? Any tips?',
      'I would love to hear about life at the ministry. How did you get through the second exam?',
      { body: 'Would you give me your advice on two offers?', matter: 'ask: advice' },
      { body: 'Dear Ms Lopez, I should value your counsel on my next step. I shall prepare my questions for the day.', matter: 'ask: advice' },
      'can i call u bout ur job? tell me everything!!',
      'I want to know all about your field. What should I know?',
      'Could we have a call about your company? What will they ask me in the interview, and what does the team lead earn?',
      'Could I ask you about your work? How are the children, and is your knee better?',
    ],
    de: [
      'Darf ich dich zwanzig Minuten zu deiner Arbeit als Tierärztin anrufen?',
      'Können wir über deinen Job reden? Wie ist der so? Hast du Tipps?',
      'Ich würde gern hören, wie es im Ministerium ist. Wie bist du durch die zweite Prüfung gekommen?',
      { body: 'Gibst du mir einen Rat zu zwei Angeboten?', matter: 'ask: advice' },
      { body: 'Sehr geehrte Frau Lopez, an Ihrem Rat zu meinem nächsten Schritt wäre mir sehr gelegen. Meine Fragen bereite ich bis dahin vor.', matter: 'ask: advice' },
      'kann ich dich mal zu deinem job anrufen? erzähl mir alles!!',
      'Ich möchte alles über dein Fach wissen. Was muss ich wissen?',
      'Können wir über deine Firma telefonieren? Was fragen die mich im Gespräch, und was verdient die Teamleitung?',
      'Darf ich dich zu deiner Arbeit ausfragen? Wie geht es den Kindern, und ist dein Knie wieder gut?',
    ],
  },
  quiet: {
    en: [
      'Could I ring you about your work as a vet? How did you find your first practice, and what share of your week is farm animals?',
      'Could we talk for half an hour? I would like to know:\n\n- How do you price a restoration before you have opened the piano?\n- Which course taught you tuning by ear?',
      { body: 'Would you give me your advice? Would you take the bank, which pays more, or the start-up, where I could lead a team? And is a twelve-month non-compete usual in your field?', matter: 'ask: advice' },
      'Dear Ms Lopez, two points interest me in particular: how the ministry trains newcomers to draft laws, and whether one can move between departments after the first year.',
      'can i call u? mainly 2 things: how u got the forklift licence paid, and if nights are worth the extra money',
      'Could you tell me about court interpreting? 1) How do you prepare for a trial with technical terms? 2) What do you charge for waiting time?',
      'I want to ask about the work in the lab. Which methods do you use every day? Is German necessary in the team?',
      'Coffee on Tuesday? Topics: switching from teaching to UX at forty, and what belongs in a first portfolio.',
      { body: 'Would you introduce me to Jane Whitfield?', matter: 'ask: introduction' },
    ],
    de: [
      'Darf ich dich zu deiner Arbeit als Tierärztin anrufen? Wie hast du deine erste Praxis gefunden, und wie viel von deiner Woche sind Nutztiere?',
      'Könnten wir eine halbe Stunde reden? Ich wüsste gern:\n\n- Wie kalkulierst du eine Restaurierung, bevor du das Klavier geöffnet hast?\n- In welchem Kurs hast du Stimmen nach Gehör gelernt?',
      { body: 'Gibst du mir einen Rat? Würdest du die Bank nehmen, die mehr zahlt, oder das Start-up, wo ich ein Team leiten könnte? Und ist ein Wettbewerbsverbot von zwölf Monaten in deiner Branche üblich?', matter: 'ask: advice' },
      'Sehr geehrte Frau Lopez, zwei Punkte interessieren mich besonders: wie das Ministerium Neulinge im Schreiben von Gesetzen ausbildet und ob man nach dem ersten Jahr die Abteilung wechseln kann.',
      'kann ich dich anrufen? v.a. 2 sachen: wie du den staplerschein bezahlt bekommen hast und ob sich nachtschicht lohnt',
      'Erzählen Sie mir vom Gerichtsdolmetschen? 1) Wie bereiten Sie sich auf einen Prozess mit Fachbegriffen vor? 2) Was berechnen Sie für Wartezeit?',
      'Ich möchte nach der Arbeit im Labor fragen. Welche Methoden benutzt du jeden Tag? Ist Englisch im Team nötig?',
      'Kaffee am Dienstag? Themen: mit vierzig vom Lehramt zu UX wechseln, und was in eine erste Mappe gehört.',
      { body: 'Stellst du mich Frau Brandl vor?', matter: 'ask: introduction' },
    ],
  },
})
