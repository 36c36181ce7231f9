import { testRule } from '../table.ts'

const en = (subject: string, at: string | undefined = subject): { body: string; matter: string; at?: string } =>
  ({ body: 'Would you look over my CV before Friday? It is attached.', matter: `ask: resume-review\nchannel: email\n${subject}`, ...(at === '' ? {} : { at: at.replace(/^subject: /, '') }) })
const de = (subject: string, at: string | undefined = subject): { body: string; matter: string; at?: string } =>
  ({ body: 'Schaust du bis Freitag über meinen Lebenslauf? Er hängt an.', matter: `ask: resume-review\nchannel: email\n${subject}`, ...(at === '' ? {} : { at: at.replace(/^subject: /, '') }) })

testRule('direct/subject', {
  fires: {
    en: [
      en('subject: Hi'),
      en('subject: Quick question'),
      en('subject: Hello stranger'),
      en('subject: A favour'),
      en('subject: Long time no see!'),
      en('subject: "Re: Sunday"'),
      en('subject: Drinks on Friday?'),
      en('subject: Important, please read'),
      en('subject: ""', ''),
      en('subject:', ''),
      en('target: Acme', ''),
    ],
    de: [
      de('subject: Hallo'),
      de('subject: Kurze Frage'),
      de('subject: Lange nichts gehört'),
      de('subject: Eine Bitte'),
      de('subject: Na, wie geht\'s?'),
      de('subject: "AW: Sonntag"'),
      de('subject: Bier am Freitag?'),
      de('subject: Wichtig, bitte lesen'),
      de('subject: ""', ''),
      de('subject:', ''),
      de('target: Acme', ''),
    ],
  },
  quiet: {
    en: [
      en('subject: Would you look over my CV?'),
      en('subject: Intro to Jane Whitfield at Northgate?'),
      en('subject: Reference for the clinic job'),
      en('subject: Twenty minutes about your work as a vet?'),
      en('subject: "Job 3312: would you refer me?"'),
      en('subject: LinkedIn recommendation about our Acme years?'),
      en('subject: Openings for a pastry chef in York?'),
      en('subject: Your advice on two job offers'),
      { body: 'Would you look over my CV?', matter: 'channel: chat' },
      { body: 'Would you look over my CV?', matter: 'channel: linkedin\nsubject: Hi' },
    ],
    de: [
      de('subject: Schaust du über meinen Lebenslauf?'),
      de('subject: Kontakt zu Frau Brandl von der Stadtplanung?'),
      de('subject: Referenz für die Stelle in der Klinik'),
      de('subject: Zwanzig Minuten über Ihre Arbeit als Tierärztin?'),
      de('subject: "Stelle 3312: Empfiehlst du mich?"'),
      de('subject: LinkedIn-Empfehlung über unsere Zeit bei Acme?'),
      de('subject: Freie Stellen für eine Konditorin in Ulm?'),
      de('subject: Dein Rat zu zwei Jobangeboten'),
      { body: 'Schaust du über meinen Lebenslauf?', matter: 'channel: chat' },
      { body: 'Schaust du über meinen Lebenslauf?', matter: 'channel: linkedin\nsubject: Hallo' },
    ],
  },
})
