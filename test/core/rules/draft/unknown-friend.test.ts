import { testRule, type Case } from '../table.ts'

const friends = [
  { name: 'Maria Lopez', aliases: ['Mari'] },
  { name: 'Jürgen Müßig' },
  { name: 'Sam Roy' },
  { name: 'Anna Berg' },
  { name: 'Anna Thal' },
]

const named = (body: string, name: string, at?: string): Case => ({ body, matter: `friend: ${name}`, ...(at === undefined ? {} : { at }) })
const en = (name: string, at?: string): Case => named('Would you look over my CV?', name, at)
const de = (name: string, at?: string): Case => named('Schaust du über meinen Lebenslauf?', name, at)

testRule('draft/unknown-friend', {
  friends,
  fires: {
    en: [
      en('Marja Lopez', 'Marja Lopez'),
      en('Maria Lopes', 'Maria Lopes'),
      en('Maria', 'Maria'),
      en('"Maria Lopezz"', '"Maria Lopezz"'),
      en('Maira Lopez', 'Maira Lopez'),
      en('Jurgen Mussig', 'Jurgen Mussig'),
      en('Sam Roi', 'Sam Roi'),
      en('sam', 'sam'),
      en('Marie', 'Marie'),
    ],
    de: [
      de('Marja Lopez', 'Marja Lopez'),
      de('Maria Lopes', 'Maria Lopes'),
      de('Maria', 'Maria'),
      de('"Maria Lopezz"', '"Maria Lopezz"'),
      de('Maira Lopez', 'Maira Lopez'),
      de('Juergen Müßig', 'Juergen Müßig'),
      de('Sam Roi', 'Sam Roi'),
      de('sam', 'sam'),
      de('Marie', 'Marie'),
    ],
  },
  quiet: {
    en: [
      en('Maria Lopez'),
      en('maria  lopez'),
      en('Mari'),
      en('Jurgen Mußig'),
      en('Tom Baker'),
      en('Anna'),
      en('""'),
      { ...en('Marja Lopez'), friends: [] },
      en('María López'),
    ],
    de: [
      de('Maria Lopez'),
      de('maria  lopez'),
      de('Mari'),
      de('Jürgen Müßig'),
      de('Tom Bäcker'),
      de('Anna'),
      de('""'),
      { ...de('Marja Lopez'), friends: [] },
      de('María López'),
    ],
  },
})
