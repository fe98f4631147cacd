/** What the server writes into the page: the organisation, its people and its installed extensions. */
import type { CardSetup } from '../rest/board';

/** A seeded person. The shell has no sign-in, so the bearer of each person travels with the page. */
export interface User {
  readonly id: string;
  readonly descriptor: string;
  readonly displayName: string;
  readonly uniqueName: string;
  readonly role: string;
  /** What rights come from: "stakeholder", "contributor" and so on. */
  readonly level: string;
  /** What the server lets them do with work items; the shell shows the same. */
  readonly access: 'read' | 'write';
  /** Areas in which, and below which, they write nothing all the same. */
  readonly closedAreas: readonly string[];
  readonly token: string;
}

/** What somebody may do with a work item of the area. */
export function accessTo({ access, closedAreas }: User, area: string): 'read' | 'write' {
  const path = `${area.toLowerCase()}\\`;
  return closedAreas.some((closed) => path.startsWith(`${closed.toLowerCase()}\\`)) ? 'read' : access;
}

/** Queries that are shared are changed by administrators of the project, one's own by oneself. */
export function mayChangeQuery({ level }: User, { isPublic }: { readonly isPublic: boolean }): boolean {
  return !isPublic || level === 'owner' || level === 'projectAdministrator';
}

/** What holds for everybody: settings of the organisation, and features switched for all. */
export function mayConfigureOrganisation({ level }: Pick<User, 'level'>): boolean {
  return level === 'owner';
}

/** One entry of a manifest's `contributions`; `fullId` is publisher.extension.id. */
export interface Contribution {
  readonly id: string;
  readonly fullId: string;
  readonly type: string;
  readonly targets: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly description?: string;
  /** As written in the manifest, so of any shape. */
  readonly constraints?: unknown;
  /** The kinds of users it is for, as written in the manifest. */
  readonly restrictedTo?: unknown;
}

/** What was chosen for a feature: by one person, or for everybody ("host"). */
export interface FeatureState {
  readonly featureId: string;
  readonly owner: string;
  readonly value: 'enabled' | 'disabled';
}

export interface InstalledExtension {
  readonly publisherId: string;
  readonly extensionId: string;
  readonly version: string;
  readonly name: string;
  readonly description: string;
  readonly scopes: readonly string[];
  /** Pages that were made for the SDK before this one. */
  readonly oldSdkPages: readonly string[];
  /** Pages that the package does not serve. */
  readonly missingPages: readonly string[];
  readonly baseUri: string;
  readonly contributions: readonly Contribution[];
}

export interface Bootstrap {
  readonly origin: string;
  readonly collectionUrl: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly project: { readonly id: string; readonly name: string; readonly processName: string };
  readonly team: { readonly id: string; readonly name: string };
  /** How cards of the taskboard look. The page brings it along, since the original has no way to read it over REST. */
  readonly taskboard: CardSetup;
  readonly users: readonly [User, ...User[]];
  /** Whether the pages of extensions have storage in the browser. */
  readonly storage: 'allowed' | 'blocked';
  readonly features: readonly FeatureState[];
  readonly extensions: readonly InstalledExtension[];
}

/** Manifests may leave out `targets` and `properties`; everything after this may rely on them. */
function complete(extension: InstalledExtension): InstalledExtension {
  return {
    ...extension,
    baseUri: extension.baseUri.endsWith('/') ? extension.baseUri : `${extension.baseUri}/`,
    contributions: extension.contributions.map((each) => ({
      ...each,
      fullId: each.fullId || `${extension.publisherId}.${extension.extensionId}.${each.id}`,
      targets: each.targets ?? [],
      properties: each.properties ?? {},
    })),
  };
}

/**
 * Reads the bootstrap element of the page.
 * @throws Error naming what is missing, since a page without it can show nothing at all.
 */
export function readBootstrap(page: Document): Bootstrap {
  const element = page.getElementById('bootstrap');
  if (!element?.textContent)
    throw new Error('The page carries no <script id="bootstrap">: open it through the local server.');
  // The server of this page writes this element itself, so its shape is taken on trust.
  const given = JSON.parse(element.textContent) as Bootstrap;
  if (given.users.length === 0) throw new Error('The bootstrap names no user.');
  return { ...given, extensions: given.extensions.map(complete) };
}
