/** Boards in memory, with the refusals of the real ones. */
import type { Boards, NamedTeam, ProjectVisibility, RuleWrite, TeamBoard } from '../../app/board-ports';
import { mostRules, ruleTypes } from '../../core/flags/card-rules';
import type { RuleLists } from '../../core/flags/card-rules';

export interface MemoryTeam extends NamedTeam {
  readonly board: TeamBoard | undefined;
  readonly administrators: readonly string[];
}

export class MemoryBoards implements Boards {
  shown: ProjectVisibility = 'private';
  /** Every write of rules, in order. */
  readonly writes: Partial<RuleLists>[] = [];
  readonly defined = new Set<string>();

  /** `acting`: the id of who writes. */
  constructor(
    private teamList: readonly MemoryTeam[],
    public acting: string,
  ) {}

  visibility(): Promise<ProjectVisibility> {
    return Promise.resolve(this.shown);
  }

  teams(): Promise<readonly NamedTeam[]> {
    const teams = this.teamList.map(({ id, name }) => ({ id, name }));
    return Promise.resolve(teams.sort((a, b) => a.name.localeCompare(b.name, 'en')));
  }

  board(team: string): Promise<TeamBoard | undefined> {
    return Promise.resolve(this.teamList.find(({ id }) => id === team)?.board);
  }

  writeRules(team: string, board: string, lists: Partial<RuleLists>): Promise<RuleWrite> {
    const found = this.teamList.find(({ id }) => id === team);
    if (!found?.board || found.board.id !== board)
      return Promise.reject(new Error('There is no such board.'));
    if (!found.administrators.includes(this.acting))
      return Promise.resolve({
        kind: 'refused',
        reason: 'no-permission',
        message: 'You must be a team administrator to change the settings of cards.',
      });
    const rules = { ...found.board.rules, ...lists };
    if (ruleTypes.some((type) => rules[type].length > mostRules[type]))
      return Promise.resolve({ kind: 'refused', reason: 'invalid', message: 'TF1530017: too many rules.' });
    this.writes.push(lists);
    for (const { name } of rules.tagStyle) this.defined.add(String(name).toLowerCase());
    const changed = { ...found, board: { ...found.board, rules } };
    this.teamList = this.teamList.map((each) => (each.id === team ? changed : each));
    return Promise.resolve({ kind: 'written', rules });
  }

  administrators(team: string): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.teamList.find(({ id }) => id === team)?.administrators));
  }

  tags(): Promise<ReadonlySet<string>> {
    return Promise.resolve(new Set(this.defined));
  }
}
