import { testRule } from '../table.ts'

testRule('direct/buried', {
  fires: {
    en: [
      {
        body: 'Hi Maria,\n\nThe garden is finally coming along. We have had tomatoes since June. The neighbours\' cat approves of all of it. Would you introduce me to Jane Whitfield at Northgate?\n\nLove\nEdith',
        at: 'Would you introduce me to Jane Whitfield at Northgate?',
      },
      { body: 'Hope you are well! The kids started school this week. I still can\'t believe how fast it went. Could you look over my CV?', at: 'Could you look over my CV?' },
      'Last Saturday we took the slow train along the coast with my mother, who had packed sandwiches for a whole regiment, and we got out at every second station because she wanted to see where her grandfather had mended nets, sold herring and, if one believes the family, won a boat at cards that he lost again before supper on the very same day. Would you act as a reference for my application to the museum?',
      'omg what a week. first the boiler died. then the car. anyway can u refer me for the warehouse job, ref 20931?',
      { body: 'I hope this finds you well. It was a wet summer here. My sister has moved to Oslo. Would you review my CV?', matter: 'ask: resume-review\nchannel: email\nsubject: Could you review my CV?' },
      'How are you? Here it is very cold already. My family sends greetings to you. I want to ask if you can be my reference for the job in the hospital.',
      'I finished my apprenticeship in July. Since then I have been working nights at the depot. In spring I want to move to days. Could you tell me when you hear of an opening in dispatch?',
      'Thank you for the lovely weekend. The lake was perfect. I have had that song in my head ever since. Would you write me a LinkedIn recommendation about the two years at Acme?',
      {
        body: 'Dear Ms Lopez,\n\nWith great pleasure I read of your appointment. My wife and I raised a glass to you.\n\nThe choir misses your alto. I should be grateful if you would put me in touch with Professor Adeyemi.',
        at: 'I should be grateful if you would put me in touch with Professor Adeyemi.',
      },
    ],
    de: [
      {
        body: 'Hallo Maria,\n\nder Garten wird endlich was. Seit Juni essen wir Tomaten. Auch der Nachbarskater ist zufrieden. Stellst du mich Frau Brandl von der Stadtplanung vor?\n\nLiebe Grüße\nEdith',
        at: 'Stellst du mich Frau Brandl von der Stadtplanung vor?',
      },
      { body: 'Ich hoffe, es geht dir gut! Die Kinder sind seit Montag in der Schule. Ich kann noch gar nicht glauben, wie schnell das ging. Könntest du über meinen Lebenslauf schauen?', at: 'Könntest du über meinen Lebenslauf schauen?' },
      'Am Samstag sind wir mit meiner Mutter, die Brote für ein ganzes Regiment dabeihatte, im Bummelzug die Küste entlanggefahren und an jedem zweiten Bahnhof ausgestiegen, weil sie sehen wollte, wo ihr Großvater Netze geflickt, Heringe verkauft und, wenn man der Familie glauben darf, beim Kartenspiel ein Boot gewonnen hat, das er noch vor dem Abendbrot am selben Tag wieder verlor. Würdest du als Referenz für meine Bewerbung beim Museum zur Verfügung stehen?',
      'boah was für ne woche. erst die heizung kaputt. dann das auto. egal, kannst du mich bei euch für die stelle im lager empfehlen, nr 20931?',
      { body: 'Ich hoffe, dir geht es gut. Der Sommer war hier ziemlich nass. Meine Schwester ist nach Oslo gezogen. Liest du meinen Lebenslauf durch?', matter: 'ask: resume-review\nchannel: email\nsubject: Liest du meinen Lebenslauf durch?' },
      'Wie geht es dir? Bei uns ist es schon sehr kalt. Meine Familie grüßt dich. Ich möchte fragen, ob du meine Referenz für die Arbeit im Krankenhaus sein kannst.',
      'Im Juli habe ich ausgelernt. Seitdem fahre ich Nachtschichten im Depot. Ab Frühling will ich tagsüber arbeiten. Sagst du mir Bescheid, wenn du von einer Stelle in der Disposition hörst?',
      'Danke für das schöne Wochenende. Der See war ein Traum. Das Lied geht mir nicht mehr aus dem Kopf. Würdest du mir eine LinkedIn-Empfehlung über die zwei Jahre bei Acme schreiben?',
      {
        body: 'Sehr geehrte Frau Lopez,\n\nmit großer Freude habe ich von Ihrer Berufung gelesen. Meine Frau und ich haben auf Sie angestoßen.\n\nDer Chor vermisst Ihre Stimme. Ich wäre Ihnen dankbar, wenn Sie den Kontakt zu Professorin Adeyemi herstellen könnten.',
        at: 'Ich wäre Ihnen dankbar, wenn Sie den Kontakt zu Professorin Adeyemi herstellen könnten.',
      },
    ],
  },
  quiet: {
    en: [
      'Would you introduce me to Jane Whitfield at Northgate? The garden is coming along. We have had tomatoes since June. The cat approves of it all.',
      'Hope you are well! The kids started school this week. Could you look over my CV?',
      'Dear Maria,\n\nIt was good to see you on Sunday. You looked rested. Would you act as my reference for the museum?\n\nYours\nEdith',
      'The garden is coming along. We have had tomatoes since June. The cat approves of it all. See you on Sunday!',
      'The kids started school. The car died. Work is work. Could I pick your brain some time?',
      'Could you refer me for the warehouse job, ref 20931? It was a hard year. The old depot closed. I have been on nights since. So would you refer me?',
      'I am writing to ask you for a referral for the analyst post. I have five years in claims. Before that I taught maths. My CV is attached. Would you put me forward?',
      'Would you tell me how you became a vet? Three things puzzle me.\n\n- How long was the training?\n- Did you have to move for it?\n- What would you skip today?',
      'Long time! Do you know of any openings for a welder? I finished my certificate in May. The old yard has closed. My brother says hello.',
    ],
    de: [
      'Stellst du mich Frau Brandl von der Stadtplanung vor? Der Garten wird endlich was. Seit Juni essen wir Tomaten. Auch der Kater ist zufrieden.',
      'Ich hoffe, es geht dir gut! Die Kinder sind seit Montag in der Schule. Könntest du über meinen Lebenslauf schauen?',
      'Liebe Maria,\n\nes war schön, dich am Sonntag zu sehen. Du sahst erholt aus. Würdest du als meine Referenz für das Museum zur Verfügung stehen?\n\nDeine\nEdith',
      'Der Garten wird endlich was. Seit Juni essen wir Tomaten. Auch der Kater ist zufrieden. Bis Sonntag!',
      'Die Kinder sind in der Schule. Das Auto ist hin. Arbeit ist Arbeit. Darf ich mal dein Hirn anzapfen?',
      'Kannst du mich für die Stelle im Lager empfehlen, Nr. 20931? Es war ein hartes Jahr. Das alte Depot hat zugemacht. Seitdem fahre ich nachts. Also, empfiehlst du mich?',
      'Ich schreibe Ihnen mit der Bitte, mich für die Stelle als Analyst zu empfehlen. Ich habe fünf Jahre Schäden reguliert. Davor war ich Mathelehrer. Mein Lebenslauf hängt an. Würden Sie mich vorschlagen?',
      'Erzählst du mir, wie du Tierärztin geworden bist? Drei Dinge frage ich mich.\n\n- Wie lang war die Ausbildung?\n- Musstest du dafür umziehen?\n- Was würdest du heute weglassen?',
      'Lang nicht gesehen! Weißt du von freien Stellen als Schweißer? Im Mai habe ich den Schein gemacht. Die alte Werft ist zu. Mein Bruder lässt grüßen.',
    ],
  },
})
