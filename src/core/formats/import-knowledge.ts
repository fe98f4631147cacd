/** Knowledge from outside: a template of another tool, or the one inside a model. The file of a package, or a refusal. */
import type { NotTaken } from '../model/model';
import { refusalOfBytes } from './foreign-file';
import type { ImportInput } from './import-result';
import { Refusal } from './import-result';
import { newReport } from './report';
import { decodeUtf8 } from './text';
import { tmtPackageFile } from './tmt-knowledge/package-file';
import { child, parseXml } from './xml-tree';
import { isZip } from './tms-template/archive';
import { templatePackageFile } from './tms-template/package-file';
import { rootTagOf } from './xml-root';

export type KnowledgeImport =
  | {
      readonly kind: 'knowledge';
      /** JSON of a package file, to be read by `readPackage`. */
      readonly file: Readonly<Record<string, unknown>>;
      readonly notTaken: readonly NotTaken[];
    }
  /** A model without rules of its own. */
  | { readonly kind: 'none' }
  | { readonly kind: 'refused'; readonly reason: string };

const nothingKnown =
  'This is no knowledge base that is known here: templates of the Microsoft Threat Modeling Tool (.tb7) and of Threats Manager (.tmt) can be read, and those inside their models.';

function readZip({ bytes, limits }: ImportInput): KnowledgeImport {
  const report = newReport();
  const file = templatePackageFile(bytes, limits, report);
  return file
    ? { kind: 'knowledge', file, notTaken: report.rows() }
    : { kind: 'refused', reason: nothingKnown };
}

function read(input: ImportInput): KnowledgeImport {
  if (input.bytes.length > input.limits.maxBytes)
    return { kind: 'refused', reason: 'This file is too large to be read as a knowledge base.' };
  if (isZip(input.bytes)) return readZip(input);
  const early = refusalOfBytes(input.bytes);
  if (early !== undefined) return { kind: 'refused', reason: early };
  const text = decodeUtf8(input.bytes);
  const root = rootTagOf(text)?.name;
  if (root !== 'KnowledgeBase' && root !== 'ThreatModel') return { kind: 'refused', reason: nothingKnown };
  const tree = parseXml(text, input.limits);
  const kb = root === 'KnowledgeBase' ? tree : child(tree, 'KnowledgeBase');
  if (!kb || !child(kb, 'ThreatTypes')) return { kind: 'none' };
  const report = newReport();
  const file = tmtPackageFile(kb, report, input.limits);
  return { kind: 'knowledge', file, notTaken: report.rows() };
}

/** Never throws: every failure is a refusal with one plain sentence. */
export function importKnowledge(input: ImportInput): KnowledgeImport {
  try {
    return read(input);
  } catch (error) {
    const reason =
      error instanceof Refusal
        ? error.message
        : 'This file could not be read: its content is not what its format promises.';
    return { kind: 'refused', reason };
  }
}
