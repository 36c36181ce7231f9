import type { Draft } from '../../draft/draft.ts'
import { addKey, ASK_TYPES, CHANNELS, LANGUAGES, type FrontMatterKey, type FrontMatterProblem, type Language } from '../../draft/front-matter.ts'
import { insertAt, lineEnding, replace } from '../../text.ts'
import { isRuleId, type Fix, type Rule } from '../rule.ts'

const expected: Record<FrontMatterKey, Record<Language, string>> = {
  friend: { en: 'a name', de: 'einen Namen' },
  ask: { en: `one of ${ASK_TYPES.join(', ')}`, de: `eines von ${ASK_TYPES.join(', ')}` },
  channel: { en: `one of ${CHANNELS.join(', ')}`, de: `eines von ${CHANNELS.join(', ')}` },
  subject: { en: 'a line of text', de: 'eine Zeile Text' },
  lang: { en: `one of ${LANGUAGES.join(', ')}`, de: `eines von ${LANGUAGES.join(', ')}` },
  target: { en: 'a person, a company or a role', de: 'eine Person, eine Firma oder eine Stelle' },
  workedTogether: { en: 'true, false, or a few words', de: 'true, false oder ein paar Worte' },
  attachments: { en: 'a list of paths or links', de: 'eine Liste von Pfaden oder Links' },
  sent: { en: 'a date of the form YYYY-MM-DD', de: 'ein Datum der Form JJJJ-MM-TT' },
  'ask-id': { en: 'the id of an entry in the history', de: 'die Kennung eines Eintrags im Verlauf' },
  'askwell-ignore': { en: 'a list of rules', de: 'eine Liste von Regeln' },
}

export const frontMatter: Rule = {
  id: 'draft/front-matter',
  severity: 'error',
  summary: { en: 'The front matter is missing, broken, or holds a wrong value.', de: 'Die Kopfdaten fehlen, sind kaputt oder enthalten einen falschen Wert.' },
  reason: {
    en: 'Askwell reads there whom you ask for what. Without it, it can neither judge the draft well nor remember the ask.',
    de: 'Dort liest Askwell, wen du worum bittest. Ohne das kann es den Entwurf nicht gut beurteilen und sich die Bitte nicht merken.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat\nattachments: { cv: here }', goodMatter: 'channel: chat',
      bad: 'Hi Ann, would you look over my CV? It is attached. If you would rather not, just say so. I will bake you a cake.',
      good: 'Hi Ann, would you look over my CV? It is attached. If you would rather not, just say so. I will bake you a cake.',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat\nsent: gestern', goodMatter: 'channel: chat',
      bad: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich backe dir einen Kuchen.',
      good: 'Hallo Ann, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich backe dir einen Kuchen.',
    },
  ],
  check({ draft, locale }) {
    const problems = [...draft.frontMatter.problems]
    const place = draft.frontMatter.places['askwell-ignore']
    const unknown = (draft.frontMatter.values['askwell-ignore'] ?? []).find((id) => !isRuleId(id))
    if (place && unknown !== undefined) problems.push({ kind: 'unknown-rule', found: unknown, at: place.value })
    const problem = problems[0]
    if (!problem) return undefined
    const also = problems.slice(1).map((other) => say(other, locale))
    return {
      at: problem.at,
      message: [say(problem, locale), ...also].join(' '),
      fixes: fixesFor(problem, draft, locale),
    }
  },
}

function say(problem: FrontMatterProblem, locale: Language): string {
  const de = locale === 'de'
  switch (problem.kind) {
    case 'missing': return de
      ? 'Dieser Entwurf hat keine Kopfdaten. Setze zwischen zwei Zeilen „---“ an den Anfang, wen du worum bittest: friend und ask.'
      : 'This draft has no front matter. Say at its top, between two lines "---", whom you ask for what: friend and ask.'
    case 'unclosed': return de
      ? 'Die Kopfdaten werden nicht geschlossen. Setze hinter sie eine Zeile „---“.'
      : 'The front matter is not closed. Put a line "---" behind it.'
    case 'missing-key': return de
      ? `In den Kopfdaten fehlt „${problem.key}“: ${expected[problem.key].de}.`
      : `The front matter lacks "${problem.key}": ${expected[problem.key].en}.`
    case 'value': return de
      ? `„${problem.key}“ kann nicht „${short(problem.found)}“ sein; es braucht ${expected[problem.key].de}.`
      : `"${problem.key}" can't be "${short(problem.found)}"; it takes ${expected[problem.key].en}.`
    case 'unknown-rule': return de
      ? `Eine Regel „${short(problem.found)}“ gibt es nicht.`
      : `There is no rule "${short(problem.found)}".`
    case 'yaml': return de
      ? `Die Kopfdaten sind kein gültiges YAML: ${problem.detail}`
      : `The front matter is not valid YAML: ${problem.detail}`
    case 'not-a-map': return de
      ? 'Die Kopfdaten bestehen aus Zeilen der Form „Schlüssel: Wert“, etwa „friend: Maria“.'
      : 'Front matter consists of lines "key: value", such as "friend: Maria".'
    case 'engine': return de
      ? `Kopfdaten sind YAML; „${short(problem.engine)}“ wird weder gelesen noch ausgeführt. Schreib in die erste Zeile nur „---“.`
      : `Front matter is YAML; "${short(problem.engine)}" is neither read nor run. Write nothing but "---" in the first line.`
    case 'too-long': return de
      ? 'Diese Datei ist zu lang für eine Nachricht (über 30.000 Zeichen) und wird nicht gelesen.'
      : 'This file is too long for a message (over 30,000 characters) and is not read.'
  }
}

const short = (found: string): string => (found.length > 40 ? `${found.slice(0, 39)}…` : found)

function fixesFor(problem: FrontMatterProblem, { text, frontMatter }: Draft, locale: Language): Fix[] {
  const eol = lineEnding(text)
  const de = locale === 'de'
  if (problem.kind === 'missing') {
    return [{
      title: de ? 'Kopfdaten einfügen' : 'Insert front matter',
      edits: [insertAt(text.startsWith('\uFEFF') ? 1 : 0, `---${eol}friend: ${eol}ask: other${eol}---${eol}${eol}`)],
    }]
  }
  if (problem.kind === 'missing-key') {
    const value = problem.key === 'ask' ? 'other' : ''
    return [{ title: de ? `„${problem.key}“ einfügen` : `Insert "${problem.key}"`, edits: [addKey(frontMatter, text, problem.key, value)] }]
  }
  if (problem.kind === 'engine') {
    return [{ title: de ? 'Als YAML lesen' : 'Read it as YAML', edits: [replace(problem.at, '---')] }]
  }
  if (problem.kind !== 'value') return []
  const choices: readonly string[] = problem.key === 'ask' ? ASK_TYPES : problem.key === 'channel' ? CHANNELS : problem.key === 'lang' ? LANGUAGES : []
  const folded = problem.found.toLowerCase().replace(/[^a-z]/g, '')
  const close = choices.filter((choice) => folded.length > 1 && (choice.replace('-', '').startsWith(folded) || folded.startsWith(choice.replace('-', ''))))
  return [...close, ...choices.filter((choice) => !close.includes(choice))].map((choice) => ({
    title: de ? `Durch „${choice}“ ersetzen` : `Replace with "${choice}"`,
    edits: [replace(problem.at, choice)],
    ...(close.length === 1 && close[0] === choice ? { preferred: true } : {}),
  }))
}
