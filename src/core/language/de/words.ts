import type { AskType } from '../../draft/front-matter.ts'
import type { Address } from '../../history/schema.ts'
import type { Words } from '../words.ts'

const or = (target: string | undefined, slot: string): string => target?.trim() || slot

/** The German words, with du or Sie. */
export const wordsFor = (address: Address): Words => (address === 'Sie' ? sie : du)

const make = (d: (du: string, sie: string) => string): Words => ({
  ask(type, target) {
    switch (type) {
      case 'introduction': return [
        `${d('Würdest du', 'Würden Sie')} mich ${or(target, '[Name, Firma]')} vorstellen?`,
        `Ich möchte ${d('dich', 'Sie')} um eine Vorstellung bei ${or(target, '[Name, Firma]')} bitten.`,
      ]
      case 'informational-interview': return [
        `Darf ich ${d('dich', 'Sie')} zwanzig Minuten lang am Telefon über ${d('deine', 'Ihre')} Arbeit ausfragen${target ? ` (${target})` : ''}?`,
        `${d('Hättest du', 'Hätten Sie')} zwanzig Minuten, um mir am Telefon von ${d('deiner', 'Ihrer')} Arbeit zu erzählen${target ? ` (${target})` : ''}?`,
      ]
      case 'advice': return [
        `Ich hätte gern ${d('deinen', 'Ihren')} Rat zu ${or(target, '[der Entscheidung, vor der du stehst]')}.`,
        `Was ${d('meinst du', 'meinen Sie')} zu ${or(target, '[der Entscheidung, vor der du stehst]')}?`,
      ]
      case 'referral': return [
        `${d('Würdest du', 'Würden Sie')} mich für ${or(target, '[Stelle] bei [Firma]')} empfehlen?`,
        `${d('Könntest du', 'Könnten Sie')} mich intern für ${or(target, '[Stelle] bei [Firma]')} vorschlagen?`,
      ]
      case 'resume-review': return [
        `${d('Würdest du', 'Würden Sie')} meinen Lebenslauf durchlesen und mir sagen, was ${d('du', 'Sie')} ändern ${d('würdest', 'würden')}?`,
        `${d('Könntest du', 'Könnten Sie')} einmal über meinen Lebenslauf schauen${target ? ` (für ${target})` : ''} und anstreichen, was unklar ist?`,
      ]
      case 'recommendation': return [
        `${d('Würdest du', 'Würden Sie')} mir eine Empfehlung auf LinkedIn schreiben?`,
        `${d('Könntest du', 'Könnten Sie')} ein paar Sätze über unsere gemeinsame Arbeit als Empfehlung in mein LinkedIn-Profil schreiben?`,
      ]
      case 'reference': return [
        `Darf ich ${d('dich', 'Sie')} als Referenz angeben${target ? ` (${target})` : ''}?`,
        `${d('Würdest du', 'Würden Sie')} als Referenz für mich zur Verfügung stehen${target ? ` (${target})` : ''}?`,
      ]
      case 'job-lead': return [
        `${d('Sagst du', 'Sagen Sie')} mir Bescheid, wenn ${d('du', 'Sie')} von einer freien Stelle ${d('hörst', 'hören')}${target ? ` (${target})` : ' im Bereich [Fach]'}?`,
        `Falls ${d('du', 'Sie')} von einer Stelle ${d('hörst', 'hören')}${target ? ` (${target})` : ' im Bereich [Fach]'}, ${d('schreib', 'schreiben Sie')} mir bitte den Namen der Firma?`,
      ]
      case 'other': return [
        `${d('Könntest du', 'Könnten Sie')} mir bei ${or(target, '[was genau]')} helfen?`,
      ]
    }
  },
  subject(type, target) {
    switch (type) {
      case 'introduction': return [`Bitte um Kontakt zu ${or(target, '[Name]')}`, `${d('Stellst du', 'Stellen Sie')} mich ${or(target, '[Name]')} vor?`]
      case 'informational-interview': return [`Zwanzig Minuten über ${or(target, d('deine Arbeit', 'Ihre Arbeit'))}?`, `Bitte um ein Gespräch über ${or(target, d('deine Arbeit', 'Ihre Arbeit'))}`]
      case 'advice': return [`Bitte um ${d('deinen', 'Ihren')} Rat: ${or(target, 'eine berufliche Entscheidung')}`, `${d('Deine', 'Ihre')} Meinung zu ${or(target, 'einem Jobangebot')}?`]
      case 'referral': return [`Empfehlung für die Stelle ${or(target, '[Stelle]')}?`, `${d('Schlägst du', 'Schlagen Sie')} mich für ${or(target, '[Stelle]')} vor?`]
      case 'resume-review': return [`${d('Schaust du', 'Schauen Sie')} über meinen Lebenslauf?`, `Mein Lebenslauf${target ? ` für ${target}` : ''}: Bitte um Durchsicht`]
      case 'recommendation': return ['Bitte um eine Empfehlung auf LinkedIn', `${d('Schreibst du', 'Schreiben Sie')} mir eine LinkedIn-Empfehlung?`]
      case 'reference': return [`Darf ich ${d('dich', 'Sie')} als Referenz nennen${target ? ` (${target})` : ''}?`, `Referenz für ${or(target, 'meine Bewerbung')}`]
      case 'job-lead': return [`Ich suche eine Stelle${target ? ` (${target})` : ''}: ${d('Hast du', 'Haben Sie')} etwas gehört?`, `Freie Stellen${target ? ` (${target})` : ' in meinem Fach'}?`]
      case 'other': return [`${d('Hilfst du', 'Helfen Sie')} mir bei ${or(target, '[was genau]')}?`]
    }
  },
  waysOut: [
    `Wenn ${d('du', 'Sie')} lieber nicht ${d('magst', 'möchten')}, ${d('schreib', 'schreiben Sie')} einfach „diesmal nicht“, ich frage nicht nach.`,
    `Sollte das für ${d('dich', 'Sie')} in irgendeiner Weise unangenehm sein, genügt ein „Nein, leider“, und zwischen uns ändert sich nichts.`,
    `Falls ${d('dein', 'Ihr')} Arbeitgeber so etwas nicht gern sieht oder ${d('dir', 'Ihnen')} nicht danach ist, ${d('antworte', 'antworten Sie')} kurz „das geht nicht“, und die Sache ist erledigt.`,
    `${d('Du darfst', 'Sie dürfen')} dazu Nein sagen: „Da passe ich“ ist eine vollständige Antwort, und ich frage jemand anderen.`,
  ],
  offers: [
    `Und wenn ich umgekehrt etwas für ${d('dich', 'Sie')} tun kann, dann sehr gern.`,
    `Ich revanchiere mich gern: Gibt es etwas von ${d('dir', 'Ihnen')}, das ich lesen, reparieren oder tragen könnte?`,
    'Das Mittagessen geht auf mich, wie auch immer die Antwort ausfällt.',
    `Wenn ${d('du', 'Sie')} einmal Hilfe bei etwas Eigenem ${d('brauchst', 'brauchen')}, bin ich da.`,
  ],
  acknowledge({ within60, newestDaysAgo }) {
    const ago = newestDaysAgo === 0 ? 'erst heute' : newestDaysAgo === 1 ? 'erst gestern' : newestDaysAgo < 14 ? `erst vor ${newestDaysAgo} Tagen` : `erst vor ${Math.round(newestDaysAgo / 7)} Wochen`
    return within60 >= 2
      ? [
        `Ich weiß, das ist in zwei Monaten schon meine ${ordinal(within60 + 1)} Bitte an ${d('dich', 'Sie')}, und selbstverständlich ist das nicht.`,
        `Das ist innerhalb weniger Wochen die ${ordinal(within60 + 1)} Anfrage von mir; ich zähle mit und weiß, was ich ${d('dir', 'Ihnen')} verdanke.`,
      ]
      : [
        `Ich weiß, dass ich ${d('dich', 'Sie')} ${ago} um etwas gebeten habe und nun schon wieder komme.`,
        `Es ist ${ago.replace('erst ', '')} gewesen, dass ich zuletzt mit einer Bitte kam; mir ist klar, dass das früh ist.`,
      ]
  },
  thanks(type) {
    return [`Danke noch einmal für ${done(type, d)}, das hat mir sehr geholfen.`, `Vorweg: vielen Dank für ${done(type, d)}.`]
  },
  pending(type) {
    return [
      `Meine frühere Frage wegen ${matter(type)} liegt noch bei ${d('dir', 'Ihnen')}, das weiß ich; ${d('nimm', 'nehmen Sie')} bitte diese zuerst, oder ${d('lass', 'lassen Sie')} beide liegen.`,
      `Meine letzte Nachricht wegen ${matter(type)} ${d('kannst du', 'können Sie')} vergessen, die hat sich erledigt.`,
    ]
  },
  blurbLead: `Hier ein Absatz über mich, den ${d('du', 'Sie')} so weiterleiten ${d('kannst', 'können')}:`,
  blurbScaffold: (name) =>
    `> ${name ?? '[Dein Name]'} ist [Beruf] mit [Zahl] Jahren Erfahrung in [Fach], zurzeit bei [Firma]. ${name?.split(' ')[0] ?? 'Er oder sie'} möchte mit [Name] sprechen, weil [Grund].`,
  questionsLead: 'Das würde ich gern wissen:',
  questions(type, target) {
    return type === 'informational-interview'
      ? [`Wie ${d('bist du', 'sind Sie')} zu ${or(target, '[Fach]')} gekommen, und was ${d('würdest du', 'würden Sie')} heute anders machen?`, 'Wie sieht ein gewöhnlicher Dienstag in [Rolle oder Team] aus?', `Welche Erfahrung aus [mein Fach] zählt in ${d('deinem', 'Ihrem')} Team, und welche nicht?`]
      : [`Was ${d('würdest du', 'würden Sie')} stärker gewichten, [Möglichkeit A] oder [Möglichkeit B]?`, `Was ${d('hast du', 'haben Sie')} übersehen, als ${d('du', 'Sie')} den Schritt zu [Rolle] gemacht ${d('hast', 'haben')}?`]
  },
  target(type, target) {
    return type === 'introduction'
      ? `Es geht mir um ${or(target, '[Name] bei [Firma]')}.`
      : `Es geht um die Stelle ${or(target, '[Titel] bei [Firma]')}.`
  },
  material(type, links) {
    const cv = links['cv'] ? `Mein Lebenslauf: ${links['cv']}` : 'Mein Lebenslauf hängt an.'
    switch (type) {
      case 'resume-review': return [cv]
      case 'referral': return [`Die Ausschreibung: [Link]. ${cv}`]
      default: return [
        `Stichpunkte, die ${d('du', 'Sie')} erwähnen ${d('könntest', 'könnten')}, wenn ${d('du', 'Sie')} es genauso in Erinnerung ${d('hast', 'haben')}:\n\n- [ein gemeinsames Projekt und was dabei herauskam]\n- [etwas, das ${d('du', 'Sie')} mich gut hast machen sehen]`.replace('gut hast machen sehen', d('gut hast machen sehen', 'gut haben machen sehen')),
      ]
    }
  },
  times: [
    'Zwanzig Minuten genügen völlig, nächste Woche an jedem Abend.',
    'Eine Viertelstunde am Telefon reicht; nächste Woche kann ich jeden Tag vor neun oder nach siebzehn Uhr.',
    `Höchstens eine halbe Stunde, nächste oder übernächste Woche, wann es ${d('dir', 'Ihnen')} passt.`,
  ],
  workedTogether: (where) => where ? `Wir haben zusammengearbeitet (${where}).` : 'Wir haben zusammengearbeitet: [Firma, Jahre].',
  honest: `${d('Sag', 'Sagen Sie')} bitte nur, was ${d('du', 'Sie')} selbst erlebt ${d('hast', 'haben')}.`,
  proper: `${d('Erzähl', 'Erzählen Sie')} mir bitte nur, was ${d('du', 'Sie')} jedem erzählen ${d('darfst', 'dürfen')}.`,
  softer: `Es eilt nicht, und ${d('du schuldest', 'Sie schulden')} mir nichts.`,
})

const ordinal = (n: number): string =>
  ['erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'sechste', 'siebte', 'achte', 'neunte', 'zehnte'][n - 1] ?? `${n}.`

/** What the friend did, behind "danke für". */
function done(type: AskType, d: (du: string, sie: string) => string): string {
  switch (type) {
    case 'introduction': return d('deine Vorstellung neulich', 'Ihre Vorstellung neulich')
    case 'informational-interview': return d('deine Zeit und alles, was du mir über deine Arbeit erzählt hast', 'Ihre Zeit und alles, was Sie mir über Ihre Arbeit erzählt haben')
    case 'advice': return d('deinen Rat beim letzten Mal', 'Ihren Rat beim letzten Mal')
    case 'referral': return d('deine Empfehlung bei deiner Firma', 'Ihre Empfehlung bei Ihrer Firma')
    case 'resume-review': return d('deine Anmerkungen zu meinem Lebenslauf', 'Ihre Anmerkungen zu meinem Lebenslauf')
    case 'recommendation': return d('deine Empfehlung auf LinkedIn', 'Ihre Empfehlung auf LinkedIn')
    case 'reference': return d('deine Auskunft als Referenz', 'Ihre Auskunft als Referenz')
    case 'job-lead': return d('deinen Tipp mit der Stelle', 'Ihren Tipp mit der Stelle')
    case 'other': return d('deine Hilfe beim letzten Mal', 'Ihre Hilfe beim letzten Mal')
  }
}

/** What an earlier ask was about, behind "wegen". */
function matter(type: AskType): string {
  switch (type) {
    case 'introduction': return 'der Vorstellung'
    case 'informational-interview': return 'eines Gesprächs über die Arbeit'
    case 'advice': return 'eines Rats'
    case 'referral': return 'der Empfehlung für die Stelle'
    case 'resume-review': return 'meines Lebenslaufs'
    case 'recommendation': return 'der LinkedIn-Empfehlung'
    case 'reference': return 'der Referenz'
    case 'job-lead': return 'freier Stellen'
    case 'other': return 'der anderen Sache'
  }
}

const du = make((first) => first)
const sie = make((_, second) => second)
