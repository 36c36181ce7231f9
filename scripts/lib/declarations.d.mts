/** Writes what TypeScript has to know of the library into one file. */
export function writeDeclarations(file: string): Promise<void>
