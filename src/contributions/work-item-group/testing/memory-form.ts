/** A work item form in memory, with the manners of the real one: unsaved values, and events in its order. For tests. */
import type { FormEvent, FormItem, WorkItemForm } from '../../../app/work-item-form';

interface OpenItem {
  readonly id: number;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly iterationPath?: string;
  readonly access?: 'read' | 'write';
}

export class MemoryForm implements WorkItemForm {
  #item: OpenItem | undefined;
  #saved = '';
  #unsaved = '';
  #listener: (event: FormEvent) => void = () => undefined;

  get description(): string {
    return this.#unsaved;
  }

  listen(listener: (event: FormEvent) => void): void {
    this.#listener = listener;
  }

  async read(): Promise<FormItem> {
    if (!this.#item) throw new Error('There is no active work item.');
    const { id, type = 'User Story', title = '', iterationPath = 'Shop' } = this.#item;
    const formats = { description: 'html', acceptanceCriteria: 'html' } as const;
    return {
      id,
      type,
      iterationPath,
      text: { title, description: this.#unsaved, acceptanceCriteria: '', formats },
    };
  }

  async writeDescription(value: string): Promise<boolean> {
    if (this.#item?.access === 'read') return false;
    this.type(value);
    return true;
  }

  /** Shows another item in the same frame, as the real form does. */
  open(item: OpenItem): void {
    this.close();
    this.#item = item;
    this.#saved = this.#unsaved = item.description ?? '';
    this.#listener({ kind: 'loaded', id: item.id, access: item.access ?? 'write' });
  }

  close(): void {
    const left = this.#item;
    this.#item = undefined;
    if (left) this.#listener({ kind: 'unloaded', id: left.id });
  }

  /** What a person types into the description. */
  type(value: string): void {
    this.#unsaved = value;
    this.#tell({ kind: 'changed', id: this.#id, fields: ['System.Description'] });
  }

  /** The server gave a new item its number. */
  numbered(id: number): void {
    if (this.#item) this.#item = { ...this.#item, id };
  }

  save(): void {
    this.#saved = this.#unsaved;
    this.#tell({ kind: 'saved', id: this.#id });
  }

  reset(): void {
    this.#unsaved = this.#saved;
    this.#tell({ kind: 'reset', id: this.#id });
  }

  get #id(): number {
    return this.#item?.id ?? 0;
  }

  #tell(event: FormEvent): void {
    this.#listener(event);
  }
}
