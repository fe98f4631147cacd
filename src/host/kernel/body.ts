/** Reads request bodies within the limit of the original. */
import type { IncomingMessage } from 'node:http';
import { problem } from './problem';

/** 50 MB, the cap of the original's batch route and the largest of all. */
export const MAXIMUM_BODY = 52_428_800;

/**
 * The whole body. Reads on after the limit without keeping anything, so that the client gets to see the answer.
 * @throws Problem 413 over the limit.
 */
export async function readBody(request: IncomingMessage, limit = MAXIMUM_BODY): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size <= limit) chunks.push(bytes);
  }
  if (size > limit)
    throw problem(413, 'VssServiceException', `The request body is larger than ${limit} bytes.`);
  return Buffer.concat(chunks);
}

/** The depth at which the original's reader of JSON stops by default; deeper texts could exhaust the stack. */
const DEEPEST = 256;

/** True when brackets and braces outside of texts are nested deeper than that. */
function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let index = 0; index < json.length; index += 1) {
    const sign = json.charCodeAt(index);
    if (isText) {
      if (sign === 0x5c) index += 1;
      else if (sign === 0x22) isText = false;
    } else if (sign === 0x22) isText = true;
    else if (sign === 0x5b || sign === 0x7b) {
      depth += 1;
      if (depth > DEEPEST) return true;
    } else if (sign === 0x5d || sign === 0x7d) depth -= 1;
  }
  return false;
}

/** The parsed body; undefined when there is none. @throws Problem 400 for malformed JSON, and for JSON that is nested too deeply. */
export function parseBody(bytes: Buffer): unknown {
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  if (text.trim() === '') return undefined;
  if (isTooDeep(text))
    throw problem(
      400,
      'VssPropertyValidationException',
      `The request body is not valid JSON. The reader's MaxDepth of ${DEEPEST} has been exceeded.`,
    );
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw problem(400, 'VssPropertyValidationException', `The request body is not valid JSON. ${reason}`);
  }
}
