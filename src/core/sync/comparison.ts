/** What comes of looking at one Task: questions that somebody has to answer, and what would be written. */
import type { Mitigation, Realisation, SyncDecision } from '../model/mitigation';
import type { TaskItem } from './backlog-picture';
import { wantedOf } from './desk';
import type { Desk, Part, Wanted } from './desk';
import { conflictProposals, proposals } from './fate';
import type { Fate } from './fate';
import type { Change, FieldConflict, Meaning, Oddity, TaskWrite } from './plan';

export interface Realised extends Part {
  readonly realisation: Realisation;
}

export const oddityKey = (fate: Fate | 'title' | 'section', realisation: string, workItem: number): string =>
  `${fate}:${realisation}:${workItem}`;

/** What comes of looking at one Task: collected field by field, then made into at most one step. */
export class Comparison {
  readonly oddities: Oddity[] = [];
  readonly conflicts: FieldConflict[] = [];
  readonly changes: Change[] = [];
  readonly because: string[] = [];
  /** What the answers mean that write nothing into the Task, a sentence each. */
  readonly said: string[] = [];
  readonly fields: Record<string, string | number> = {};
  readonly hashes: Record<string, string>;
  decided: readonly SyncDecision[];
  write: Omit<TaskWrite, 'fields'> = {};
  base: { parent?: number | null; related?: number[] } = {};
  mitigation: Mitigation | undefined;
  meaning: Meaning | undefined;
  /** The person wants another Task instead of this one. */
  replaced = false;
  /** Nothing says that it is this mitigation's Task: nothing of it is compared, remembered or written. */
  foreign = false;
  readonly wanted: Wanted;

  constructor(
    readonly desk: Desk,
    readonly part: Realised,
    readonly item: TaskItem,
  ) {
    const { realisation } = part;
    this.decided = realisation.decided ?? [];
    this.hashes = { ...realisation.baseline?.hashes };
    this.wanted = wantedOf(desk, part, realisation.id);
  }

  /** Something about the Task waits for a person. */
  get isOpen(): boolean {
    return this.oddities.length + this.conflicts.length > 0;
  }

  isDecided(about: SyncDecision['about']): boolean {
    return this.decided.some((each) => each.about === about);
  }

  decide(decision: SyncDecision): void {
    this.decided = [...this.decided.filter((each) => each.about !== decision.about), decision];
  }

  change(what: Change['what'], says: string): void {
    this.changes.push({ what, says });
  }

  /** Lists the oddity unless it was answered; the answer otherwise. */
  ask(fate: Fate, because: string, sides: { model?: string; backlog?: string } = {}): string | undefined {
    const { desk, part, item } = this;
    const key = oddityKey(fate, part.realisation.id, item.id);
    const answer = desk.choice.answers?.get(key);
    const offered = proposals[fate].filter(({ answer: one }) => one !== 'take' || part.covers === 'all');
    const given = offered.find((each) => each.answer === answer);
    if (given) {
      if (answer !== 'ours') this.said.push(given.does);
      return answer;
    }
    this.oddities.push({
      kind: 'oddity',
      fate,
      key,
      mitigation: part.mitigation.id,
      realisation: part.realisation.id,
      workItem: item.id,
      title: item.title,
      because,
      proposals: offered,
      ...sides,
    });
    return undefined;
  }

  /** Lists the conflict unless it was answered; the side that the person chose otherwise. */
  clash(field: FieldConflict['field'], sides: { model: string; backlog: string }) {
    const { desk, part, item } = this;
    const key = oddityKey(field, part.realisation.id, item.id);
    const answer = desk.choice.answers?.get(key);
    if (answer === 'model' || answer === 'backlog') {
      if (answer === 'backlog')
        this.said.push(`The ${field === 'title' ? 'title' : 'text'} stays as people made it, as you chose.`);
      return answer;
    }
    const name = field === 'title' ? 'the title' : 'the text from the threat model';
    this.conflicts.push({
      kind: 'field',
      field,
      key,
      mitigation: part.mitigation.id,
      realisation: part.realisation.id,
      workItem: item.id,
      title: item.title,
      because: `Both the model and people on the backlog changed ${name} since they last agreed.`,
      base: part.realisation.baseline?.rev,
      ...sides,
      proposals: conflictProposals,
    });
    return undefined;
  }
}
