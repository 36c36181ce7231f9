const KINDS = [
  ['cards', /\.(?:vcf|vcard)$/i],
  ['table', /\.(?:csv|tsv)$/i],
  ['history', /\.json$/i],
  ['mailbox', /\.mbox$/i],
  ['message', /\.eml$/i],
] as const

/** What a file to import holds: `history` is what `export` writes. */
export type ImportKind = (typeof KINDS)[number][0]

/** What a file holds, by the ending of its name. */
export const kindOf = (name: string): ImportKind | undefined => KINDS.find(([, pattern]) => pattern.test(name))?.[0]

/** Whether a file holds messages: in a folder, only those are looked for. */
export const holdsMessages = (name: string): boolean => ['mailbox', 'message'].includes(kindOf(name) ?? '')
