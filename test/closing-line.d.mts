export interface Counts { readonly passed: number; readonly failed: number; readonly skipped: number }
export function closingLine(stats: { readonly passes: number; readonly failures: number; readonly pending: number }): string
export function readClosingLine(line: string): Counts | undefined
