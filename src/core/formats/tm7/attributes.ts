/** The property list of a TMT shape: its name, its scope, and what somebody selected. */
import { htmlToText } from '../html-text';
import type { XmlElement } from '../xml-tree';
import { child, childText, childrenOf } from '../xml-tree';

export interface ShapeAttributes {
  readonly name: string;
  /** The first header: the name of the stencil. */
  readonly header: string;
  /** Present when the shape is out of scope: the reason, perhaps ''. */
  readonly outOfScope?: string;
  readonly properties: readonly (readonly [string, string])[];
}

/** The first choice of TMT's lists stands for "nobody chose": unknown, which is not the same as "no". */
const unknownChoices: ReadonlySet<string> = new Set(['not selected', 'select', '']);
/** TMT gives these attributes the same ids in every knowledge base, whatever they are called there. */
const scopeId = '71f3d9aa-b8ef-4e54-8126-607a1d903103';
const reasonId = '752473b6-52d4-4776-9a24-202153f7d579';

interface Attribute {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

function valueOf(type: string, item: XmlElement): string {
  const value = child(item, 'Value');
  if (type !== 'ListDisplayAttribute' && type !== 'StaticListDisplayAttribute')
    return htmlToText(value?.text ?? '');
  const choice = childrenOf(value, 'string')[Number(childText(item, 'SelectedIndex'))]?.text ?? '';
  return unknownChoices.has(choice.toLowerCase()) ? '' : choice;
}

function attributeOf(item: XmlElement): Attribute {
  const label = childText(item, 'DisplayName');
  return { type: item.type, id: childText(item, 'Name'), label, value: valueOf(item.type, item) };
}

const isNamed = (attribute: Attribute, label: string, id: string) =>
  attribute.id.toLowerCase() === id || attribute.label.toLowerCase() === label;

/** "0" is what TMT writes for a flow that nobody put in order. */
const isUnordered = ({ label, value }: Attribute) => label === 'Dataflow Order' && value === '0';

/** What the `Properties` of the shape (or drawing surface) say. */
export function attributesOf(shape: XmlElement, ambiguous: ReadonlySet<string> = new Set()): ShapeAttributes {
  const all = childrenOf(child(shape, 'Properties'), 'anyType').map(attributeOf);
  const values = all.filter(({ type }) => type !== 'HeaderDisplayAttribute');
  const name = values.find(({ type, label }) => type === 'StringDisplayAttribute' && label === 'Name');
  const scope = values.find((attribute) => isNamed(attribute, 'out of scope', scopeId));
  const reason = values.find((attribute) => isNamed(attribute, 'reason for out of scope', reasonId));
  const out = scope?.value.toLowerCase() === 'true';
  const taken = new Set([name, scope, out ? reason : undefined]);
  const rest = values.filter((attribute) => !taken.has(attribute) && !isUnordered(attribute));
  return {
    name: name?.value ?? '',
    header: all.find(({ type }) => type === 'HeaderDisplayAttribute')?.label ?? '',
    ...(out ? { outOfScope: reason?.value ?? '' } : {}),
    // A label that several attributes share cannot tell them apart; their ids can.
    properties: rest.map(({ label, id, value }) => [
      ambiguous.has(label.toLowerCase()) && id !== '' ? id : label || id,
      value,
    ]),
  };
}
