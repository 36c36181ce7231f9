import { testRule, type Case } from '../table.ts'

/** A whole file with these lines between the fences. */
const matter = (lines: string, at?: string, eol = '\n'): Case => ({
  body: lines.replace(/\n/g, '; '),
  file: ['---', ...lines.split('\n'), '---', '', 'Hi Maria, would you look over my CV?', ''].join(eol),
  ...(at === undefined ? {} : { at }),
})

const faulty: readonly Case[] = [
  { body: 'no front matter', file: 'Hi Maria,\n\nwould you look over my CV?\n', at: 'Hi Maria,' },
  { body: 'empty file', file: '' },
  { body: 'not closed', file: '---\nfriend: Maria\nask: advice\n\nHi Maria, would you look over my CV?\n', at: '---' },
  matter('ask: advice', '---'),
  matter('friend: Maria', '---'),
  matter('# friend: Maria\nask: advice', '---'),
  matter('friend:\nask: advice', 'friend'),
  matter('friend: "  "\nask: advice', '"  "'),
  matter('friend: Maria\nask: favour', 'favour'),
  matter('friend: Maria\nask: Introduction', 'Introduction'),
  matter('friend: Maria\nask: [advice, referral]', '[advice, referral]'),
  matter('friend: Maria\nask: advice\nchannel: pigeon', 'pigeon'),
  matter('friend: Maria\nask: advice\nlang: fr', 'fr'),
  matter('friend: Maria\nask: advice\nsent: 31.12.2026', '31.12.2026'),
  matter('friend: Maria\nask: advice\nsent: 2026-02-30', '2026-02-30'),
  matter('friend: Maria\nask: advice\nworkedTogether: [Acme]', '[Acme]'),
  matter('friend: Maria\nask: advice\nattachments: 12', '12'),
  matter('friend: Maria\nask: advice\nsubject:\n  en: Hi'),
  matter('friend: Maria\nask: advice\naskwell-ignore: [line/presure]', '[line/presure]'),
  matter('friend: Maria\nask: advice\naskwell-ignore: pressure', 'pressure'),
  matter('friend: Maria\nask: "advice', undefined),
  matter('friend: Maria\nfriend: Sam\nask: advice'),
  matter('- Maria\n- advice', '---'),
  matter('just a note', '---'),
  { body: 'JavaScript', file: '---js\nmodule.exports = { friend: "Maria" }\n---\n\nHi Maria!\n', at: '---js' },
  { body: 'TOML', file: '--- toml\nfriend = "Maria"\n---\n\nHi Maria!\n', at: '--- toml' },
  matter('friend: Maria\r\nask: favour', 'favour', '\r\n'),
  { body: 'byte-order mark', file: '\uFEFF---\nfriend: Maria\nask: favour\n---\n\nHi!\n', at: 'favour' },
  { body: 'umlauts and emoji before the fault', file: '---\nfriend: Jürgen 🎉 Müßig\nask: favour\n---\n\nHi!\n', at: 'favour' },
  { body: 'longer than any message', file: `---\nfriend: Maria\nask: advice\n---\n\n${'Hi Maria. '.repeat(25_000)}` },
]

const sound: readonly Case[] = [
  matter('friend: Maria\nask: advice'),
  matter('ask: "informational-interview"\nfriend: \'Maria O\'\'Brien\''),
  matter('friend: Maria\nask: advice\ntags: [work, friends]\ncssclass: letter'),
  matter('friend: Maria # my oldest friend\n\n# what I want\nask: job-lead'),
  matter('{ friend: Maria, ask: advice, channel: chat }'),
  matter('friend: Maria\nask: advice\nsubject:\nlang:\nworkedTogether:'),
  matter('friend: Maria\nask: advice\nsent: false'),
  matter('friend: Maria\nask: advice\nattachments: cv.pdf\nworkedTogether: Acme, 2019–21'),
  matter('friend: Maria\nask: advice\nattachments:\n  - cv.pdf\n  - https://edith.example/posting'),
  matter('friend: Maria\nask: advice\naskwell-ignore: [line/pressure, return/no-offer]'),
  matter('friend: Maria\nask: advice\naskwell-ignore: line/pressure'),
  matter('friend: Maria\r\nask: advice', undefined, '\r\n'),
  { body: 'byte-order mark', file: '\uFEFF---\nfriend: Maria\nask: advice\n---\n\nHi!\n' },
  { body: 'blanks behind the fences', file: '---  \nfriend: Maria\nask: advice\n---  \n\nHi!\n' },
  { body: 'no body', file: '---\nfriend: Maria\nask: advice\n---' },
  { body: 'a rule below', file: '---\nfriend: Maria\nask: advice\n---\n\nHi!\n\n---\n\nask: none of your business\n' },
  matter('friend: Maria\nask: advice\nsent: 2026-11-01\nask-id: 01ABC'),
  matter('"friend": Maria\n"ask": advice'),
]

testRule('draft/front-matter', {
  mends: 'none',
  fires: { en: faulty, de: faulty },
  quiet: { en: sound, de: sound },
})

testRule('draft/front-matter', {
  mends: 'preferred',
  fires: {
    en: ['intro', 'Advice', 'JOB_LEAD', 'informational interview', 'resume', 'recommend', 'referrals', 'References'].map((value) => matter(`friend: Maria\nask: ${value}`, value)),
  },
  quiet: {},
})
