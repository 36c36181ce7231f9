/** Made while bundling: the test files for a place, which register their tests when they are loaded. */
declare module 'askwell:tests' {
  /** Where this bundle runs. */
  export const place: 'desktop' | 'folders' | 'web' | 'packaged'
  export function loadTests(): Promise<void>
}

declare module 'mocha/mocha.mjs' {
  export default Mocha
}
