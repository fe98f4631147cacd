/** The pages of the shell: one HTML file that learns from its bootstrap data where it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { taskboardSettings, type RuleType } from '../boards/board-settings';
import { descriptorOf } from '../organisation/identity';
import { extensionBase } from '../organisation/extensions';
import { featureStates } from '../organisation/features';
import { ORGANISATION, PROJECT } from '../organisation/identifiers';
import { accessOf, closedAreas } from '../organisation/permissions';
import { defaultTeam, findProject, findTeam, firstProject, teamsOf } from '../organisation/projects';
import { projects, users, type Project, type Team } from '../organisation/types';
import type { World } from '../organisation/world';
import type { ServerAddress } from './endpoint';
import { tokenFor } from './sign-in';

export const BOARD_PATH = `/${ORGANISATION.name}/${PROJECT.name}/_boards/board`;
const PLACEHOLDER = '<!--bootstrap-->';

/** Pages of the organisation, below its name. */
const ORGANISATION_PAGES = [/^$/, /^_settings(\/.*)?$/];

/** Addresses inside the project that lead on, as on the original. */
const PROJECT_WAYS: Readonly<Record<string, string>> = {
  '': '_boards/board',
  _boards: '_boards/board',
  _backlogs: '_backlogs/backlog',
};

/** Pages inside the project, below its name. */
const PROJECT_PAGES = [
  /^_(dashboards|git|build|testManagement)(\/.*)?$/i,
  /^_apps\/hub\/[^/]+$/,
  /^_boards\/board(\/t\/[^/]+(\/[^/]+)?)?$/,
  /^_backlogs\/backlog(\/.*)?$/,
  /^_workitems(\/.*)?$/,
  /^_sprints(\/.*)?$/,
  /^_queries(\/.*)?$/,
  /^_deliveryplans(\/.*)?$/,
  /^_settings(\/.*)?$/,
  /^_local\/faults$/,
];

/** What a raw path is: a page of the shell, a way to one, a page that a project has not, or nothing of this server. */
export type Address =
  | { readonly kind: 'page' }
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'unknown page' }
  | { readonly kind: 'nothing' };

export function addressOf(world: World, path: string): Address {
  const [organisation, ...below] = path.split('/').filter((part) => part !== '');
  if (organisation?.toLowerCase() !== ORGANISATION.name) return { kind: 'nothing' };
  if (ORGANISATION_PAGES.some((page) => page.test(below.join('/')))) return { kind: 'page' };
  const [project = '', ...rest] = below;
  if (findProject(world.store, decoded(project)) === undefined) return { kind: 'nothing' };
  const to = PROJECT_WAYS[rest.join('/').toLowerCase()];
  if (to !== undefined) return { kind: 'moved', to: `/${organisation}/${project}/${to}` };
  return { kind: PROJECT_PAGES.some((page) => page.test(rest.join('/'))) ? 'page' : 'unknown page' };
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A broken percent escape names nothing.
    return '';
  }
}

/** The project and team that a page is about: those its address names, else the first and the default one. */
function placeOf(world: World, path: string): { readonly project: Project; readonly team: Team } {
  const [, projectText = '', ...rest] = path
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  const project = findProject(world.store, projectText) ?? firstProject(world.store);
  const text = /^(?:_boards\/board\/t|_backlogs\/[^/]+|_sprints\/[^/]+)\/([^/]+)/.exec(rest.join('/'))?.[1];
  const team = text === undefined ? undefined : findTeam(world.store, project, text);
  return { project, team: team ?? defaultTeam(world.store, project) };
}

export interface Behind {
  readonly world: World;
  readonly ownerToken: string;
  readonly storage: 'allowed' | 'blocked';
}

/** What the shell needs to know before its first call; it has no sign-in, so tokens are part of it. */
export function bootstrap(
  { world, ownerToken, storage }: Behind,
  site: ServerAddress,
  path: string,
): Record<string, unknown> {
  const everybody = world.store.all(users);
  const { project, team } = placeOf(world, path);
  return {
    origin: site.origin,
    collectionUrl: site.collectionUrl,
    organisation: ORGANISATION,
    project: { id: project.id, name: project.name, processName: world.process.name },
    team: { id: team.id, name: team.name },
    taskboard: taskboardLook(world, team),
    teams: teamsOf(world.store, project).map(({ id, name }) => ({ id, name })),
    projects: world.store.all(projects).map(({ id, name }) => ({ id, name })),
    users: everybody.map((user) => ({
      id: user.id,
      descriptor: descriptorOf(user),
      displayName: user.displayName,
      uniqueName: user.uniqueName,
      role: user.role,
      level: user.level,
      access: accessOf(user),
      closedAreas: closedAreas(world.store, user),
      token: tokenFor(user, everybody, ownerToken),
    })),
    storage,
    features: featureStates(world.store),
    extensions: world.extensions.map((extension) => ({
      publisherId: extension.publisherId,
      extensionId: extension.extensionId,
      version: extension.version,
      name: extension.name,
      description: extension.description,
      scopes: extension.scopes,
      oldSdkPages: extension.oldSdkPages,
      missingPages: extension.missingPages,
      baseUri: extensionBase(extension, site.origin),
      contributions: extension.contributions,
    })),
  };
}

/** Rules that are switched on, and the fields of cards. */
function taskboardLook(world: World, team: Team): Record<string, unknown> {
  const { rules, cards } = taskboardSettings(world.store, team);
  const on = (type: RuleType): readonly object[] =>
    (rules?.[type] ?? []).filter((rule) => rule.isEnabled).map((rule) => ({ ...rule, isEnabled: 'true' }));
  return { fills: on('fill'), tagStyles: on('tagStyle'), cards: cards ?? {} };
}

/** The page with its data in place, or null when the shell has not been built. */
export function renderPage(shellDir: string, data: Record<string, unknown>): string | null {
  let template: string;
  try {
    template = readFileSync(join(shellDir, 'index.html'), 'utf8');
  } catch {
    return null;
  }
  // `<` is escaped so that no text in the data can close the script element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return template.replace(
    PLACEHOLDER,
    () => `<script type="application/json" id="bootstrap">${json}</script>`,
  );
}
