import type { Language } from '../draft/front-matter.ts'

/** Words by which facts are read off a text, where a grammar is surer than a trained model. Each is linear: no nested repetition. */
export interface Cues {
  /** How long a call may take. */
  readonly length: RegExp
  /** A day, a date or a window of time. */
  readonly when: RegExp
  /** A document about the writer's career. */
  readonly cv: RegExp
  /** Says that a document comes with the message. */
  readonly attached: RegExp
  /** Names a job posting. */
  readonly posting: RegExp
  /** Words that open a question inside of a sentence. */
  readonly questionWord: RegExp
  /** Names somebody by what they are to the friend: "your boss", "bei euch". */
  readonly theirs: RegExp
  /** Names nobody: "somebody", "a few people", "for a job". */
  readonly anybody: RegExp
  /** A name, by its form or by what stands before it. The first word of a text does not count. */
  readonly name: RegExp
  /** What others want of the writer: "she told me to say", "ich solle behaupten". */
  readonly reported: RegExp
  /** Addresses the friend. */
  readonly you: RegExp
  /** A greeting at the start of a text, up to its comma. */
  readonly greeting: RegExp
  /** A line that closes a letter. */
  readonly closing: RegExp
}

const en: Cues = {
  length: /\b(?:\d+(?:\s?[-–]\s?\d+)?|a|an|one|two|five|ten|fifteen|twenty|thirty|forty|half an|quarter of an|a few|couple of)[\s-](?:min(?:ute)?s?|mins?|hrs?|hours?|h)\b|\b\d+\s?(?:min|h|m)\b|\bhalf[\s-](?:an[\s-])?hour\b|\bhalf-hour\b/i,
  when: /\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|satur|sun)(?:day)?s?\b(?!\s*(?:'s|rota|shift))|\b(?:today|tonight|tomorrow|tmrw|tmr|2moro|weekend|this week|next week|next month|this evening|(?:any|some|an) (?:evening|morning|afternoon|lunchtime|night)|before work|after (?:work|six|five|seven|eight|nine|\d)|lunch ?time|in the (?:morning|evening|afternoon)s?)\b|\b\d{1,2}(?::\d{2})?\s?(?:am|pm|o'clock)\b|\b\d{1,2}:\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:jan(?:uary)?|feb(?:ruary)?|march|april|june|july|aug(?:ust)?|sept(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b|\bin (?:the )?(?:new year|spring|summer|autumn|fall|winter)\b/i,
  cv: /\b(?:cvs?|r[ée]sum[ée]s?|curriculum|portfolio|cover letter|application)\b/i,
  attached: /\b(?:attach(?:ed|ment|ing)?|enclosed?|enclosing|appended|here(?:'s| is| it is)|below|at the (?:bottom|end) of this|pdf)\b/i,
  posting: /\b(?:req(?:uisition)?|job|posting|ref(?:erence)?|position|role|vacancy|no|nr|number)\.?\s?(?:id|no\.?|nr\.?|number|code)?\s?[#:]?\s?[A-Z]{0,5}-?\d{3,}\b|#\d{3,}|\b[A-Z]{1,4}-\d{2,}\b/i,
  questionWord: /\b(?:how|what|which|whether|why|who|where|when|if|would|did|do|does|is|are|was|were|can|could|should)\b/gi,
  theirs: /\b(?:your|ur|yr)\s+(?!(?:own|many|best|various|old|other|few|two|three|contacts?|network|friends?|people|circle|clients?|connections?|colleagues|acquaintances|address|help|support|time|advice|opinion|(?:\p{L}+ )?(?:judge?ment|discretion|choice|taste|kindness|convenience|standing|influence|reputation|experience|career)|word|name|favou?rite)\b)[\p{L}-]+/iu,
  anybody: /\b(?:some(?:body|one|where|thing)|any(?:body|one|where|thing)|who(?:m)?ever|some people|(?:a )?few (?:people|of your)|two or three|one of (?:your|the)|your (?:contacts|network|connections|clients|circle)|a job|any job|some job|ppl)\b/iu,
  name: /(?<=[\p{L}\p{N},;:'"’)]\s+["'“‘(*_]{0,3})(?!(?:I|I'[a-z]+|CV|CVs|LinkedIn|Thursday|Friday|Monday|Tuesday|Wednesday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|English|PDF|OK|PS|HR)(?![\p{L}]))\p{Lu}[\p{L}'’.&-]+/u,
  reported: /\b(?:told|tells?|advised|advises|wants?|wanted|expects?|expected|says?|said|reckons?|suggest(?:s|ed)?)\b[^.!?]{0,30}\b(?:(?:me|us) to|(?:I|we|one) (?:should|ought to|must))\b/i,
  you: /\b(?:you|your|yours|u|ur|ye)\b/i,
  greeting: /^(?:hi|hello|hey+|heya|hiya|dear|good (?:morning|evening|afternoon)|yo|ciao|hola|greetings|alright|hullo)\b[^,!.:?\n]{0,40}[,!.:]?\s*/i,
  closing: /^(?:all the |my |with |kind |warm |best |many )*(?:best|regards|wishes|cheers|thanks|thank you|love|yours|sincerely|warmly|fondly|ta|thx|hugs?|take care)\b[^.?]{0,40}$/iu,
}

const de: Cues = {
  length: /(?:\b(?:\d+(?:\s?[-–]\s?\d+)?|eine?r?|zwei|fünf|fuenf|zehn|fünfzehn|fuenfzehn|zwanzig|dreißig|dreissig|halbe?s?|viertel|ein paar|paar)[\s-]?(?:min(?:ute)?n?|std|stunden?|stündchen|h)(?![\p{L}]))|viertelst(?:un|ün|uen)d|halbst(?:ü|ue)ndig|halbe[ns]? st(?:un|ün|uen)d|(?:minuten|st(?:ü|ue)ndig)(?![\p{L}])/iu,
  when: /(?<![\p{L}])(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|wochenende|heute|morgen (?:früh|frueh|abend|vormittag|mittag|nachmittag|um)|übermorgen|uebermorgen|nächste[rn]? woche|naechste[rn]? woche|diese[rn]? woche|kommende[rn]? woche|nächsten monat|abends|vormittags|nachmittags|mittags|feierabend|wochentags|werktags|januar|jänner|jaenner|februar|feber|märz|maerz|april|juni|juli|august|september|oktober|november|dezember|advent|kw)(?:s|en|e|abend|früh|nachmittag|mittag|vormittag|morgen)?(?![\p{L}])|(?<!\p{L})(?:(?:am|ab|bis|jeden) (?:mo|di|mi|do|fr|sa|so)(?!\p{L})|(?:mo|di|mi|do|fr|sa|so)(?:abend|früh|\.?\s?(?:[/–-]|\d|(?:oder|bis|und|um|ab) (?:\d|(?:mo|di|mi|do|fr|sa|so)(?!\p{L})))))|\b\d{1,2}[.:]\d{2}\b|\b\d{1,2}\.\s?(?:\d{1,2}\.|\p{Lu}\p{L}+)|\b(?:um|ab|nach|vor|gegen|zwischen) (?:\d{1,2}|fünf|sechs|sieben|acht|neun|zehn)(?: uhr)?\b|\b\d{1,2}\s?(?:uhr|h)\b/iu,
  cv: /(?<![\p{L}])(?:cv|lebens?l(?:a|ä|ae)uf\p{L}*|werdegang|bewerbung(?:smappe|sunterlagen)?|unterlagen|mappe|portfolio|anschreiben|zeugnisse?)(?![\p{L}])/iu,
  attached: /(?<![\p{L}])(?:anhang|anlage|anbei|angehängt|angehaengt|angefügt|beigefügt|beigefuegt|beiliegend|liegt (?:bei|an)|h(?:ä|ae)ng(?:t|en|e|s)?(?:['’]?s)?(?: \p{L}+){0,4} (?:an|dran|dabei|drunter)|lieg(?:t|en) (?:dieser|der) (?:mail|nachricht) bei|im anhang|als (?:pdf|word)|pdf|dabei|dran|hier (?:ist|der|mein))(?![\p{L}])/iu,
  posting: /(?<![\p{L}])(?:kennziffer|kennz|referenz(?:nummer)?|ref|stellen(?:nummer|nr|id)|job(?:nummer|nr|id)?|nummer|nr|ausschreibung|req)\.?:?\s?(?:id|nr\.?)?\s?#?[\p{L}]{0,5}[-/]?\d{2,}|#\d{3,}|\b[A-Z]{1,4}-\d{2,}\b/iu,
  questionWord: /(?<![\p{L}])(?:wie|was|welche[rsnm]?|ob|warum|wieso|weshalb|wer|wem|wen|wo|woran|womit|worauf|wodurch|wann|inwiefern|hast|bist|war|ist|sind|würdest|wuerdest|kann|muss|soll|lohnt|behält|braucht)(?![\p{L}])/giu,
  theirs: /(?<![\p{L}])(?:(?:dein|deine[mnrs]?|euer|eure[mnrs]?|ihre[mnrs]?)\s+(?!(?:kontakte[n]?|netzwerk|leute[n]?|freunde[n]?|bekannte[n]?|geschäftspartner[n]?|kunden|kollegen|kolleginnen|hilfe|unterstützung|zeit|rat|meinung|namen?|empfehlung|erfahrung)(?![\p{L}]))\p{L}{3,}|bei euch|bei dir|bei ihnen|in deiner firma|bei deiner)/iu,
  anybody: /(?<![\p{L}])(?:irgend\p{L}*|jemand(?:em|en)?|wem|wen|(?:ein )?paar leuten?|paar (?:deiner|von deinen)|einige[nr]? (?:leuten?|deiner)|(?:deine[nm]|ihre[nm]) (?:kontakte[n]?|netzwerk|geschäftspartnern?|kunden|bekannten)|(?:einen|nen|irgendeinen) job|egal (?:wo|wem|welche)|wo(?:hin)? auch immer|wer (?:dir|ihnen) (?:halt |so )?einfällt)(?![\p{L}])/iu,
  name: /(?<![\p{L}])(?:(?:bei|von|vom|zu|zum|zur|für|mit|im|am|an|der|dem|den|die|das|frau|herrn?|dr\.|prof\.|familie|firma|team|stelle|position)\s+(?:der |dem |den |die |das )?["„»*]?)(?!(?:Job|Stelle|Leuten?|Jemand|Arbeit|Firma|Firmen|Branche|Bereich|Kontakte?n?|Weg|Zeit|Anfang|Ende|Wochenende|Freitag|Montag|Dienstag|Mittwoch|Donnerstag|Samstag|Sonntag|Januar|Dir|Ihnen|Dich|Lebenslauf|LinkedIn|Mail|Chat|Telefon|Moment|Grund|Hilfe|Rat|Netzwerk|Kunden|Geschäftspartnern?)(?![\p{L}]))\p{Lu}[\p{L}.&-]+|(?<=\s)\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+(?=\s(?:vor|bekannt|kennen|in Kontakt|zusammen|von|bei|aus)(?![\p{L}]))/u,
  reported: /(?<!\p{L})(?:ich|man|wir) (?:solle|soll|sollte|sollen|müsse|muesse)n?(?!\p{L})/iu,
  you: /(?<!\p{L})(?:[Dd]u|[Dd]ich|[Dd]ir|[Dd]ein(?:e[mnrs]?)?|[Ee]uch|[Ee]uer|[Ee]ure[mnrs]?|Sie|Ihnen|Ihre?[mnrs]?)(?!\p{L})/u,
  greeting: /^(?:hallo|hi|hey+|huhu|moin|servus|griaß|grüß|gruess|grüezi|gruezi|hoi|salü|sali|liebe[rs]?|guten (?:tag|morgen|abend)|sehr (?:geehrte|verehrte)[rs]?|ciao|tach|na|ahoi|hallöchen|mein[e]? liebe[r]?|salam)(?![\p{L}])[^,!.:?\n]{0,45}[,!.:]?\s*/iu,
  closing: /^(?:(?:mit |viele |liebe |herzliche[nr]? |beste[nr]? |sch(?:ö|oe)ne |freundliche[nr]? |ganz |alles |bis |sonnige |sportliche |kollegiale[nr]? )*(?:gr(?:ü|ue)(?:ß|ss)(?:e|en)?|gru(?:ß|ss)|lg|vg|mfg|herzlich|herzlichst|danke?|dank|liebe|gute|bald|bussi|bussal|dein[e]?|ihr[e]?|pfiat di|merci|ciao|tschüss)(?![\p{L}])[^.?]{0,40})$/iu,
}

const byLanguage = { en, de } as const

/** The cues of a language. */
export const cuesFor = (language: Language): Cues => byLanguage[language]
