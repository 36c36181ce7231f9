/**
 * What a sentence can do. `ask` is any concrete request, of whatever type. The sentences under `training/` are tagged with these, and a trained model (one a language)
 * reads them off new ones.
 */
export const SIGNALS = [
  // What the writer wants from the friend.
  'ask', 'intro', 'talk', 'advice', 'refer', 'review', 'recommend', 'reference', 'lead', 'favor', 'vague', 'social', 'meet',
  // What comes with it.
  'optout', 'offer', 'ack', 'thanks', 'pending', 'pressure', 'dishonest', 'improper',
  // Facts.
  'worked', 'strangers', 'cv', 'posting', 'later', 'target', 'bio', 'question', 'generic', 'fact', 'time',
  // Frame.
  'greeting', 'closing',
  // Of subject lines alone: tells something about the ask.
  'telling',
] as const
export type Signal = (typeof SIGNALS)[number]

/** The probability (0 to 1) that a sentence does each of these things. */
export type Scores = Readonly<Record<Signal, number>>
