/** Five work items to ask about, and the shortest ways to ask. */
import { defaultTeam, firstProject } from '../organisation/projects';
import { runWiql, type QueryResult } from '../wiql/run';
import type { QueryScope } from '../wiql/scope';
import { ownerOf, testWorld, TODAY } from './test-world';

/** 1 epic · 2 story in progress, this sprint, Sam · 3 closed story, last sprint · 4 task below 2 · 5 new bug */
export const world = testWorld(
  [
    { key: 'e', kind: 'epic', title: 'Buying', category: 'InProgress' },
    {
      key: 's',
      kind: 'requirement',
      title: "Pay by card, the customer's way",
      description: '<p>As a customer I pay by <b>card</b></p>',
      category: 'InProgress',
      iteration: 'Sprint 2',
      area: 'Shop\\Checkout\\Card',
      parent: 'e',
      points: 8,
      priority: 1,
      assignedTo: 'sam@shop.example',
      tags: ['Payment', 'Risk-High'],
    },
    {
      key: 'c',
      kind: 'requirement',
      title: 'Search',
      category: 'Completed',
      iteration: 'Sprint 1',
      area: 'Shop\\Catalogue',
      points: 3,
      priority: 3,
      tags: ['Risk'],
    },
    {
      key: 't',
      kind: 'task',
      title: 'Embed the form',
      category: 'Proposed',
      iteration: 'Sprint 2',
      parent: 's',
      remaining: 4,
    },
    { key: 'b', kind: 'bug', title: 'Double order', category: 'Proposed', related: ['c'] },
  ],
  'agile',
  {
    teams: [
      {
        name: 'Catalogue Team',
        areas: ['Shop\\Catalogue'],
        iterations: ['Sprint 1'],
        members: ['sam@shop.example'],
      },
    ],
  },
);

/** @param more what differs: the precision, the team, who asks, and when. */
export function query(text: string, more: Partial<QueryScope> = {}, top?: number): QueryResult {
  const { store: reader, process } = world;
  const project = firstProject(reader);
  return runWiql(
    {
      text,
      reader,
      process,
      user: ownerOf(world),
      now: TODAY,
      project,
      team: defaultTeam(reader, project),
      precision: 'day',
      ...more,
    },
    top,
  );
}

/** The ids that a flat query finds. @param where everything behind WHERE. */
export function ids(where: string, more: Partial<QueryScope> = {}): readonly number[] {
  const result = query(`SELECT [System.Id] FROM WorkItems WHERE ${where}`, more);
  return result.queryType === 'flat' ? result.items.map((item) => item.id) : [];
}

/** The links that a query finds, as pairs. @param clauses everything behind WHERE. */
export function pairs(clauses: string): readonly (readonly [number | null, number])[] {
  const result = query(`SELECT [System.Id] FROM WorkItemLinks WHERE ${clauses}`);
  return result.queryType === 'flat' ? [] : result.links.map((link) => [link.source, link.target]);
}
