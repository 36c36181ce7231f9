/** Characters that would steer a terminal, or turn the order of the text around. */
const STEERING = /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Text as it may be shown: a draft or a file name must not recolour, erase or reorder what the terminal says. */
export const printable = (text: string): string => text.replace(/\r\n|[\n\t]/g, ' ').replace(STEERING, '\uFFFD')
