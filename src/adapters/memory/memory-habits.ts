/** What one person chose, in memory: as text, so that nothing is shared by reference. */
import type { Habits } from '../../app/ports';
import { AccessError } from '../../app/ports';

export class MemoryHabits implements Habits {
  private text: string | undefined;
  private refused: 'read' | 'write' | undefined;

  /** Makes every call of one kind reject. */
  refuse(kind: 'read' | 'write'): void {
    this.refused = kind;
  }

  async read(): Promise<unknown> {
    this.check('read');
    return this.text === undefined ? undefined : JSON.parse(this.text);
  }

  async write(value: unknown): Promise<void> {
    this.check('write');
    this.text = JSON.stringify(value);
  }

  private check(kind: 'read' | 'write'): void {
    if (this.refused === kind) throw new AccessError('forbidden', 'Not allowed.');
  }
}
