/** What one open form knows and what was changed on it: the one truth for the form's inputs and for extensions. */
import { isConflict, sentenceOf } from '../../rest/connection';
import type { FieldRules } from '../../rest/field-rules';
import type { Process } from '../../rest/process';
import type { Paths } from '../../rest/team';
import { noRelationEdits, type Relation, type RelationEdits, type WorkItem } from '../../rest/work-item';
import type { NewItem, WorkItems } from '../../rest/work-items';
import { fieldsToCreate, isDirty, rebased, withChange, type Draft } from './draft';
import { invalidFields, storedValue } from './form-rules';
import {
  effectiveRelations,
  isRelationDirty,
  rebasedRelations,
  withAdded,
  withRemoved,
} from './relation-edits';

export type SaveState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'saving' }
  | { readonly phase: 'refused'; readonly message: string }
  | { readonly phase: 'conflict' };

export interface FormState {
  /** As it was read; id 0 while it is not on the server. */
  readonly item: WorkItem;
  readonly draft: Draft;
  readonly relations: RelationEdits;
  readonly saving: SaveState;
  /** Sentences of extensions that block a save, by who said them. */
  readonly errors: ReadonlyMap<string, string>;
}

/** What happened to the item, in the words of IWorkItemNotificationListener. */
export type FormEvent =
  | { readonly kind: 'field-changed'; readonly changed: readonly string[] }
  | { readonly kind: 'saved' }
  | { readonly kind: 'refreshed' }
  | { readonly kind: 'reset' };

export interface FormSource {
  readonly workItems: Pick<WorkItems, 'open' | 'change' | 'create'>;
  readonly access: 'read' | 'write';
  readonly process: Process;
  readonly paths: Paths;
  readonly rules: FieldRules;
  /** What a new item was opened with; undefined for one that exists. */
  readonly first: NewItem | undefined;
}

const idle: SaveState = { phase: 'idle' };

function relationsOf(item: WorkItem): readonly Relation[] {
  return item.relations ?? [];
}

export class FormStore {
  private state: FormState;
  private readonly listeners = new Set<() => void>();
  private readonly watchers = new Set<(event: FormEvent) => void>();

  constructor(
    readonly source: FormSource,
    item: WorkItem,
  ) {
    this.state = { item, draft: {}, relations: noRelationEdits, saving: idle, errors: new Map() };
  }

  current(): FormState {
    return this.state;
  }

  get id(): number {
    return this.state.item.id;
  }

  /** After every change of the state. Returns the way to stop. */
  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** After things that extensions are told of; the state is already the new one. */
  onEvent(watcher: (event: FormEvent) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  isNew(): boolean {
    return this.id === 0;
  }

  isReadOnly(): boolean {
    return this.source.access === 'read';
  }

  /** Changes that closing the form would lose. A new form that nobody touched has none. */
  hasEdits(): boolean {
    return isDirty(this.state.draft) || isRelationDirty(this.state.relations);
  }

  /** The value a control shows: unsaved, else read. */
  value(name: string): unknown {
    const { draft } = this.state;
    return name in draft ? draft[name] : this.original(name);
  }

  /** The value that was read; ids are no fields on the wire of one item, but extensions ask for them as such. */
  original(name: string): unknown {
    const { item } = this.state;
    if (name === 'System.Id') return item.id;
    if (name === 'System.Rev') return item.rev;
    return item.fields[name];
  }

  relations(): readonly Relation[] {
    return effectiveRelations(relationsOf(this.state.item), this.state.relations);
  }

  invalid() {
    return invalidFields(this.source.rules, (name) => this.value(name));
  }

  /** A change by the person at the form. */
  change(name: string, value: unknown): void {
    this.applyChanges([[name, value]]);
  }

  /** Changes by an extension. False for each field that cannot be set: unknown, kept by the server, or read-only for the person. */
  setFields(values: Readonly<Record<string, unknown>>): Readonly<Record<string, boolean>> {
    const changes: [string, unknown][] = [];
    const answers = Object.entries(values).map(([name, value]): [string, boolean] => {
      const rule = this.source.rules.get(name.toLowerCase());
      if (!rule || rule.definition.readOnly || this.isReadOnly()) return [name, false];
      changes.push([rule.definition.referenceName, storedValue(rule, value)]);
      return [name, true];
    });
    this.applyChanges(changes);
    return Object.fromEntries(answers);
  }

  private applyChanges(changes: readonly (readonly [string, unknown])[]): void {
    const before = this.state.draft;
    const draft = changes.reduce<Draft>(
      (made, [name, value]) => withChange(made, this.state.item, { name, value }),
      before,
    );
    const changed = changes.map(([name]) => name).filter((name) => before[name] !== draft[name]);
    if (changed.length === 0) return;
    this.become({ draft });
    this.tell({ kind: 'field-changed', changed });
  }

  /** @throws Error for a read-only item. */
  addRelations(wanted: readonly Relation[]): void {
    this.requireWritable();
    const { item, relations } = this.state;
    this.become({ relations: withAdded(relations, relationsOf(item), wanted) });
  }

  /** @throws Error for a read-only item. */
  removeRelations(unwanted: readonly Relation[]): void {
    this.requireWritable();
    const { item, relations } = this.state;
    this.become({ relations: withRemoved(relations, relationsOf(item), unwanted) });
  }

  /** Blocks saving until the same speaker clears it. @throws Error for a read-only item. */
  setError(speaker: string, message: string): void {
    this.requireWritable();
    this.become({ errors: new Map([...this.state.errors, [speaker, message]]) });
  }

  clearError(speaker: string): void {
    this.become({ errors: new Map([...this.state.errors].filter(([who]) => who !== speaker)) });
  }

  /**
   * Saves under a test of the revision that was read. Changes made while the answer is under way stay unsaved.
   * @throws Error of an extension or of the server; what was changed stays, and the form shows why.
   */
  async save(): Promise<WorkItem> {
    this.requireWritable();
    const [said] = this.state.errors.values();
    if (said !== undefined) throw new Error(said);
    if (this.state.saving.phase === 'saving') throw new Error('The work item is being saved already.');
    if (!this.isNew() && !this.hasEdits()) return this.state.item;
    const sent = this.state;
    this.become({ saving: { phase: 'saving' } });
    const item = await this.write(sent).catch((problem: unknown) => {
      const saving: SaveState = isConflict(problem)
        ? { phase: 'conflict' }
        : { phase: 'refused', message: sentenceOf(problem) };
      this.become({ saving });
      throw problem;
    });
    const { draft, relations } = this.state;
    const later = Object.entries(draft).filter(([name, value]) => value !== sent.draft[name]);
    this.become({
      item,
      draft: rebased(Object.fromEntries(later), item),
      relations:
        relations === sent.relations ? noRelationEdits : rebasedRelations(relations, relationsOf(item)),
      saving: idle,
    });
    this.tell({ kind: 'saved' });
    return item;
  }

  private write({ item, draft, relations }: FormState): Promise<WorkItem> {
    const { workItems, first } = this.source;
    if (!first || item.id !== 0) return workItems.change(item, draft, relations);
    return workItems.create({ ...first, fields: fieldsToCreate(first, draft), relations: relations.added });
  }

  /** Reads the item again and keeps what was changed on the form: the way out of a conflict. */
  async readAgain(): Promise<void> {
    if (this.isNew()) return;
    const item = await this.source.workItems.open(this.id);
    const { draft, relations } = this.state;
    this.become({
      item,
      draft: rebased(draft, item),
      relations: rebasedRelations(relations, relationsOf(item)),
      saving: idle,
    });
    this.tell({ kind: 'refreshed' });
  }

  /** Reads the item again and drops what was changed on the form. */
  async refresh(): Promise<void> {
    if (this.isNew()) return;
    const item = await this.source.workItems.open(this.id);
    this.become({ item, draft: {}, relations: noRelationEdits, saving: idle });
    this.tell({ kind: 'refreshed' });
  }

  /** Back to what was read last. */
  reset(): void {
    this.become({ draft: {}, relations: noRelationEdits, saving: idle });
    this.tell({ kind: 'reset' });
  }

  private requireWritable(): void {
    if (this.isReadOnly()) throw new Error('The work item is read-only: you may not save work items here.');
  }

  private become(change: Partial<FormState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of [...this.listeners]) listener();
  }

  private tell(event: FormEvent): void {
    for (const watcher of [...this.watchers]) watcher(event);
  }
}
