import tseslint from 'typescript-eslint'

const coreNeedsNobody = 'The core knows no editor, no Node, no disk, no clock and no chance: hand in what it needs.'

export default tseslint.config(
  { ignores: ['dist/', 'dist-test/', 'coverage/', '.vscode-test/', 'test/hosts/*/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Objects of functions are handed around here, and none of them asks for `this`.
      '@typescript-eslint/unbound-method': 'off',
      // An async function that need not wait still answers as its callers expect.
      '@typescript-eslint/require-await': 'off',
      // A number in a template is as plain as can be.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  { files: ['**/*.mjs'], extends: [tseslint.configs.strict] },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          { regex: '^(?:vscode|node:)', message: coreNeedsNobody },
          { group: ['**/server/**', '**/client/**', '**/cli/**'], message: 'Arrows point one way: client and server and command line lean on the core.' },
        ],
      }],
      'no-restricted-globals': ['error', ...['process', 'console', 'performance', 'setTimeout', 'setInterval', 'fetch', 'Buffer', 'crypto'].map((name) => ({ name, message: coreNeedsNobody }))],
      'no-restricted-syntax': ['error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: coreNeedsNobody },
        { selector: "CallExpression[callee.name='Date']", message: coreNeedsNobody },
      ],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: coreNeedsNobody }, { object: 'Math', property: 'random', message: coreNeedsNobody }],
    },
  },
)
