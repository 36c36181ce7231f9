import type { Language } from '../draft/front-matter.ts'
import { data as de } from './de/model.ts'
import { data as en } from './en/model.ts'
import { unpackBase64, type ModelBytes } from './model-data.ts'

const models = { en, de } as const

/**
 * Reads the model of a language. Where files can be read while the caller waits, the build puts another module in place
 * of this one, so that a model is not in every bundle: `src/node/models.ts`, or `src/server/worker-models.ts`.
 */
export const readModel = (language: Language): ModelBytes => unpackBase64(models[language])
