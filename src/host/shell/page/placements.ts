/** Where each contribution stands, or why it stands nowhere. */
import type { Contribution, InstalledExtension } from './bootstrap';
import { absoluteTarget, contributionById, nameOf, textProperty } from './contributions';
import { constraintsOf, isForMembers } from './features';
import {
  absent,
  absentTypes,
  hub,
  hubGroupType,
  linkType,
  placeless,
  places,
  propertyProviderType,
  taskType,
  widgetConfigurationType,
  widgetType,
  type Place,
} from './places';

export interface Placement {
  readonly contribution: Contribution;
  readonly extension: InstalledExtension;
  readonly where: readonly string[];
  /** A sentence for each thing that keeps it, or a part of it, from being shown. */
  readonly problems: readonly string[];
}

/** Contributions that are targets themselves: groups of hubs, and configurations that widgets name. */
function ownTargets(extensions: readonly InstalledExtension[]): ReadonlyMap<string, Place> {
  const own = new Map<string, Place>();
  for (const { contributions } of extensions)
    for (const one of contributions) {
      const name = textProperty(one, 'name') ?? one.id;
      if (one.type === hubGroupType) own.set(one.fullId, hub(`Navigation, ${name}`));
      if (one.type === widgetConfigurationType)
        own.set(one.fullId, { types: [widgetType], where: `Configured in ${name}`, gets: '' });
    }
  return own;
}

/** What a property provider names: the contributions of its publisher. */
function providedPlace(target: string, extensions: readonly InstalledExtension[]): Place | undefined {
  const found = contributionById(extensions, target);
  return found && { types: [propertyProviderType], where: `Properties of ${nameOf(found)}`, gets: '' };
}

function reasonAgainst(target: string, type: string, place: Place | undefined): string | undefined {
  const strange = absentTypes[type];
  if (strange !== undefined) return `A contribution of the type ${type} is not shown: ${strange}.`;
  if (place)
    return place.types.includes(type)
      ? undefined
      : `${target} takes ${place.types.join(' or ')}, not ${type}.`;
  const near = Object.keys(places).find((known) => known.toLowerCase() === target.toLowerCase());
  if (near) return `${target} is no target: ids are case-sensitive, and it is written ${near}.`;
  const missing = absent.find(([prefix]) => target.startsWith(prefix));
  return missing
    ? `${target} is not here: ${missing[1]}.`
    : `${target} is no place of the local Azure DevOps.`;
}

/** Pages live at a `uri`; what is only declared has none. */
const pageless = [
  linkType,
  propertyProviderType,
  hubGroupType,
  taskType,
  'ms.vss-web.feature',
  'ms.vss-web.event-subscription',
];

function pageProblem(contribution: Contribution, extension: InstalledExtension): readonly string[] {
  if (contribution.type === linkType && textProperty(contribution, 'href') === undefined)
    return ['It leads nowhere: its properties have no "href".'];
  if (pageless.includes(contribution.type)) return [];
  const uri = textProperty(contribution, 'uri')?.replace(/[?#].*$/, '');
  if (uri === undefined) return ['It names no page: its properties have no "uri".'];
  if (extension.missingPages.includes(uri))
    return [`Its page ${uri} is not there: it must lie below an entry of "files" that is "addressable".`];
  return extension.oldSdkPages.includes(uri)
    ? ['Its page uses the old VSS SDK, which is not supported: move it to azure-devops-extension-sdk.']
    : [];
}

interface Known {
  readonly own: ReadonlyMap<string, Place>;
  readonly extensions: readonly InstalledExtension[];
}

/** Where one contribution stands. */
function placementOf(
  contribution: Contribution,
  extension: InstalledExtension,
  { own, extensions }: Known,
): Placement {
  const known = placeless[contribution.type];
  const where = known === undefined ? [] : [known.where];
  const problems: string[] = [];
  for (const each of contribution.targets) {
    const target = absoluteTarget(each, extension);
    const provided = contribution.type === propertyProviderType;
    const place = provided ? providedPlace(target, extensions) : (places[target] ?? own.get(target));
    const reason = reasonAgainst(target, contribution.type, place);
    if (reason === undefined && place) where.push(place.where);
    else if (reason !== undefined && known === undefined) problems.push(reason);
  }
  if (where.length === 0 && contribution.targets.length === 0)
    problems.push(`A contribution of the type ${contribution.type} has no place without a target.`);
  const strange = constraintsOf(contribution).filter(({ name }) => name !== 'Feature');
  return {
    contribution,
    extension,
    // Two targets of one place are one place to a person.
    where: [...new Set(where)],
    problems: [
      ...problems,
      ...(where.length > 0 ? pageProblem(contribution, extension) : []),
      ...(isForMembers(contribution)
        ? []
        : ['Its "restrictedTo" leaves out members of the organisation, and everybody here is one.']),
      ...strange.map(({ name }) => `Its constraint ${name} is not evaluated here: it is always shown.`),
    ],
  };
}

/** Every contribution with its places, in the order of the manifests. */
export function placements(extensions: readonly InstalledExtension[]): readonly Placement[] {
  const known = { own: ownTargets(extensions), extensions };
  return extensions.flatMap((extension) =>
    extension.contributions.map((contribution) => placementOf(contribution, extension, known)),
  );
}

/** Those with something that keeps them from being shown. */
export function unplacedContributions(extensions: readonly InstalledExtension[]): readonly Placement[] {
  return placements(extensions).filter(({ problems }) => problems.length > 0);
}
