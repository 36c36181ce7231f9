import type { AskType } from '../../draft/front-matter.ts'
import { bringsCv, bringsPosting } from '../../language/facts.ts'
import { insertBeforeClosing, placeOfMissing } from '../insert.ts'
import type { Rule, RuleContext } from '../rule.ts'
import { insertion } from '../titles.ts'

/** A point to mention is often half a sentence; a weak reading of one is believed. */
const LIKELY = 0.6

type Missing = 'cv' | 'posting' | 'points'

/** What a friend needs for each type of ask, as far as a message can bring it. */
function missing({ draft, reading, ask }: RuleContext): Missing | undefined {
  switch (ask) {
    case 'resume-review': return bringsCv(draft, reading) ? undefined : 'cv'
    case 'referral': return !bringsPosting(draft, reading) ? 'posting' : bringsCv(draft, reading) ? undefined : 'cv'
    case 'recommendation':
    case 'reference': return reading.all('fact', LIKELY).length > 0 || (draft.frontMatter.values.attachments ?? []).length > 0 ? undefined : 'points'
    default: return undefined
  }
}

export const noMaterial: Rule = {
  id: 'legwork/no-material',
  severity: 'warning',
  summary: {
    en: 'What the friend needs is missing: the CV, the posting, or points to mention.',
    de: 'Was gebraucht wird, fehlt: der Lebenslauf, die Ausschreibung oder Stichpunkte.',
  },
  reason: {
    en: 'Every "could you send me…" costs your friend a round. Bring the CV, the link to the posting, the points they could mention.',
    de: 'Jedes „Schickst du mir noch …?“ kostet eine Runde. Bring den Lebenslauf mit, den Link zur Ausschreibung, die Punkte, die man erwähnen könnte.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hi Ann, would you look over my CV? I will mail it to you on Sunday. If you would rather not, just say so. I will bake you a cake.',
      good: 'Hi Ann, would you look over my CV? It is attached. If you would rather not, just say so. I will bake you a cake.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      bad: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Ich schicke ihn dir am Sonntag. Wenn du lieber nicht magst, sag es einfach. Ich backe dir einen Kuchen.',
      good: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich backe dir einen Kuchen.',
    },
  ],
  check(context) {
    const { draft, reading, ask, workspace, words, locale } = context
    const lacks = missing(context)
    if (!lacks || ask === undefined) return undefined
    return {
      at: (lacks === 'points' ? undefined : reading.find('later')?.at) ?? placeOfMissing(draft, reading),
      message: messages[lacks][locale],
      fixes: words.material(ask satisfies AskType, workspace.me.links ?? {}).map((line, index) => ({
        title: insertion(locale, line), edits: [insertBeforeClosing(draft, reading, line)], preferred: index === 0,
      })),
    }
  },
}

const messages = {
  cv: {
    en: 'The CV is neither attached nor linked. Your friend would have to ask for it; bring it along.',
    de: 'Der Lebenslauf ist weder angehängt noch verlinkt. Man müsste erst danach fragen; bring ihn gleich mit.',
  },
  posting: {
    en: 'The posting is missing: a link, a number, or the exact title and the company. Without it your friend has to search for it.',
    de: 'Die Ausschreibung fehlt: ein Link, eine Nummer oder der genaue Titel mit der Firma. Sonst muss danach gesucht werden.',
  },
  points: {
    en: 'There is nothing that your friend could mention. Give two or three points that they saw themselves, so that they do not start from a blank page.',
    de: 'Es gibt nichts, was sich erwähnen ließe. Nenn zwei oder drei Punkte, die selbst miterlebt wurden, damit niemand vor einem leeren Blatt sitzt.',
  },
} as const
