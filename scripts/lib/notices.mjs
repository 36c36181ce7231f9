import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The licenses of the packages that bundles contain, as one text: their authors ask for it, and those of MPL packages
 * for where the source is.
 * @param root the project's folder
 * @param inputs paths of the bundled files, from the root
 * @throws Error for a package that names no license
 */
export function noticesOf(root, inputs) {
  const folders = new Set(inputs.flatMap((path) => /^(?:[^:]*:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []))
  const packages = new Map()
  for (const folder of folders) {
    const { name, version, license, repository } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
    if (!license) throw new Error(`${folder} names no license.`)
    const file = readdirSync(join(root, folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry))
    const source = typeof repository === 'string' ? repository : repository?.url
    packages.set(`${name} ${version}`, [
      `${name} ${version} (${typeof license === 'string' ? license : license.type})`,
      ...(source ? [`Source: ${source.replace(/^git\+/, '')}`] : []),
      '', file ? readFileSync(join(root, folder, file), 'utf8').trim() : 'The package comes without a license text.',
    ].join('\n'))
  }
  const rule = `\n\n${'-'.repeat(72)}\n\n`
  return `Askwell contains these packages, unchanged but for their being bundled.${rule}${[...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text).join(rule)}\n`
}
