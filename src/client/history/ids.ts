/** Commands of the views that the client carries out alone. */
export const OPEN_ENTRY = 'askwell.openEntry'
export const OPEN_FRIEND = 'askwell.openFriend'
export const OPEN_FILE = 'askwell.openWorkspaceFile'
export const CREATE_FILE = 'askwell.createWorkspaceFile'
export const IMPORT = 'askwell.importHistory'
export const EXPORT_HISTORY = 'askwell.exportHistory'
export const WRITE_REPORT = 'askwell.writeReport'
export const SHOW_YEAR = 'askwell.showYear'

/** Internal: what the last row of a long list does. */
export const SHOW_MORE = '_askwell.showMore'

/** Commands that start a draft, by the kind of message. */
export const START_COMMANDS = {
  ask: 'askwell.newDraft',
  'follow-up': 'askwell.draftFollowUp',
  thank: 'askwell.draftThanks',
  report: 'askwell.draftReport',
  'give-back': 'askwell.draftOffer',
} as const

/** The panel, for the editor to bring back after a restart. */
export const YEAR_PANEL = 'askwell.year'
