import { resolve } from 'node:path'
import * as z from 'zod'
import de from '../../snippets/de.json'
import en from '../../snippets/en.json'
import {
  findFriend, isDraft, readFrontMatter, slug, type Address, type AskType, type Channel, type Language, type Me,
} from '../core/index.ts'
import { codeOf, isMissing } from '../node/files.ts'
import { Failure, reasonOf, type Io } from './io.ts'
import { shownPath } from './paths.ts'
import { insertSnippet } from './snippet.ts'
import { Workspaces } from './workspaces.ts'

export interface NewOptions {
  readonly ask: AskType
  readonly friend?: string | undefined
  readonly lang?: Language | undefined
  readonly channel: Channel
  readonly address?: Address | undefined
  /** The file to write; `-` for standard output. */
  readonly file?: string | undefined
  readonly askwellJson?: string | undefined
}

/** A draft that a snippet makes. */
interface Template {
  readonly channel: Channel
  readonly address: Address
  readonly text: string
}

const snippetFile = z.record(z.string(), z.object({ prefix: z.string(), body: z.array(z.string()), isFileTemplate: z.boolean().optional() }))

/** The drafts for an ask in a language. */
const templatesFor = (ask: AskType, lang: Language): Template[] => Object.values(snippetFile.parse({ en, de }[lang]))
  .filter(({ isFileTemplate }) => isFileTemplate)
  .map(({ prefix, body }) => {
    const text = `${insertSnippet(body.join('\n'), (options) => `[${options.join('/')}]`)}\n`
    const { values } = readFrontMatter(text)
    return { ask: values.ask, channel: values.channel ?? 'email', address: prefix.endsWith('-sie') ? 'Sie' as const : 'du' as const, text }
  })
  .filter((template) => template.ask === ask)

/** `askwell new`: writes a draft that follows all the strategies and wants only its slots filled. Never over a file that is there. */
export async function newDraft(options: NewOptions, io: Io): Promise<void> {
  const { ask, friend, channel } = options
  const name = options.file ?? `${[...(friend === undefined ? [] : [slug(friend)]), ask].filter(Boolean).join('-')}.ask.md`
  const path = resolve(io.cwd, name)
  const loaded = await new Workspaces(io, options.askwellJson === undefined ? undefined : resolve(io.cwd, options.askwellJson)).of(path, undefined)
  const known = loaded && friend !== undefined ? findFriend(loaded.workspace, friend) : undefined
  const lang = options.lang ?? known?.lang ?? 'en'
  const address = options.address ?? known?.address ?? 'du'
  const fitting = templatesFor(ask, lang)
  const inChannel = fitting.filter((template) => template.channel === channel)
  const template = inChannel.find((candidate) => candidate.address === address) ?? inChannel[0]
  if (!template) throw new Failure(`There is no draft of "${ask}" for the channel "${channel}"; there is one for ${[...new Set(fitting.map((other) => other.channel))].join(', ')}.`)
  const text = fill(template.text, known?.name ?? friend, loaded?.workspace.me)
  if (options.file === '-') {
    io.stdout(text)
    return
  }
  const shown = shownPath(io.cwd, path)
  if (!path.toLowerCase().endsWith('.md') || !isDraft(path, text)) throw new Failure(`${shown} was not written: the name of a draft ends in .ask.md, or at least in .md.`)
  try {
    await io.files.createFile(path, text)
  } catch (error) {
    throw new Failure(codeOf(error) === 'EEXIST'
      ? `${shown} is there already, and was left as it is. Name another file.`
      : `${shown} can't be written: ${isMissing(error) ? 'its folder does not exist' : reasonOf(error)}.`)
  }
  io.stdout(`${shown}\n`)
}

/** Puts in what is known: the names of the friend and of the writer. */
function fill(text: string, friend: string | undefined, me: Me | undefined): string {
  const words = friend?.split(/\s+/) ?? []
  const [first, last] = [words.slice(0, -1).join(' ') || words[0], words.length > 1 ? words.at(-1) : undefined]
  const slots: readonly (readonly [RegExp, string | undefined])[] = [
    [/"\[(?:first name|Vorname)\] \[(?:last name|Nachname)\]"/g, friend === undefined ? undefined : JSON.stringify(friend)],
    [/\[(?:first name|Vorname)\]/g, first],
    [/\[(?:last name|Nachname)\]/g, last],
    [/\[(?:my name|mein Name)\]/g, me?.name],
  ]
  return slots.reduce((filled, [slot, value]) => (value === undefined ? filled : filled.replace(slot, () => value)), text)
}
