import { namesTarget } from '../../language/facts.ts'
import { insertBeforeClosing, placeOfMissing, setFrontMatter } from '../insert.ts'
import type { Fix, Rule } from '../rule.ts'
import { insertion } from '../titles.ts'

export const noTarget: Rule = {
  id: 'legwork/no-target',
  severity: 'warning',
  summary: {
    en: 'An introduction or a referral is asked for, and no person, company or role is named.',
    de: 'Es geht um eine Vorstellung oder eine Empfehlung, aber weder Person noch Firma noch Stelle ist genannt.',
  },
  reason: {
    en: '"Anybody you know" makes your friend search their whole address book for you. Name whom you mean, or at least the company or the role.',
    de: '„Irgendwen, den du kennst“ heißt, dass jemand für dich das ganze Adressbuch durchgehen muss. Nenn die Person, oder wenigstens die Firma oder die Stelle.',
  },
  examples: [
    {
      lang: 'en', ask: 'introduction', matter: 'channel: chat',
      bad: 'Hi Javi, would you introduce me to somebody you think I should meet? If you would rather not, just say so. I will cook for you on Sunday.\n\nTo forward:\n\n> Sandeep Rao is a mechanical engineer with twelve years in pump design. He would like to hear what other industries do with people like him.',
      good: 'Hi Javi, would you introduce me to Wiebke Holm at Nordhalle? If you would rather not, just say so. I will cook for you on Sunday.\n\nTo forward:\n\n> Sandeep Rao is a mechanical engineer with twelve years in pump design. He would like to hear what other industries do with people like him.',
    },
    {
      lang: 'de', ask: 'introduction', matter: 'channel: chat',
      bad: 'Hallo Javi, würdest du mich irgendwem vorstellen, den ich kennen sollte? Wenn du lieber nicht magst, sag es einfach. Am Sonntag koche ich für dich.\n\nZum Weiterleiten:\n\n> Sandeep Rao ist Maschinenbauer und hat zwölf Jahre lang Pumpen entwickelt. Er möchte wissen, was andere Branchen mit Leuten wie ihm anfangen.',
      good: 'Hallo Javi, würdest du mich Wiebke Holm von Nordhalle vorstellen? Wenn du lieber nicht magst, sag es einfach. Am Sonntag koche ich für dich.\n\nZum Weiterleiten:\n\n> Sandeep Rao ist Maschinenbauer und hat zwölf Jahre lang Pumpen entwickelt. Er möchte wissen, was andere Branchen mit Leuten wie ihm anfangen.',
    },
  ],
  check({ draft, reading, ask, words, locale }) {
    if (ask !== 'introduction' && ask !== 'referral') return undefined
    const { target } = draft.frontMatter.values
    if (namesTarget(draft, reading, ask === 'introduction' ? 'intro' : 'refer')) return undefined
    const line = words.target(ask, target)
    const place = setFrontMatter(draft, 'target', target ?? '')
    // A line with a slot names nobody yet, so "fix all" leaves it to the writer.
    const fixes: Fix[] = [{ title: insertion(locale, line), edits: [insertBeforeClosing(draft, reading, line)], preferred: Boolean(target?.trim()) }]
    if (target === undefined && place && !draft.frontMatter.places.target) {
      fixes.push({ title: { en: 'Add “target” to the front matter', de: '„target“ in die Kopfdaten aufnehmen' }[locale], edits: [place] })
    }
    return {
      at: placeOfMissing(draft, reading),
      message: {
        en: 'It does not say to whom, or for which role. Your friend would have to search their contacts for you; name a person, a company or a role.',
        de: 'Es ist nicht gesagt, wem oder für welche Stelle. Sonst muss jemand für dich alle Kontakte durchgehen; nenn eine Person, eine Firma oder eine Stelle.',
      }[locale],
      fixes,
    }
  },
}
