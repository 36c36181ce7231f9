import type { Language } from '../core/index.ts'

const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ENOENT: { en: 'there is no such file or folder', de: 'diese Datei oder diesen Ordner gibt es nicht' },
  ENOTDIR: { en: 'there is no such file or folder', de: 'diese Datei oder diesen Ordner gibt es nicht' },
  EACCES: { en: 'you may not read or write it', de: 'du darfst sie nicht lesen oder schreiben' },
  EPERM: { en: 'you may not read or write it', de: 'du darfst sie nicht lesen oder schreiben' },
  EROFS: { en: 'its disk is read-only', de: 'ihr Datenträger lässt sich nur lesen' },
  EISDIR: { en: 'it is a folder', de: 'sie ist ein Ordner' },
  EEXIST: { en: 'it is there already', de: 'sie ist schon da' },
  ENOSPC: { en: 'the disk is full', de: 'der Datenträger ist voll' },
  ELOOP: { en: 'its links lead in circles', de: 'ihre Verknüpfungen führen im Kreis' },
  EMFILE: { en: 'too many files are open', de: 'es sind zu viele Dateien offen' },
  EFBIG: { en: 'it is too large', de: 'sie ist zu groß' },
  EDQUOT: { en: 'your share of the disk is full', de: 'dein Anteil am Datenträger ist voll' },
  EIO: { en: 'the disk does not answer as it should', de: 'der Datenträger antwortet nicht, wie er sollte' },
  ENAMETOOLONG: { en: 'its name is too long', de: 'ihr Name ist zu lang' },
}

/** What an error of the file system means for a file, in words; the message of any other error. */
export function sayReason(error: unknown, locale: Language): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return (typeof code === 'string' ? reasons[code]?.[locale] : undefined) ?? (error instanceof Error ? error.message : String(error))
}
