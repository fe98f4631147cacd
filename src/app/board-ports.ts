/** What flags ask of boards: whose they are, how their cards are coloured, and which tags there are. */
import type { TeamArea } from '../core/flags/areas';
import type { RuleLists } from '../core/flags/card-rules';

export type ProjectVisibility = 'private' | 'organization' | 'public';

export interface NamedTeam {
  readonly id: string;
  readonly name: string;
}

/** The board of a team's stories. */
export interface TeamBoard {
  readonly id: string;
  readonly name: string;
  /** Undefined: the team parts its work by another field than the area, so nobody can say what is on its board. */
  readonly areas: readonly TeamArea[] | undefined;
  /** As the service told them, in their order. */
  readonly rules: RuleLists;
}

export type RuleWrite =
  | { readonly kind: 'written'; readonly rules: RuleLists }
  | {
      readonly kind: 'refused';
      readonly reason: 'no-permission' | 'invalid';
      /** In the service's words. */
      readonly message: string;
    };

/** The boards of one project. Everything rejects with AccessError. */
export interface Boards {
  visibility(): Promise<ProjectVisibility>;
  /** By name. */
  teams(): Promise<readonly NamedTeam[]>;
  /** Undefined: the team has no board of stories. Four requests. */
  board(team: string): Promise<TeamBoard | undefined>;
  /** Replaces the whole list of every type that is named; the others stay. */
  writeRules(team: string, board: string, lists: Partial<RuleLists>): Promise<RuleWrite>;
  /** Ids of the persons who are listed as administrators of the team, in lower case. */
  administrators(team: string): Promise<ReadonlySet<string>>;
  /** The tags that are defined in the project, in lower case. */
  tags(): Promise<ReadonlySet<string>>;
}
