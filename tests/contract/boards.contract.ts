/** What boards do, whatever they are made of. Run for those in memory and for Azure DevOps over the local host. */
import type { Boards } from '../../src/app/board-ports';
import { editRules, planRules } from '../../src/core/flags/card-rules';
import type { CardRule } from '../../src/core/flags/card-rules';

export interface BoardsUnderTest {
  /** As an administrator of the team. */
  readonly boards: Boards;
  /** As somebody who is none; absent where nobody else can sign in. */
  readonly asMember: Boards | undefined;
  readonly team: string;
  /** The area of the team, with all below it. */
  readonly area: string;
  /** The id of the only administrator; absent where it is not known who they are. */
  readonly administrator: string | undefined;
  /** The same of a public project; absent where there is none. */
  readonly inPublic: Boards | undefined;
  /** Puts back what was there before. */
  readonly close?: () => Promise<void>;
}

/** Rules of other people, with everything that a rule can have. */
const theirs = {
  fill: [
    {
      name: 'Urgent',
      isEnabled: 'true',
      filter: "[System.Tags] contains 'urgent' and [System.State] <> 'Closed'",
      settings: { 'background-color': '#F7CBCB', 'title-font-weight': 'bold' },
    },
  ],
  tagStyle: [
    { name: 'urgent', isEnabled: 'false', settings: { 'background-color': '#EC001D', color: '#FFFFFF' } },
  ],
};

export function runBoardsContract(name: string, setup: () => Promise<BoardsUnderTest>): void {
  describe(`boards: ${name}`, () => {
    let given: BoardsUnderTest;
    beforeAll(async () => {
      given = await setup();
    });
    afterAll(() => given?.close?.());
    const board = async () => {
      const found = await given.boards.board(given.team);
      if (!found) throw new Error('The team has no board.');
      return found;
    };

    test('says who may see the project', async () => {
      expect(await given.boards.visibility()).toBe('private');
      if (given.inPublic) expect(await given.inPublic.visibility()).toBe('public');
    });

    test('names teams, their board with its areas, and their administrators', async () => {
      expect((await given.boards.teams()).map(({ id }) => id)).toContain(given.team);
      const { name: title, areas, rules } = await board();
      expect(title.length).toBeGreaterThan(0);
      expect(areas).toEqual([{ path: given.area, below: 'included' }]);
      expect(rules).toEqual({ tagStyle: [], fill: [] });
      const administrators = [...(await given.boards.administrators(given.team))];
      expect(administrators).toEqual(
        given.administrator === undefined
          ? expect.arrayContaining([expect.stringMatching(/^[0-9a-f-]{36}$/)])
          : [given.administrator],
      );
    });

    test('a type that is named is replaced as a whole, the other stays; what is read can be written again', async () => {
      const { id } = await board();
      expect((await given.boards.writeRules(given.team, id, theirs)).kind).toBe('written');
      expect((await given.boards.writeRules(given.team, id, { fill: [] })).kind).toBe('written');
      expect((await board()).rules).toMatchObject({ fill: [], tagStyle: [{ name: 'urgent' }] });
      await given.boards.writeRules(given.team, id, { fill: theirs.fill });
      const { rules } = await board();
      expect((await given.boards.writeRules(given.team, id, rules)).kind).toBe('written');
      expect((await board()).rules).toEqual(rules);
    });

    test('ours beside theirs, and theirs are as they were, on and off', async () => {
      const before = await board();
      const on = planRules(before.rules, 'cards');
      if (on.kind === 'refused') throw new Error(on.because);
      await given.boards.writeRules(given.team, before.id, editRules(before.rules, on.edits));
      const during = await board();
      expect(during.rules.fill.map((rule) => rule['name'])).toEqual(['Urgent', 'Without: security-decide']);
      expect(during.rules.tagStyle[0]).toEqual(before.rules.tagStyle[0]);
      const off = planRules(during.rules, 'none');
      if (off.kind === 'refused') throw new Error(off.because);
      await given.boards.writeRules(given.team, before.id, editRules(during.rules, off.edits));
      expect((await board()).rules).toEqual(before.rules);
    });

    test('a colour defines its tag', async () => {
      expect(await given.boards.tags()).toContain('security-decide');
    });

    test('who is no administrator of the team is refused, and nothing changes', async () => {
      if (!given.asMember) return;
      const before = await board();
      const answer = await given.asMember.writeRules(given.team, before.id, { fill: [] });
      expect(answer).toMatchObject({ kind: 'refused', reason: 'no-permission' });
      expect((await board()).rules).toEqual(before.rules);
    });

    test('more rules than a board takes are refused as invalid', async () => {
      const many: readonly CardRule[] = Array.from({ length: 11 }, (_, n) => ({
        ...theirs.fill[0],
        name: `rule ${n}`,
      }));
      const { id } = await board();
      expect(await given.boards.writeRules(given.team, id, { fill: many })).toMatchObject({
        kind: 'refused',
        reason: 'invalid',
        message: expect.stringContaining('TF1530017'),
      });
    });
  });
}
