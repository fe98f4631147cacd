import { findClauses } from './find-clauses';

function clausesIn(description: string): readonly string[] {
  const formats = { description: 'markdown', acceptanceCriteria: 'markdown' } as const;
  const found = findClauses({ title: '', description, acceptanceCriteria: '', formats });
  return found.map(({ kind, text }) => `${kind}: ${text}`);
}

const story = '**As a** teacher\n**I want** to give marks';
const scenario = '**Given** a table\n**When** I pay\n**Then** the rest stays open';

test.each<[string, string, readonly string[]]>([
  [
    'two letters exchanged, one left out, one typed twice',
    '- I pay WIHTOUT a b\n- I pay WITOUT c d\n- I pay WITHHOUT e f',
    ['explicit: a b', 'explicit: c d', 'explicit: e f'],
  ],
  ['two slips are another word', 'I pay WHITOTU a b', []],
  ['short for an ordinary one', 'I pay w/o strangers reading it', ['suggested: strangers reading it']],
  ['a work order', 'W/O: replace pump 3\n\nSee W/O leaking pump', []],
  ['dots behind a label', 'WITHOUT... a b…', ['explicit: a b']],
  ['an arrow behind a label', 'WITHOUT → a b\n\nWithout => c d', ['explicit: a b', 'explicit: c d']],
  ['dots in the head of a column', '| I want … | WITHOUT … |\n|--|--|\n| pay | a b |', ['explicit: a b']],
  ['a name that begins with a dot', 'WITHOUT .NET leaking', ['explicit: .NET leaking']],
  [
    'a conjunction at the end of an item',
    '- WITHOUT a b, and\n- WITHOUT c d; or',
    ['explicit: a b', 'explicit: c d'],
  ],
  [
    'what only looks like one',
    'Voglio sapere SENZA perdere la vitamina E',
    ['explicit: perdere la vitamina E'],
  ],
  ['the keyword again behind itself', 'Can we ship this WITHOUT a WITHOUT clause?', []],
  ['said to be none', 'WITHOUT: not applicable\n\nOHNE: k. A.\n\nSANS : sans objet', []],
])('%s', (_, text, expected) => expect(clausesIn(text)).toEqual(expected));

test.each<[string, string, readonly string[]]>([
  ['of a story', `${story}\n**Without** a mark for two`, ['explicit: a mark for two']],
  ['of a scenario', `${scenario}\n**Without** a word too much`, ['explicit: a word too much']],
  ['in another language', `${story}\n**Ohne** Umwege zum Ziel`, []],
  ['in no template', '**With** a card I get in\n**Without** a card I wait', []],
  ['nobody filled in', `${story}\n\n**WITHOUT**\n\n**Estimate** 3 points`, []],
  ['over a paragraph', `${story}\n\n**WITHOUT**\n\na mark for two`, ['explicit: a mark for two']],
])('a line in bold %s', (_, text, expected) => expect(clausesIn(text)).toEqual(expected));
