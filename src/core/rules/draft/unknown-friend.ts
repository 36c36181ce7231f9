import { editWorkspace } from '../../history/edit.ts'
import { almostKnown } from '../../history/friends.ts'
import { setFrontMatter } from '../insert.ts'
import type { Rule } from '../rule.ts'

export const unknownFriend: Rule = {
  id: 'draft/unknown-friend',
  severity: 'information',
  summary: {
    en: 'The friend\'s name is not in askwell.json, but close to one that is.',
    de: 'Der Name steht nicht in askwell.json, ähnelt aber einem, der dort steht.',
  },
  reason: {
    en: 'With a name that is off by a letter, the history would silently not apply: Askwell would think that you never asked this friend.',
    de: 'Mit einem Buchstaben Unterschied gälte der Verlauf stillschweigend nicht: Askwell nähme an, du hättest diese Person nie gefragt.',
  },
  examples: [
    {
      lang: 'en', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "friends": [{ "name": "Marja Lopez" }] }',
      bad: 'Hi Maria, would you look over my CV? It is attached. If you would rather not, just say so. I will bake you a cake.',
      good: 'Hi Marja, would you look over my CV? It is attached. If you would rather not, just say so. I will bake you a cake.',
      badFriend: 'Maria Lopez', goodFriend: 'Marja Lopez',
    },
    {
      lang: 'de', ask: 'resume-review', matter: 'channel: chat',
      workspace: '{ "version": 1, "friends": [{ "name": "Marja Lopez" }] }',
      bad: 'Hallo Maria, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich backe dir einen Kuchen.',
      good: 'Hallo Marja, würdest du über meinen Lebenslauf schauen? Er hängt an. Wenn du lieber nicht magst, sag es einfach. Ich backe dir einen Kuchen.',
      badFriend: 'Maria Lopez', goodFriend: 'Marja Lopez',
    },
  ],
  check({ draft, friend, workspace, locale }) {
    const { values, places } = draft.frontMatter
    if (values.friend === undefined || friend || !places.friend) return undefined
    const close = almostKnown(workspace, values.friend)
    if (!close) return undefined
    const edit = setFrontMatter(draft, 'friend', close.name)
    return {
      at: places.friend.value,
      message: {
        en: `askwell.json does not know “${values.friend}”, but it knows “${close.name}”. If that is who you mean, use that name, so that the history applies.`,
        de: `askwell.json kennt „${values.friend}“ nicht, aber „${close.name}“. Wenn du diese Person meinst, nimm diesen Namen, damit der Verlauf gilt.`,
      }[locale],
      fixes: [
        ...(edit ? [{ title: { en: `Use “${close.name}”`, de: `„${close.name}“ verwenden` }[locale], edits: [edit], preferred: true }] : []),
        ...(workspace.writable ? [{
          title: { en: `Add “${values.friend}” to askwell.json`, de: `„${values.friend}“ in askwell.json aufnehmen` }[locale],
          edits: [],
          workspaceEdits: editWorkspace(workspace.text, { kind: 'add-friend', friend: { name: values.friend } }),
        }] : []),
      ],
    }
  },
}
