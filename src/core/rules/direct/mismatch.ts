import { signalOf } from '../../language/reading.ts'
import { setFrontMatter } from '../insert.ts'
import type { Rule } from '../rule.ts'
import { askName } from '../titles.ts'
import { favoursOf, sameFavour } from './favours.ts'

export const mismatch: Rule = {
  id: 'direct/mismatch',
  severity: 'warning',
  summary: {
    en: 'The body asks for another favour than the front matter declares.',
    de: 'Der Text bittet um etwas anderes, als die Kopfdaten sagen.',
  },
  reason: {
    en: 'Where you set out to ask for one thing and wrote another, the friend gets a muddle, and your history of asks goes wrong.',
    de: 'Wer um das eine bitten wollte und um das andere bittet, verwirrt, und der Verlauf der Bitten stimmt nicht mehr.',
  },
  examples: [
    {
      lang: 'en', ask: 'job-lead', matter: 'channel: chat',
      bad: 'Hi Mia, would you refer me for Test Engineer at Orbita (https://jobs.example.com/orbita/208)? My CV: https://files.example.com/cv.pdf. If it is not your thing, just say no. I will gladly take your on-call week.',
      good: 'Hi Mia, would you refer me for Test Engineer at Orbita (https://jobs.example.com/orbita/208)? My CV: https://files.example.com/cv.pdf. If it is not your thing, just say no. I will gladly take your on-call week.',
      goodAsk: 'referral',
    },
    {
      lang: 'de', ask: 'job-lead', matter: 'channel: chat',
      bad: 'Hallo Mia, könntest du mich bei Orbita für die Stelle als Testingenieurin vorschlagen (https://jobs.example.com/orbita/208)? Mein Lebenslauf: https://files.example.com/cv.pdf. Wenn dir das nicht recht ist, sag einfach Nein. Dafür übernehme ich gern deine Rufbereitschaft.',
      good: 'Hallo Mia, könntest du mich bei Orbita für die Stelle als Testingenieurin vorschlagen (https://jobs.example.com/orbita/208)? Mein Lebenslauf: https://files.example.com/cv.pdf. Wenn dir das nicht recht ist, sag einfach Nein. Dafür übernehme ich gern deine Rufbereitschaft.',
      goodAsk: 'referral',
    },
  ],
  check({ draft, reading, ask, locale }) {
    if (ask === undefined || ask === 'other') return undefined
    const favours = favoursOf(draft, reading)
    const found = favours.find(({ strength }) => strength >= 1.15)
    if (!found || favours.some(({ type }) => sameFavour(type, ask))) return undefined
    const declared = signalOf(ask)
    if (reading.sentences.some((sentence) => reading.strength(sentence, declared) >= 0.5)) return undefined
    const edit = setFrontMatter(draft, 'ask', found.type)
    return {
      at: draft.frontMatter.places.ask?.value ?? found.sentence.at,
      message: {
        en: `The front matter says ${askName('en', ask)}, the text asks for ${askName('en', found.type)}. Make them agree, so that the advice and the history are right.`,
        de: `Die Kopfdaten sagen: ${askName('de', ask)}; der Text bittet um ${askName('de', found.type)}. Bring beides überein, damit Hinweise und Verlauf stimmen.`,
      }[locale],
      fixes: edit ? [{ title: { en: `Set ask to “${found.type}”`, de: `ask auf „${found.type}“ setzen` }[locale], edits: [edit], preferred: true }] : [],
    }
  },
}
