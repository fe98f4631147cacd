/** The house rules that a machine can hold: walls between rooms, sizes, no escape hatches. See ARCHITECTURE.md. */
import { readdirSync } from 'node:fs';
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** room -> the rooms that it may import besides itself. */
const house = {
  core: [],
  app: ['core'],
  adapters: ['core', 'app'],
  ui: ['core', 'app'],
  contributions: ['core', 'app', 'ui'],
  cli: ['core', 'app', 'adapters'],
  host: [],
};
/** core, one level down. */
const coreRooms = {
  model: [],
  risk: ['model'],
  store: ['model'],
  history: ['model', 'store'],
  quality: ['model', 'risk', 'kb'],
  review: ['model', 'risk'],
  portfolio: ['model', 'risk', 'quality', 'review'],
  roles: ['model', 'risk', 'review', 'operate'],
  formats: ['model', 'store'],
  export: ['model', 'risk', 'store', 'formats', 'diagram'],
  sync: ['model', 'risk'],
  clauses: ['model'],
  alignment: ['model', 'clauses', 'risk', 'sync'],
  advice: ['model', 'clauses', 'risk', 'sync', 'alignment'],
  flags: ['model', 'clauses', 'risk', 'sync', 'alignment', 'advice'],
  kb: ['model'],
  diagram: ['model', 'risk'],
  operate: ['model', 'risk', 'kb', 'diagram'],
};
const platform = ['react', 'react-dom', 'azure-devops-*', 'azure-devops-*/**'];
const node = ['node:*', 'fs', 'path', 'crypto', 'http'];
/** Packages that a room may not see. */
const foreign = {
  core: [...platform, ...node, 'libsql'],
  app: [...platform, ...node, 'libsql', 'saxes', 'htmlparser2'],
  adapters: ['react', 'react-dom', 'azure-devops-ui/**', 'libsql'],
  ui: ['azure-devops-extension-*', 'azure-devops-extension-*/**', ...node, 'libsql'],
  contributions: ['azure-devops-extension-*', 'azure-devops-extension-*/**', ...node, 'libsql'],
  cli: [...platform, 'libsql'],
  host: ['azure-devops-ui', 'azure-devops-ui/**'],
};

/** What several doors share; it stands beside the doors, and any of them may import it. */
const sharedByDoors = ['tab-parts', 'widget-parts'];
const doors = readdirSync(new URL('src/contributions/', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !sharedByDoors.includes(entry.name))
  .map((entry) => entry.name);

/**
 * A regular expression for what a relative address may not name: a room right after a `..`, at any depth. Written with
 * \x2F for the slash, so that it also fits into a selector.
 */
const address = (forbidden) => String.raw`(^|\x2F)\.\.\x2F(src\x2F)?(${forbidden.join('|')})(\x2F|$)`;
const behind = (rooms, open, inside = '') =>
  Object.keys(rooms)
    .filter((room) => !open.includes(room))
    .map((room) => `${inside}${room}`);

const message = (what, allowed) =>
  `${what} may import: ${['itself', ...allowed].join(', ')}. See ARCHITECTURE.md.`;

/**
 * The complete rules of one room. Complete, because a later entry of this file replaces the options of an earlier one:
 * a room inside a room states both walls. The static forms are one rule's, `import()` and type imports another's.
 *
 * @param forbidden [{ rooms, message }], rooms as parts of a regular expression
 */
const walls = (forbidden, packages, syntax = []) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        ...forbidden.map((wall) => ({
          regex: address(wall.rooms),
          caseSensitive: true,
          message: wall.message,
        })),
        { group: packages, message: 'This belongs to another room. See ARCHITECTURE.md.' },
        { group: ['**/testing/**'], message: 'What tests stand on does not ship.' },
      ],
    },
  ],
  'no-restricted-syntax': [
    'error',
    ...forbidden.flatMap((wall) =>
      ['ImportExpression', 'TSImportType'].map((node) => ({
        selector: `${node} Literal[value=/${address(wall.rooms)}/]`,
        message: wall.message,
      })),
    ),
    ...syntax,
  ],
});

const pure = [
  { selector: ':function[async=true]', message: 'The core decides; it never waits.' },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'The core has no clock.',
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'The core has no clock.' },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The core has no dice.',
  },
];

const roomWall = (room) => ({
  rooms: behind(house, [room, ...house[room]]),
  message: message(`src/${room}/`, house[room]),
});
const coreRoomWall = (room) => ({
  rooms: behind(coreRooms, [room, ...coreRooms[room]], String.raw`(core\x2F)?`),
  message: message(`src/core/${room}/`, coreRooms[room]),
});
const doorWall = (door, excepted = []) => ({
  rooms: doors
    .filter((other) => other !== door)
    // Only the hub has exceptions: the others never had parts that a second door wanted.
    .map((other) => String.raw`(contributions\x2F)?${other}${other === 'hub' ? except(excepted) : ''}`),
  message: `A door may import boot.tsx and ${sharedByDoors.join(', ')}, never another door. See ARCHITECTURE.md.`,
});
const bootWall = {
  rooms: [...behind(house, ['core', 'app', 'ui', 'adapters', 'contributions'])],
  message: message('src/contributions/boot.tsx', ['core', 'app', 'ui', 'adapters']),
};
const except = (parts) =>
  parts.length === 0 ? '' : String.raw`(?!\x2F(${parts.join('|').replaceAll('/', String.raw`\x2F`)})$)`;

/**
 * Parts of the hub that the tabs already use and that are to move to src/ui or to what the doors share. The list names
 * the files there are and what each takes; it may only get shorter.
 */
const notYetShared = {
  'alignment-tab/AlignmentTab.tsx': ['Waiting', 'use-load'],
  'alignment-tab/mends/ClauseEditor.tsx': ['use-load'],
  'sprint-tab/SprintTab.tsx': ['Waiting', 'use-load'],
  'tab-parts/TabFrame.tsx': ['hub.css'],
  'tab-parts/ConflictDialog.tsx': ['conflicts/describe-conflict'],
  'tab-parts/desk.ts': ['session'],
};

const source = ['src/**/*.ts', 'src/**/*.tsx', 'tests/**/*.ts', 'tests/**/*.tsx'];
/** What never ships: tests, and what they stand on. */
const tests = ['**/*.test.ts', '**/*.test.tsx', '**/testing/**', 'tests/**', '**/*.contract.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.without-data/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        require: 'readonly',
        module: 'writable',
        __dirname: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        performance: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: source })),
  {
    files: source,
    plugins: { 'react-hooks': hooks },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/ban-ts-comment': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-console': 'error',
    },
  },
  {
    files: source,
    ignores: tests,
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': ['error', { max: 80, IIFEs: true }],
      'max-params': ['error', 4],
    },
  },
  { files: tests, rules: { 'no-console': 'off' } },
  ...Object.keys(house).map((room) => ({
    files: [`src/${room}/**/*.ts`, `src/${room}/**/*.tsx`],
    ignores: tests,
    rules: walls([roomWall(room)], foreign[room]),
  })),
  ...Object.keys(coreRooms).map((room) => ({
    files: [`src/core/${room}/**/*.ts`],
    ignores: tests,
    rules: walls([roomWall('core'), coreRoomWall(room)], foreign.core, pure),
  })),
  ...[...doors, ...sharedByDoors].map((door) => ({
    files: [`src/contributions/${door}/**/*.ts`, `src/contributions/${door}/**/*.tsx`],
    ignores: tests,
    rules: walls([roomWall('contributions'), doorWall(door)], foreign.contributions),
  })),
  ...Object.entries(notYetShared).map(([file, parts]) => ({
    files: [`src/contributions/${file}`],
    rules: walls([roomWall('contributions'), doorWall(file.split('/')[0], parts)], foreign.contributions),
  })),
  {
    // The composition roots, of pages and of widgets: they alone see adapters, and no door.
    files: [
      'src/contributions/boot.tsx',
      'src/contributions/boot-ahead.ts',
      'src/contributions/boot-widget.tsx',
    ],
    rules: walls([bootWall], [...foreign.contributions, ...doors.map((door) => `./${door}/**`)]),
  },
);
