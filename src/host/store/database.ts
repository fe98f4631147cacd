/** The two places a store can live: a file that survives `kill -9`, or nowhere. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Persistence, Write } from './store';

const FILE = 'host.db';

/** Forgets everything at the end of the process: for tests and throw-away servers. */
export const nowhere: Persistence = {
  load: () => [],
  commit: () => undefined,
  close: () => undefined,
};

/** Removes the database of a folder and nothing else, since the folder may be one a person named. */
export function emptyDataFolder(folder: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(join(folder, FILE + suffix), { force: true });
}

interface Row {
  readonly kind: string;
  readonly key: string;
  readonly json: string;
}

/**
 * Opens (or creates) the database below `folder`.
 * WAL with synchronous=FULL waits for the disk on every commit, so an acknowledged write outlives a kill.
 * The lock is exclusive because the read model in memory would go stale beside a second process.
 * @throws when another process holds the database.
 */
export function openDatabase(folder: string): Persistence {
  mkdirSync(folder, { recursive: true });
  const database = new Database(join(folder, FILE), { timeout: 1000 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = FULL');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The data folder ${folder} cannot be opened; is another server using it? (${reason})`);
  }
  database.exec(
    'CREATE TABLE IF NOT EXISTS entity (seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, key TEXT NOT NULL, json TEXT NOT NULL, UNIQUE (kind, key))',
  );
  const upsert = database.prepare(
    'INSERT INTO entity (kind, key, json) VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET json = excluded.json',
  );
  const remove = database.prepare('DELETE FROM entity WHERE kind = ? AND key = ?');
  const write = database.transaction((writes: readonly Write[]) => {
    for (const { kind, key, json } of writes) {
      // The driver ends a text at the first NUL without a word, so that different keys would become one.
      if (key.includes('\u0000')) throw new Error(`The key ${JSON.stringify(key)} holds a NUL.`);
      if (json === null) remove.run(kind, key);
      else upsert.run(kind, key, json);
    }
  });
  return {
    load: () => database.prepare('SELECT kind, key, json FROM entity ORDER BY seq').all() as Row[],
    commit: (writes) => void write.immediate(writes),
    close: () => {
      // close() alone lets go of the file only when the garbage collector takes the statements, so the lock is
      // given up by hand; leaving WAL first is the condition for that and leaves one tidy file behind.
      database.exec('PRAGMA journal_mode = DELETE');
      database.exec('PRAGMA locking_mode = NORMAL');
      database.prepare('SELECT count(*) FROM entity').all();
      database.close();
    },
  };
}
