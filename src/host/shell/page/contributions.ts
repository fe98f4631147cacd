/** Finds contributions by target and type: the only way anything of an extension gets a place in the page. */
import type { Contribution, InstalledExtension } from './bootstrap';

/** A contribution together with its extension, ready to be framed. */
export interface PlacedContribution {
  readonly contribution: Contribution;
  readonly extension: InstalledExtension;
}

/** Last resort of the original for a hub without an `order`: after everything that has one. */
const lastPlace = 1000;

export function textProperty(contribution: Contribution, name: string): string | undefined {
  const value = contribution.properties[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function numberProperty(contribution: Contribution, name: string): number | undefined {
  const value = contribution.properties[name];
  return typeof value === 'number' ? value : undefined;
}

function orderOf({ contribution }: PlacedContribution): number {
  return numberProperty(contribution, 'order') ?? lastPlace;
}

export function nameOf({ contribution }: PlacedContribution): string {
  return textProperty(contribution, 'name') ?? textProperty(contribution, 'text') ?? contribution.id;
}

/** A leading "." in a target means "of this extension". */
export function absoluteTarget(target: string, extension: InstalledExtension): string {
  return target.startsWith('.') ? `${extension.publisherId}.${extension.extensionId}${target}` : target;
}

/** Every contribution of a type at a target, by `order`, then by name. Ids are case-sensitive, as on the original. */
export function contributionsTo(
  extensions: readonly InstalledExtension[],
  place: { readonly target: string; readonly type: string },
): PlacedContribution[] {
  return extensions
    .flatMap((extension) => extension.contributions.map((contribution) => ({ contribution, extension })))
    .filter(
      ({ contribution, extension }) =>
        contribution.type === place.type &&
        contribution.targets.some((target) => absoluteTarget(target, extension) === place.target),
    )
    .sort((a, b) => orderOf(a) - orderOf(b) || nameOf(a).localeCompare(nameOf(b)));
}

/** The contribution of a full id (publisher.extension.id), or undefined when no installed extension has it. */
export function contributionById(
  extensions: readonly InstalledExtension[],
  fullId: string,
): PlacedContribution | undefined {
  for (const extension of extensions) {
    const contribution = extension.contributions.find((each) => each.fullId === fullId);
    if (contribution) return { contribution, extension };
  }
  return undefined;
}

/** An address inside an extension's package; undefined where it would leave http(s). */
function packageUrl(path: string, { baseUri }: InstalledExtension): string | undefined {
  const url = new URL(path.replace(/^\//, ''), baseUri);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
}

/** The URL of a contribution's page; undefined when it has none or when it would leave http(s). */
export function pageUrlOf({ contribution, extension }: PlacedContribution): string | undefined {
  const uri = textProperty(contribution, 'uri');
  return uri ? packageUrl(uri, extension) : undefined;
}

/** The URL of a contribution's own picture: one file, or one per kind of theme; `asset://` means the package. Icon fonts are not followed. */
export function iconUrlOf(
  { contribution, extension }: PlacedContribution,
  theme: 'light' | 'dark',
): string | undefined {
  const icon = contribution.properties['icon'];
  const each: unknown =
    typeof icon === 'object' && icon !== null
      ? (Reflect.get(icon, theme) ?? Reflect.get(icon, 'light'))
      : icon;
  if (typeof each !== 'string' || !/\.(png|svg|jpe?g|gif)$/i.test(each)) return undefined;
  return packageUrl(each.replace(/^asset:\/\//, ''), extension);
}
