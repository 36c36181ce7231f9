import { testRule } from '../table.ts'

const sie = [{ name: 'Maria', address: 'Sie' }]
const du = [{ name: 'Maria', address: 'du' }]

testRule('draft/register', {
  fires: {
    de: [
      { body: 'Hallo Maria, ich hoffe, du bist gesund. Dürfte ich Sie als Referenz nennen?', at: 'Sie' },
      { body: 'Sehr geehrte Frau Lopez, hätten Sie kurz Zeit, um über deinen Weg ins Ministerium zu sprechen? Ich danke Ihnen.', at: 'deinen' },
      { body: 'Ich danke Ihnen für die Hilfe. Würden Sie mich vorstellen? Ich melde mich bei dir.', at: 'dir' },
      { body: 'Hast du meinen Brief bekommen? Ich danke Ihnen dafür.', at: 'Ihnen' },
      { body: 'Könntest du über meinen Lebenslauf schauen?', friends: sie, at: 'du' },
      { body: 'Ich hätte gern Ihren Rat.', friends: du, at: 'Ihren' },
      { body: 'Wenn Dir das recht ist, nenne ich Sie als Referenz, und Dein Chef ruft an.', at: 'Sie' },
      { body: 'Liest du meinen Lebenslauf durch?\n\n- Was sagt Ihnen der erste Absatz?\n- Was fehlt dir?', at: 'Ihnen' },
      { body: 'Ich danke *Ihnen* sehr. Ich habe an dich gedacht, weil du die Branche kennst.', at: 'Ihnen' },
      { body: 'Ich schicke dir alles heute Abend, wenn ich Sie erreiche; und was meinst du?', at: 'Sie' },
    ],
  },
  quiet: {
    en: [
      { body: 'Would you look over my CV?', friends: sie },
      { body: 'I would tell Sie and du apart: "Könnten Sie" against "kannst du". Would you look over my German?', friends: du },
      'Do you know du Pont? Would you refer me there?',
      'My Sie is better than my du, my teacher says. Would you check my letter?',
      { body: 'Would you introduce me to Dir. Whitfield?', friends: sie },
      'Would you read it? The heading is "Ihr Profil, dein Weg".',
      { body: 'cv check? ty', friends: du },
      'Thank you for the ride to Sils. Would you refer me?',
    ],
    de: [
      'Hallo Maria, ich hoffe, du bist gesund. Darf ich dich als Referenz nennen?',
      'Sehr geehrte Frau Lopez, dürfte ich Sie als Referenz nennen? Ihre Antwort freut mich in jedem Fall.',
      { body: 'Könntest du über meinen Lebenslauf schauen?', friends: du },
      { body: 'Könnten Sie über meinen Lebenslauf schauen?', friends: sie },
      'Kennst du Frau Brandl? Sie leitet die Stadtplanung, und ich möchte dich bitten, mich ihr vorzustellen.',
      'Kannst du den Brief lesen, den ich verschicke? Er beginnt so: „Ich danke Ihnen für Ihre Anzeige.“',
      'Kannst du das gegenlesen?\n\n> Sehr geehrte Damen und Herren, ich danke Ihnen für Ihre Anzeige.',
      'Wenn Du magst, schau über meinen Lebenslauf. Ich danke Dir und Deinem Mann.',
      'Ich frage euch beide: Kennt ihr jemanden in eurer Firma? Danke, dass du das weitergibst.',
      'Würden Sie mich vorstellen? Mein Bruder sagt immer: „Du schaffst das.“ Ihm glaube ich nicht, Ihnen schon.',
      { body: 'Schaust über meinen Lebenslauf?', friends: sie },
    ],
  },
})
