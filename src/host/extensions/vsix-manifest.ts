/** The two XML parts of a .vsix: who the package is and what it offers, and which type each kind of file has. */
import { SaxesParser } from 'saxes';
import { checkedIdentity, type Identity } from './manifest';

export interface Asset {
  /** Also its address on the content network. */
  readonly type: string;
  readonly path: string;
  readonly isAddressable: boolean;
}

export interface VsixManifest {
  readonly identity: Identity;
  readonly assets: readonly Asset[];
}

type Attributes = Readonly<Record<string, string>>;

/** Calls back for every element, with its local name, and for the text inside of it. @throws Error for broken XML. */
function walk(
  xml: string,
  each: { open(name: string, attributes: Attributes): void; text(name: string, value: string): void },
): void {
  const parser = new SaxesParser();
  const path: string[] = [];
  let problem: Error | undefined;
  parser.on('error', (error) => {
    problem ??= error;
  });
  parser.on('opentag', (node) => {
    const local = node.name.replace(/^.*:/, '');
    path.push(local);
    each.open(local, node.attributes as Attributes);
  });
  parser.on('text', (value) => each.text(path[path.length - 1] ?? '', value));
  parser.on('closetag', () => void path.pop());
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  if (problem) throw problem;
}

/** @throws Error with a clause about what is wrong. */
export function readVsixManifest(xml: string): VsixManifest {
  const assets: Asset[] = [];
  let identity: Attributes = {};
  const words: Record<string, string> = {};
  try {
    walk(xml, {
      open(name, attributes) {
        if (name === 'Identity') identity = attributes;
        if (name !== 'Asset') return;
        const { Type = '', Path = '', Addressable = '' } = attributes;
        assets.push({ type: Type, path: Path, isAddressable: Addressable.toLowerCase() === 'true' });
      },
      text(name, value) {
        if (name === 'DisplayName' || name === 'Description') words[name] = (words[name] ?? '') + value;
      },
    });
  } catch {
    throw new Error('its extension.vsixmanifest is not valid XML');
  }
  const { Publisher = '', Id = '', Version = '' } = identity;
  const name = words['DisplayName']?.trim();
  return {
    identity: checkedIdentity({
      publisherId: Publisher,
      extensionId: Id,
      version: Version,
      name: name === undefined || name === '' ? Id : name,
      description: words['Description']?.trim() ?? '',
    }),
    assets,
  };
}

/** The declared content type of a part. */
export type TypeOfPart = (path: string) => string | undefined;

/** @throws Error with a clause when it is no XML. */
export function readContentTypes(xml: string): TypeOfPart {
  const byExtension = new Map<string, string>();
  const byPart = new Map<string, string>();
  try {
    walk(xml, {
      open(name, { Extension, PartName, ContentType }) {
        if (ContentType === undefined) return;
        if (name === 'Default' && Extension !== undefined)
          byExtension.set(Extension.replace(/^\./, '').toLowerCase(), ContentType);
        if (name === 'Override' && PartName !== undefined)
          byPart.set(PartName.replace(/^\//, '').toLowerCase(), ContentType);
      },
      text: () => undefined,
    });
  } catch {
    throw new Error('its [Content_Types].xml is not valid XML');
  }
  return (path) => {
    const name = path.toLowerCase();
    return byPart.get(name) ?? byExtension.get(/\.([^./]+)$/.exec(name)?.[1] ?? '');
  };
}
