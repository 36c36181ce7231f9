import type { AskType } from '../../draft/front-matter.ts'
import type { Words } from '../words.ts'

const or = (target: string | undefined, slot: string): string => target?.trim() || slot

/** English has one form of address. */
export const words: Words = {
  ask(type, target) {
    switch (type) {
      case 'introduction': return [
        `Would you introduce me to ${or(target, '[name, company]')}?`,
        `I'd like to ask you for an introduction to ${or(target, '[name, company]')}.`,
      ]
      case 'informational-interview': return [
        `May I ask you about your work${target ? ` (${target})` : ''} for twenty minutes, by phone or video?`,
        `Could I have twenty minutes on the phone with you to hear how you got into ${or(target, 'your work')}?`,
      ]
      case 'advice': return [
        `I'd like your advice on ${or(target, '[the decision you face]')}.`,
        `Could you tell me what you think about ${or(target, '[the decision you face]')}?`,
      ]
      case 'referral': return [
        `Would you refer me for ${or(target, '[role] at [company]')}?`,
        `Could you put me forward for ${or(target, '[role] at [company]')}?`,
      ]
      case 'resume-review': return [
        'Would you read through my CV and tell me what you would change?',
        `Could you look over my CV${target ? ` for ${target}` : ''} and mark what is unclear?`,
      ]
      case 'recommendation': return [
        'Would you write me a recommendation on LinkedIn?',
        'Could you write a few lines about our work together as a public recommendation on my LinkedIn profile?',
      ]
      case 'reference': return [
        `May I name you as a reference${target ? ` for ${target}` : ''}?`,
        `Would you be a reference for me${target ? ` with ${target}` : ''}?`,
      ]
      case 'job-lead': return [
        `Would you tell me if you hear of an opening${target ? ` for ${target}` : ' in [field]'}?`,
        `If you hear of a job${target ? ` (${target})` : ' in [field]'}, could you send me the name of the place?`,
      ]
      case 'other': return [
        `Could you help me with ${or(target, '[what exactly]')}?`,
      ]
    }
  },
  subject(type, target) {
    switch (type) {
      case 'introduction': return [`Would you introduce me to ${or(target, '[name]')}?`, `An introduction to ${or(target, '[name]')}`]
      case 'informational-interview': return [`Twenty minutes about ${or(target, 'your work')}?`, `May I ask you about ${or(target, 'your work')}?`]
      case 'advice': return [`Your advice on ${or(target, 'a career decision')}`, `May I ask for your advice about ${or(target, 'a job decision')}?`]
      case 'referral': return [`Would you refer me for ${or(target, '[role]')}?`, `Referral for ${or(target, '[role]')}`]
      case 'resume-review': return ['Would you look over my CV?', `My CV${target ? ` for ${target}` : ''}: would you read it?`]
      case 'recommendation': return ['Would you write me a LinkedIn recommendation?', 'A recommendation on LinkedIn?']
      case 'reference': return [`May I name you as a reference${target ? ` for ${target}` : ''}?`, `Reference for ${or(target, 'my application')}`]
      case 'job-lead': return [`Looking for work${target ? `: ${target}` : ''}, have you heard of anything?`, `Openings${target ? ` for ${target}` : ' in my field'}?`]
      case 'other': return [`Could you help me with ${or(target, '[what exactly]')}?`]
    }
  },
  waysOut: [
    'If you\'d rather not, just write "not this time" and I won\'t ask why.',
    'Should this be awkward for you in any way, a simple "no, sorry" is all I need, and nothing changes between us.',
    'If your employer doesn\'t like such things, or you simply don\'t feel like it, answer "can\'t do this one" and that is that.',
    'You can say no to this: "I\'ll pass" is a complete answer, and I will ask somebody else.',
  ],
  offers: [
    'And if there is anything I can do for you in return, I\'d be glad to.',
    'Let me return the favour: is there something of yours that I could read, fix or carry?',
    'Lunch is on me, whatever your answer is.',
    'If you ever need a hand with something of your own, I\'m there.',
  ],
  acknowledge({ within60, newestDaysAgo }) {
    const ago = newestDaysAgo === 0 ? 'only today' : newestDaysAgo === 1 ? 'only yesterday' : newestDaysAgo < 14 ? `only ${newestDaysAgo} days ago` : `only ${Math.round(newestDaysAgo / 7)} weeks ago`
    const times = ordinal(within60 + 1)
    return within60 >= 2
      ? [
        `I know this is the ${times} time in two months that I come to you with a request, and I don't take that for granted.`,
        `This is my ${times} request to you within a few weeks; I am keeping count, and I know what I owe you.`,
      ]
      : [
        `I know I asked you for something ${ago}, so here I am again sooner than I should be.`,
        `It was ${ago} that I last asked you for a favour; I know that is soon to ask again.`,
      ]
  },
  thanks(type) {
    return [`Thank you again for ${done[type]}; it helped me a lot.`, `Before anything else: thank you for ${done[type]}.`]
  },
  pending(type) {
    return [
      `My earlier question about ${matter[type]} is still open with you, I know; please take this one first, or leave both.`,
      `Never mind my last message about ${matter[type]}; you can drop that one.`,
    ]
  },
  blurbLead: 'Here is a paragraph about me that you can forward as it is:',
  blurbScaffold: (name) =>
    `> ${name ?? '[Your name]'} is a [profession] with [years] years in [field], at the moment at [company]. ${name ? `${name.split(' ')[0] ?? name} would` : 'They would'} like to talk to [name] because [reason].`,
  questionsLead: 'What I would like to know:',
  questions(type, target) {
    return type === 'informational-interview'
      ? [`How did you get into ${or(target, '[field]')}, and what would you do differently today?`, 'What does an ordinary Tuesday look like in [role or team]?', 'Which skill from [my field] would count in your team, and which would not?']
      : ['What would you weigh most: [option A] or [option B]?', 'What did you overlook when you made the step to [role]?']
  },
  target(type, target) {
    return type === 'introduction'
      ? `The person I have in mind is ${or(target, '[name] at [company]')}.`
      : `The role I mean is ${or(target, '[title] at [company]')}.`
  },
  material(type, links) {
    const cv = links['cv'] ? `My CV: ${links['cv']}` : 'My CV is attached.'
    switch (type) {
      case 'resume-review': return [cv]
      case 'referral': return [`The posting: [link]. ${cv}`]
      default: return [
        'Points that you could mention, if you remember them the same way:\n\n- [a project we did together, and its result]\n- [something you saw me do well]',
      ]
    }
  },
  times: [
    'Twenty minutes would be plenty, on any evening next week.',
    'Fifteen minutes by phone are enough; I can do any day next week before nine or after five.',
    'Half an hour at most, next week or the week after, whenever it suits you.',
  ],
  workedTogether: (where) => where ? `We worked together at ${where}.` : 'We worked together at [company, years].',
  honest: 'Please say only what you know from your own experience.',
  proper: 'Please tell me only what you may tell anybody.',
  softer: 'There is no rush, and you owe me nothing.',
}

const ordinal = (n: number): string =>
  ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'][n - 1] ?? `${n}th`

/** What the friend did, behind "thank you for". */
const done: Record<AskType, string> = {
  introduction: 'the introduction you made',
  'informational-interview': 'the time you took to tell me about your work',
  advice: 'your advice last time',
  referral: 'referring me',
  'resume-review': 'your comments on my CV',
  recommendation: 'the recommendation you wrote',
  reference: 'being my reference',
  'job-lead': 'the tip about the job',
  other: 'your help last time',
}

/** What an earlier ask was about. */
const matter: Record<AskType, string> = {
  introduction: 'the introduction',
  'informational-interview': 'a talk about your work',
  advice: 'your advice',
  referral: 'the referral',
  'resume-review': 'my CV',
  recommendation: 'the recommendation',
  reference: 'the reference',
  'job-lead': 'openings',
  other: 'your help',
}
