/** The texts of a mitigation: as an entry says them, and as the snapshot in a model says what the entry was. */
import type { KnowledgeEntry } from '../model/knowledge';
import type { Mitigation } from '../model/mitigation';
import type { Model } from '../model/model';
import { asRecord } from './json-record';
import { copiedHash, entryNameOf } from './mitigation-key';
import type { KnowledgeMitigation } from './package';
import { implementText, verifyText } from './take-proposal';

export const mitigationTexts = ['title', 'implement', 'verify'] as const;
export type MitigationTexts = Pick<Mitigation, (typeof mitigationTexts)[number]>;

export function textsOf(entry: KnowledgeMitigation): MitigationTexts {
  return { title: entry.name, implement: implementText(entry), verify: verifyText(entry) };
}

/** The version in the key of a copy. */
export function copyVersion(key: string): string {
  return key.slice(key.lastIndexOf('@') + 1);
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '');
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** What a snapshot's texts were when they were copied. */
export function textsIn(content: string): MitigationTexts | undefined {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return undefined;
  }
  const entry = asRecord(json);
  if (!entry) return undefined;
  const workItem = asRecord(entry['workItem']);
  const texts = {
    description: words(entry['description']),
    implement: words(entry['implement']),
    verify: list(entry['verify']).map((each) => words(asRecord(each)?.['how'])),
    acceptance: list(workItem?.['acceptance']).map(words),
  };
  return { title: words(entry['name']), implement: implementText(texts), verify: verifyText(texts) };
}

/** Of several contents under one version: the one that the copy agrees with most, the last of equals. */
function closest(copy: Mitigation, found: readonly KnowledgeEntry[]): KnowledgeEntry | undefined {
  const agreement = ({ content }: KnowledgeEntry): number => {
    const texts = textsIn(content);
    return texts ? mitigationTexts.filter((field) => texts[field] === copy[field]).length : -1;
  };
  let best: KnowledgeEntry | undefined;
  for (const each of found) if (!best || agreement(each) >= agreement(best)) best = each;
  return best;
}

/** The snapshot of the entry that a mitigation was copied from. */
export function snapshotOfCopy(model: Model, copy: Mitigation): KnowledgeEntry | undefined {
  const name = entryNameOf(copy);
  if (name === undefined || copy.origin.kind !== 'import') return undefined;
  const [version, hash] = [copyVersion(copy.origin.key), copiedHash(copy)];
  const found = [...model.knowledge.values()].filter(
    (each) => each.type === 'mitigation' && `${each.package}:${each.entry}` === name,
  );
  // An overlay changes an entry under the version of its package: the version alone does not say which it was.
  if (hash !== undefined) return found.find((each) => each.hash === hash);
  return closest(
    copy,
    found.filter((each) => each.version === version),
  );
}

/** What its entry said when it was copied; undefined where the model does not hold it. */
export function baseTexts(model: Model, copy: Mitigation): MitigationTexts | undefined {
  const snapshot = snapshotOfCopy(model, copy);
  return snapshot && textsIn(snapshot.content);
}
