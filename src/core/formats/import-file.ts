/** The one door for files from outside: a whole valid model, or one sentence that says why not. Never throws. */
import { refusalOfBytes, refusalOfTemplate, refusalOfText } from './foreign-file';
import { formats } from './formats';
import type { ImportInput, ImportResult, Limits } from './import-result';
import { Refusal } from './import-result';
import { decodeUtf8 } from './text';
import { isZip, memberOf } from './tms-template/archive';

const megabyte = 1_048_576;

/** 20 MB, depth 200, 2,000,000 nodes: ten times the largest real model that was seen. `expired` is the clock. */
export function defaultLimits(expired: () => boolean): Limits {
  return { maxBytes: 20 * megabyte, maxDepth: 200, maxNodes: 2_000_000, expired };
}

function refusalOfSize(size: number, limits: Limits): string | undefined {
  if (size <= limits.maxBytes) return undefined;
  // Its real size may be unknown: a reader stops at the limit.
  const most = Math.round((limits.maxBytes / megabyte) * 10) / 10;
  return `Files up to ${String(most)} MB can be imported; this one is larger.`;
}

/** The model inside an archive of Threats Manager; anything else as it is. */
function unpacked({ bytes, limits }: ImportInput): Uint8Array {
  if (!isZip(bytes)) return bytes;
  const model = memberOf(bytes, ['threatmodel.json'], limits);
  if (!model && memberOf(bytes, ['threatmodeltemplate.json'], limits))
    throw new Refusal(refusalOfTemplate('Threats Manager (.tmt)'));
  return model ?? bytes;
}

function read(input: ImportInput): ImportResult {
  const tooLarge = refusalOfSize(input.bytes.length, input.limits);
  if (tooLarge !== undefined) return { kind: 'refused', reason: tooLarge };
  const bytes = unpacked(input);
  const early = refusalOfBytes(bytes);
  if (early !== undefined) return { kind: 'refused', reason: early };
  const text = decodeUtf8(bytes);
  const format = formats.find((candidate) => candidate.recognises(text));
  if (!format) return { kind: 'refused', reason: refusalOfText(text) };
  return { kind: 'imported', ...format.read(text, input) };
}

/**
 * Reads a file of any known format, which is recognised by content. The counts and what was left behind are also
 * in `model.info.imported`. Every failure is a result of kind `refused` with one plain sentence.
 */
export function importFile(input: ImportInput): ImportResult {
  try {
    return read(input);
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', reason: error.message };
    // Whatever a hostile file provokes, the person gets a sentence, and never half a model.
    return {
      kind: 'refused',
      reason: 'This file could not be read: its content is not what its format promises.',
    };
  }
}
