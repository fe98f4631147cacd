/** One sentence for a file that no format recognises: what it seems to be, and what would help. */
import { excerpt } from './clean-text';
import { topLevelKeys } from './json-value';
import { hasDoctype, rootTagOf } from './xml-root';

const supported =
  'Models of these can be imported: .tm7, Threat Dragon, OTM, Threagile, Threat Composer, TM-BOM, pytm, Threats Manager.';
const notYet = (what: string) => `This looks like ${what}, which cannot be imported yet.`;
/** Knowledge is the organisation's, models are the project's: the sentence names where it comes in. */
export const refusalOfTemplate = (tool: string) =>
  `This is a template of ${tool}: knowledge, no model. The security team takes it in as a package, in Organisation settings under Threat knowledge.`;

/** First bytes of formats that are no text at all. */
const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['a ZIP archive (Office files are ZIP archives too)', [0x50, 0x4b]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a gzip archive', [0x1f, 0x8b]],
];

/** The sentence for bytes that cannot be text; undefined when they may be. */
export function refusalOfBytes(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'This file is empty.';
  const found = signatures.find(([, start]) => start.every((byte, i) => bytes[i] === byte));
  return found && `This is ${found[0]}, not a threat model. ${supported}`;
}

interface JsonSign {
  readonly what: string;
  readonly keys: readonly string[];
}

/** Formats by the keys of their outermost object; all keys of a row must be there. */
const jsonSigns: readonly JsonSign[] = [
  { what: 'a SARIF file (scanner results)', keys: ['version', 'runs'] },
  { what: 'a SARIF file (scanner results)', keys: ['$schema', 'runs'] },
  { what: 'a CycloneDX file', keys: ['bomFormat'] },
  { what: 'a CycloneDX file', keys: ['specFormat'] },
  { what: 'a Threats Manager file', keys: ['threatTypes', 'severities'] },
];

function refusalOfJson(text: string): string {
  const keys = topLevelKeys(text);
  const sign = jsonSigns.find((candidate) => candidate.keys.every((key) => keys.has(key)));
  if (sign) return notYet(sign.what);
  const whole = /[}\]]\s{0,100}$/.test(text.slice(-110));
  if (!whole) return `This looks like JSON that is cut off, so it cannot be read. ${supported}`;
  return `This is JSON, but not a threat model that is known here. ${supported}`;
}

const xmlSigns: ReadonlyMap<string, string> = new Map([
  ['mxfile', 'a draw.io diagram'],
  ['mxgraphmodel', 'a draw.io diagram'],
  ['mxlibrary', 'a draw.io library'],
]);

function refusalOfXml(text: string): string {
  if (/^\s*(?:<!--[^>]{0,200}-->\s*)?(?:<!doctype\s+html|<html|<head|<body)/i.test(text.slice(0, 1000)))
    return webPage;
  if (hasDoctype(text)) {
    return 'This XML file declares entities of its own or may do so (DOCTYPE), which is not accepted: they can hide or multiply content.';
  }
  const root = rootTagOf(text);
  if (!root) return `This XML file is cut off or damaged, so it cannot be read. ${supported}`;
  if (root.name.toLowerCase() === 'html') return webPage;
  if (root.name === 'KnowledgeBase') return refusalOfTemplate('the Microsoft Threat Modeling Tool (.tb7)');
  const known = xmlSigns.get(root.name.toLowerCase());
  if (known) return notYet(known);
  if (!root.tag.endsWith('>') && text.length < 2000)
    return `This XML file is cut off in its first element, so it cannot be read. ${supported}`;
  return `This is XML with the root element "${excerpt(root.name)}", not a threat model that is known here. ${supported}`;
}

const webPage =
  'This is a web page, not a threat model. If you saved it from a code hosting site, download the raw file instead.';

/** Formats that are neither XML nor JSON, by a line near their beginning. */
const lineSigns: readonly (readonly [RegExp, string])[] = [
  [/^[ \t]*(?:threatmodel[ \t]+"|spec_version[ \t]*=|component[ \t]+")/m, 'a threatcl (HCL) file'],
];

/** The sentence for a text that no format recognises. */
export function refusalOfText(text: string): string {
  const start = text.trimStart();
  if (start === '') return 'This file is empty.';
  if (start.startsWith('<')) return refusalOfXml(text);
  if (start.startsWith('{') || start.startsWith('[')) return refusalOfJson(text);
  const sign = lineSigns.find(([pattern]) => pattern.test(text.slice(0, 4000)));
  if (sign) return notYet(sign[1]);
  return `This file is neither XML nor JSON, so it is no threat model that can be read. ${supported}`;
}
