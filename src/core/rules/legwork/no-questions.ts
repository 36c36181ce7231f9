import { preparedQuestions } from '../../language/facts.ts'
import { insertBeforeClosing, placeOfMissing } from '../insert.ts'
import type { Rule } from '../rule.ts'

/** Two show preparation (labelling guide). */
const QUESTIONS = 2

export const noQuestions: Rule = {
  id: 'legwork/no-questions',
  severity: 'warning',
  summary: {
    en: 'A talk or advice is asked for, and fewer than two specific questions are prepared.',
    de: 'Es geht um ein Gespräch oder um Rat, aber es sind keine zwei genauen Fragen vorbereitet.',
  },
  reason: {
    en: '"Any tips?" leaves the thinking to the friend. Two precise questions show that you did your homework, and let them see how long it will take.',
    de: '„Hast du Tipps?“ überlässt das Denken der anderen Seite. Zwei genaue Fragen zeigen, dass du vorbereitet bist, und lassen erkennen, wie lange es dauert.',
  },
  examples: [
    {
      lang: 'en', ask: 'informational-interview', matter: 'channel: chat',
      bad: 'Hi Emeka, could I have twenty minutes on the phone next week to hear about your work as an interpreter? What is it like? If you would rather not, just say so. Coffee is on me afterwards.',
      good: 'Hi Emeka, could I have twenty minutes on the phone next week to hear about your work as an interpreter? If you would rather not, just say so. Coffee is on me afterwards. I would like to ask you:\n\n- How did you build up the oncology vocabulary?\n- Would you do the certificate before or after the first hospital shifts?',
    },
    {
      lang: 'de', ask: 'informational-interview', matter: 'channel: chat',
      bad: 'Hallo Emeka, hättest du nächste Woche zwanzig Minuten, um mir am Telefon von deiner Arbeit als Dolmetscher zu erzählen? Wie ist das so? Wenn du lieber nicht magst, sag es einfach. Der Kaffee danach geht auf mich.',
      good: 'Hallo Emeka, hättest du nächste Woche zwanzig Minuten, um mir am Telefon von deiner Arbeit als Dolmetscher zu erzählen? Wenn du lieber nicht magst, sag es einfach. Der Kaffee danach geht auf mich. Das würde ich dich fragen:\n\n- Wie hast du dir den Wortschatz in der Onkologie aufgebaut?\n- Würdest du die Prüfung vor oder nach den ersten Einsätzen im Krankenhaus machen?',
    },
  ],
  check({ draft, reading, ask, words, locale }) {
    if (ask !== 'informational-interview' && ask !== 'advice') return undefined
    if (preparedQuestions(draft, reading) >= QUESTIONS) return undefined
    const list = words.questions(ask, draft.frontMatter.values.target).map((question) => `- ${question}`).join('\n')
    return {
      at: reading.find('generic')?.at ?? placeOfMissing(draft, reading),
      message: {
        en: 'There are no two specific questions yet. Write down what you would ask; your friend then knows what comes, and that you have prepared.',
        de: 'Noch stehen hier keine zwei genauen Fragen. Schreib auf, was du fragen würdest; dann ist klar, was kommt und dass du vorbereitet bist.',
      }[locale],
      fixes: [{
        title: { en: 'Insert a list of questions to fill in', de: 'Eine Liste von Fragen zum Ausfüllen einfügen' }[locale],
        edits: [insertBeforeClosing(draft, reading, `${words.questionsLead}\n\n${list}`)],
        preferred: true,
      }],
    }
  },
}
