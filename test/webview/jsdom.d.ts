/** As much of jsdom as is used here. */
declare module 'jsdom' {
  export class JSDOM {
    constructor(html: string, options: { runScripts: 'outside-only'; pretendToBeVisual: boolean; beforeParse(window: Window & typeof globalThis): void })
    readonly window: Window & typeof globalThis
  }
}
