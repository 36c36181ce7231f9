/** Commands of the views that the client carries out alone. */
export const OPEN_ENTRY = 'askwell.openEntry'
export const OPEN_FRIEND = 'askwell.openFriend'
export const OPEN_FILE = 'askwell.openWorkspaceFile'
export const CREATE_FILE = 'askwell.createWorkspaceFile'
export const SHOW_YEAR = 'askwell.showYear'

/** The panel, for the editor to bring back after a restart. */
export const YEAR_PANEL = 'askwell.year'
