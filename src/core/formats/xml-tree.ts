/** XML as a small tree of local names: strict, without declared entities, within the limits of an import. */
import { SaxesParser } from 'saxes';
import type { Limits } from './import-result';
import { Refusal } from './import-result';
import { stopWhenLate } from './time-is-up';

/** Prefixes are stripped: DataContract files name the same thing with different prefixes. Leaf text is trimmed. */
export interface XmlElement {
  readonly name: string;
  /** Local part of the i:type attribute, '' when absent: the class of a DataContract value. */
  readonly type: string;
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

interface Building {
  name: string;
  type: string;
  text: string;
  attributes: Readonly<Record<string, string>>;
  children: Building[];
}

/** Characters per write: small enough to ask for the time often, large enough to be quick. */
const chunkSize = 65_536;
const ownEntities =
  'This XML file declares entities of its own, which are not accepted because they can hide or multiply content.';
const cutOff = 'This XML file is cut off: it ends before its last element is closed.';

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

class TreeBuilder {
  private readonly open: Building[] = [];
  private root: Building | undefined;
  private nodes = 0;

  constructor(private readonly limits: Limits) {}

  enter(name: string, attributes: Readonly<Record<string, string>>): void {
    this.nodes += 1;
    if (this.nodes > this.limits.maxNodes)
      throw new Refusal('This XML file holds too many elements to be imported.');
    if (this.open.length >= this.limits.maxDepth)
      throw new Refusal('This XML file is nested too deeply to be imported.');
    const type =
      Object.entries(attributes).find(([key]) => key.includes(':') && local(key) === 'type')?.[1] ?? '';
    const element: Building = { name: local(name), type: local(type), text: '', attributes, children: [] };
    const parent = this.open.at(-1);
    if (parent) parent.children.push(element);
    else this.root = element;
    this.open.push(element);
  }

  addText(text: string): void {
    const current = this.open.at(-1);
    if (current) current.text += text;
  }

  leave(): void {
    const element = this.open.pop();
    if (!element) return;
    // Pretty-printed files have white space inside values and between elements; neither means anything.
    element.text = element.text.trim();
  }

  finish(): XmlElement {
    if (!this.root) throw new Refusal(cutOff);
    return this.root;
  }
}

function newParser(tree: TreeBuilder): SaxesParser {
  const parser = new SaxesParser();
  // Its own table inherits from Object.prototype, so that "&constructor;" would be known. This one inherits nothing.
  const entities: Record<string, string> = { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" };
  Object.setPrototypeOf(entities, null);
  parser.ENTITIES = entities;
  parser.on('doctype', () => {
    throw new Refusal(ownEntities);
  });
  parser.on('opentag', (tag) => tree.enter(tag.name, tag.attributes));
  parser.on('text', (text) => tree.addText(text));
  parser.on('cdata', (text) => tree.addText(text));
  parser.on('closetag', () => tree.leave());
  parser.on('error', (error) => {
    if (/undefined entity/.test(error.message)) throw new Refusal(ownEntities);
    throw new Refusal(`This XML file is damaged near line ${String(parser.line)}, so it cannot be read.`);
  });
  return parser;
}

/** The root element. Throws Refusal when the text is no whole, plain XML document or is beyond the limits. */
export function parseXml(text: string, limits: Limits): XmlElement {
  const tree = new TreeBuilder(limits);
  const parser = newParser(tree);
  for (let at = 0; at < text.length; at += chunkSize) {
    stopWhenLate(limits);
    parser.write(text.slice(at, at + chunkSize));
  }
  parser.on('error', () => {
    throw new Refusal(cutOff);
  });
  parser.close();
  return tree.finish();
}

/** The first child with that local name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

/** The children with that local name. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** The text of the first child with that local name, '' when there is none. */
export function childText(element: XmlElement | undefined, name: string): string {
  return child(element, name)?.text ?? '';
}
