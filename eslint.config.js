/** Lint: strict type-checked rules, and the walls between the rooms, each with its reason. */
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const database = {
  paths: [
    {
      name: '@grafeo-db/js',
      message: 'The stores are the only door to a database: import server/store instead.',
    },
    {
      name: 'neo4j-driver',
      message: 'The stores are the only door to a database: import server/store instead.',
    },
  ],
}
const cytoscape = {
  name: 'cytoscape',
  message: 'Only web/graph/ draws: import web/graph/graph.ts instead.',
}
const scripts = { group: ['**/scripts/**'], message: 'Scripts use the server, never the reverse.' }
const server = { group: ['**/server/**'], message: 'The page shares only the SDL with the server.' }
const web = { group: ['**/web/**'], message: 'The server knows nothing of the page.' }
const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message:
    'Only server/config.ts reads the environment, so that every setting is documented and checked in one place.',
}

export default tseslint.config(
  { ignores: ['build', 'node_modules', '.neo4j', '.liantu'] },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // neo4j-driver declares its options as classes, which plain objects are meant to fill.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['server/**/*.ts'],
    rules: {
      'no-restricted-imports': ['error', { ...database, patterns: [scripts, web] }],
      'no-restricted-syntax': ['error', environment],
    },
  },
  {
    files: ['server/store/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [scripts, web] }] },
  },
  { files: ['server/config.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['web/**/*.ts', 'web/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      'no-restricted-imports': ['error', { paths: [cytoscape], patterns: [server, scripts] }],
    },
  },
  {
    files: ['web/graph/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [server, scripts] }] },
  },
  {
    // Cytoscape and dagre type much of what they hand back as any; it is narrowed here and goes no further.
    files: ['web/graph/*.ts', 'web/layout/tiers.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
  {
    files: ['server/http/*.js', 'web/export/*.js'],
    languageOptions: {
      globals: { self: 'readonly', window: 'readonly', document: 'readonly', URLSearchParams: 'readonly' },
    },
  },
)
