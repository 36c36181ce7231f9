import { testRule } from '../table.ts'

testRule('legwork/no-blurb', {
  matter: 'ask: introduction',
  fires: {
    en: [
      'Would you introduce me to Jane Whitfield at Northgate?',
      'Would you introduce me to Jane Whitfield? I will send you a paragraph about me later.',
      'Would you put me in touch with Professor Adeyemi? She runs the soil lab and has written two books on peat. I admire her work.',
      'can u intro me to ur boss? u know what i do anyway lol',
      'Could you introduce me to Tom Baker? My CV is attached.',
      'Dear Ms Lopez, I should be grateful for an introduction to Mr Baker. You know my background well enough to describe it.',
      'Would you introduce me to Jane? You could say something nice about me, whatever comes to mind.',
      'Hi Maria, can you present me to your colleague Anna? I write you some sentences about me if you say yes.',
      { body: 'Would you introduce me to Jane Whitfield at Northgate?\n\n> Paragraph about me: to follow.' },
    ],
    de: [
      'Stellst du mich Frau Brandl von der Stadtplanung vor?',
      'Stellst du mich Frau Brandl vor? Einen Absatz über mich schicke ich dir noch.',
      'Stellen Sie den Kontakt zu Professorin Adeyemi her? Sie leitet das Bodenlabor und hat zwei Bücher über Torf geschrieben. Ich bewundere ihre Arbeit.',
      'stellst du mich deiner chefin vor? was ich mach weißt du ja lol',
      'Könntest du mich Tom Bäcker vorstellen? Mein Lebenslauf hängt an.',
      'Sehr geehrte Frau Lopez, für eine Vorstellung bei Herrn Becker wäre ich Ihnen dankbar. Meinen Werdegang kennen Sie ja gut genug, um ihn zu schildern.',
      'Stellst du mich Jana vor? Sag halt was Nettes über mich, was dir gerade einfällt.',
      'Hallo Maria, kannst du mich deiner Kollegin Anna vorstellen? Ich schreibe dir ein paar Sätze über mich, wenn du ja sagst.',
      { body: 'Stellst du mich Frau Brandl von der Stadtplanung vor?\n\n> Absatz über mich: folgt.' },
    ],
  },
  quiet: {
    en: [
      'Would you introduce me to Jane Whitfield? To paste: I am a cartographer with eight years at the county council. I would like to talk to Jane because her team draws the maps that I grew up with.',
      'Would you introduce me to Jane Whitfield?\n\n> Edith Moore is a cartographer with eight years at the county council, where she redrew the cycling network. She would like to talk to Jane about moving into transport planning.',
      'Could you put me in touch with Tom Baker? I\'m a nurse turned medical writer, I have written forty leaflets for the heart clinic over three years, and I\'d like to ask Tom how he built up a freelance list.',
      'Please introduce me to your lab head. About me: I studied chemistry in Kraków. Since 2021 I work in quality control of a dairy. I want to ask how is the work with enzymes.',
      'intro to ur boss? heres smth u can paste: \n\n"Jo runs the night kitchen at Harbour Inn. She has trained six apprentices and wants to talk about the head chef opening."',
      'Would you introduce me to Ms Osei?\n\nFacts to forward:\n\n- Edith Moore, bookbinder in Leith since 2012\n- has restored the parish registers of three dioceses\n- looks for a workshop to share from spring, and would like to see Ms Osei\'s',
      'Dear Ms Lopez, might I ask you for an introduction to Mr Baker? Should you wish to forward a few lines: our team of four repairs church organs across the north. We would like to speak to Mr Baker about his timber.',
      { body: 'Could you refer me for job 3312?', matter: 'ask: referral' },
      { body: 'Would you introduce me to Jane Whitfield?', matter: 'ask: other' },
    ],
    de: [
      'Stellst du mich Frau Brandl vor? Zum Einfügen: Ich bin Kartografin und seit acht Jahren beim Landkreis. Mit Frau Brandl möchte ich sprechen, weil ihr Team die Radwege plant, die ich zeichne.',
      'Stellst du mich Frau Brandl vor?\n\n> Edith Moor ist Kartografin und hat in acht Jahren beim Landkreis das Radnetz neu gezeichnet. Sie möchte mit Frau Brandl über einen Wechsel in die Verkehrsplanung sprechen.',
      'Könntest du den Kontakt zu Tom Bäcker herstellen? Ich war Krankenpflegerin und schreibe jetzt medizinische Texte, in drei Jahren vierzig Broschüren für die Herzklinik, und möchte Tom fragen, wie er zu seinen ersten Aufträgen gekommen ist.',
      'Bitte stell mich deiner Laborleiterin vor. Über mich: Ich habe in Krakau Chemie studiert. Seit 2021 arbeite ich in der Qualitätskontrolle einer Molkerei. Ich möchte sie fragen, wie die Arbeit mit Enzymen ist.',
      'stellst du mich deiner chefin vor? kannst das hier reinkopieren: \n\n„Jo leitet die Nachtküche im Hafenkrug. Sie hat sechs Lehrlinge ausgebildet und möchte über die Stelle als Küchenchefin sprechen.“',
      'Stellen Sie mich Frau Osei vor?\n\nZum Weiterleiten:\n\n- Edith Moor, Buchbinderin in Leipzig seit 2012\n- hat die Kirchenbücher dreier Bistümer restauriert\n- sucht ab Frühjahr eine Werkstatt zum Teilen und würde gern die von Frau Osei sehen',
      'Sehr geehrte Frau Lopez, dürfte ich Sie um den Kontakt zu Herrn Becker bitten? Falls Sie ein paar Zeilen weitergeben möchten: Unser vierköpfiges Team setzt im ganzen Norden Kirchenorgeln instand. Mit Herrn Becker würden wir gern über sein Holz sprechen.',
      { body: 'Könntest du mich für die Stelle 3312 empfehlen?', matter: 'ask: referral' },
      { body: 'Stellst du mich Frau Brandl vor?', matter: 'ask: other' },
    ],
  },
})
