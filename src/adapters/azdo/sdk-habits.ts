/** What one person chose: extension data of the user scope, through the page that hosts us. */
import type { IExtensionDataManager } from 'azure-devops-extension-api';
import type { Habits } from '../../app/ports';

/** Seen by this person alone; the last write wins, as nobody else writes it (platform facts 2.6). */
const own = { scopeType: 'User', scopeValue: 'Me' };
const key = 'habits';

export class SdkHabits implements Habits {
  constructor(private readonly connect: () => Promise<IExtensionDataManager>) {}

  async read(): Promise<unknown> {
    const value: unknown = await (await this.connect()).getValue<unknown>(key, own);
    return value;
  }

  async write(value: unknown): Promise<void> {
    await (await this.connect()).setValue(key, value, own);
  }
}
