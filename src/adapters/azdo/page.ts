/** Everything a page needs of the Azure DevOps page that hosts it: project, roots, services. */
import type {
  IGlobalMessagesService,
  IHostNavigationService,
  IHostPageLayoutService,
  ILocationService,
} from 'azure-devops-extension-api';
import type { IWorkItemFormNavigationService } from 'azure-devops-extension-api/WorkItemTracking';
import * as SDK from 'azure-devops-extension-sdk';
import type { Boards } from '../../app/board-ports';
import type { OrganisationPorts } from '../../app/organisation-app';
import type { Elsewhere, KnowledgeSource, Ports } from '../../app/ports';
import type { TestCases } from '../../app/test-cases';
import type { WorkItemForm } from '../../app/work-item-form';
import { AzdoBacklog } from './azdo-backlog';
import { AzdoTaskStates } from './azdo-task-states';
import { connectDocuments } from './connect-documents';
import { pageHttp, withSlash } from './handshake';
import type { PageHttp } from './page-http';
import { navigationOfPage, projectOfPage } from './place';
import { connectWorkItemForm, keepHeight } from './work-item-form';

// Spelled out: const enums of the package do not survive isolated modules (platform facts 2.1).
const serviceIds = {
  location: 'ms.vss-features.location-service',
  layout: 'ms.vss-features.host-page-layout-service',
  messages: 'ms.vss-tfs-web.tfs-global-messages-service',
  workItems: 'ms.vss-work-web.work-item-form-navigation-service',
};
/** Work item tracking, by its resource area: the root of the REST calls. */
const workItemTracking = '5264459e-e5e0-4bd8-b118-0985e68a4ec5';
/** Projects and teams. */
const coreArea = '79134c72-4a58-4b42-976c-04e7115f32bf';

/** `PanelSize.Medium`. */
const mediumPanel = 1;
/** Milliseconds. */
const toastTime = 6000;

/** Its reader is a chunk of its own: most pages never ask, and the group on a work item's form must stay small. */
async function pageKnowledge() {
  const { PageKnowledge } = await import('./page-knowledge');
  // Pages are one folder down in the package; the knowledge lies beside that folder.
  const folder = new URL('../kb/', window.location.href).href;
  return new PageKnowledge({ folder, fetch: (url) => window.fetch(url) });
}
const knowledge: KnowledgeSource = {
  packages: async () => (await pageKnowledge()).packages(),
  examples: async () => (await pageKnowledge()).examples(),
};

const now = () => new Date().toISOString();
const newId = () => crypto.randomUUID();
const person = () => {
  const { id, displayName } = SDK.getUser();
  return Promise.resolve({ id, name: displayName });
};

/** Connects the ports of a page outside every project. Call after `startPage`. */
export async function connectOrganisation(): Promise<OrganisationPorts> {
  const location = await SDK.getService<ILocationService>(serviceIds.location);
  const root = withSlash(await location.getResourceAreaLocation(coreArea));
  const { AzdoProjects } = await import('./azdo-projects');
  return {
    documents: connectDocuments(),
    projects: new AzdoProjects({ http: pageHttp(), root }),
    knowledge,
    clock: { now },
    newId,
    person,
  };
}

export interface Page {
  readonly ports: Ports;
  readonly projectId: string;
  /** publisher.extension, as installed. */
  readonly extensionId: string;
  /** Whose page this is, by id: the origin of its storage is shared by all organisations. */
  readonly visitor: { readonly organisation: string; readonly user: string };
  readonly navigation: IHostNavigationService;
  readonly messages: IGlobalMessagesService;
  readonly workItems: () => Promise<IWorkItemFormNavigationService>;
  /** For a page inside a work item form; call it in the door, before the host hears that the page has loaded. */
  readonly workItemForm: () => WorkItemForm;
  /** Makes the frame as high as the content, now and whenever it changes. Returns the way to stop. */
  readonly keepHeight: (content: HTMLElement) => () => void;
  /** What the host said about the place when it loaded the page; not checked. */
  readonly configuration: () => unknown;
  /** Offers an object to the host under the contribution's own id (platform facts 1.3: `updateContext` of a tab). */
  readonly register: (object: object) => void;
}

/** Their reader is a chunk of its own: one page uses it. */
function lateBoards(place: {
  readonly http: PageHttp;
  readonly root: string;
  readonly project: string;
}): Boards {
  const boards = async () => new (await import('./azdo-boards')).AzdoBoards(place);
  return {
    visibility: async () => (await boards()).visibility(),
    teams: async () => (await boards()).teams(),
    board: async (team) => (await boards()).board(team),
    writeRules: async (team, board, lists) => (await boards()).writeRules(team, board, lists),
    administrators: async (team) => (await boards()).administrators(team),
    tags: async () => (await boards()).tags(),
  };
}

/** For the portfolio alone. The address of the service's own projects is asked for when somebody lists them. */
function lateElsewhere(
  location: ILocationService,
  { http, root }: { readonly http: PageHttp; readonly root: string },
): Elsewhere {
  return {
    projects: {
      list: async () => {
        const [area, { AzdoProjects }] = await Promise.all([
          location.getResourceAreaLocation(coreArea),
          import('./azdo-projects'),
        ]);
        return new AzdoProjects({ http, root: withSlash(area) }).list();
      },
    },
    backlog: (project) => new AzdoBacklog({ http, root, project }),
  };
}

/** For the page of testers alone. */
function lateTestCases(place: {
  readonly http: PageHttp;
  readonly root: string;
  readonly project: string;
}): TestCases {
  const cases = async () => new (await import('./azdo-test-cases')).AzdoTestCases(place);
  return {
    type: async () => (await cases()).type(),
    tagged: async (tag) => (await cases()).tagged(tag),
  };
}

/** Connects the ports to the host. Call after `startPage`; rejects with AccessError outside a project. */
export async function connectPage(): Promise<Page> {
  const [location, messages, navigation, project] = await Promise.all([
    SDK.getService<ILocationService>(serviceIds.location),
    SDK.getService<IGlobalMessagesService>(serviceIds.messages),
    navigationOfPage(),
    projectOfPage(),
  ]);
  const root = withSlash(await location.getResourceAreaLocation(workItemTracking));
  const place = { http: pageHttp(), root, project };
  return {
    ports: {
      documents: connectDocuments(),
      backlog: new AzdoBacklog(place),
      taskStates: new AzdoTaskStates(place),
      boards: lateBoards(place),
      testCases: lateTestCases(place),
      elsewhere: lateElsewhere(location, place),
      members: {
        list: async () => new (await import('./azdo-members')).AzdoMembers(place).list(),
      },
      knowledge,
      clock: { now },
      newId,
      person,
    },
    projectId: project.toLowerCase(),
    extensionId: SDK.getExtensionContext().id,
    visitor: { organisation: SDK.getHost().id, user: SDK.getUser().id },
    navigation,
    messages,
    workItems: () => SDK.getService<IWorkItemFormNavigationService>(serviceIds.workItems),
    workItemForm: connectWorkItemForm,
    keepHeight,
    configuration: () => SDK.getConfiguration(),
    register: (object) => SDK.register(SDK.getContributionId(), object),
  };
}

/** The team of the page, by name, as the host says; empty where it names none. */
export function teamOfPage(): string {
  // Outside a team the typings promise more than the host gives.
  const { team }: { readonly team?: { readonly name?: string } } = SDK.getWebContext();
  return team?.name ?? '';
}

/** What an action of a menu can do: its page is never seen. */
export interface ActionPage {
  /** `contribution`: its id without publisher and extension. `configuration`: plain values. */
  readonly openPanel: (
    contribution: string,
    options: { readonly title: string; readonly configuration: Readonly<Record<string, unknown>> },
  ) => Promise<void>;
  readonly toast: (message: string) => Promise<void>;
}

/** Offers what an action does to the host, and nothing else: no project, no request. Call after `startPage`. */
export function connectAction(offer: (page: ActionPage) => object): void {
  const object = offer({
    openPanel: async (contribution, { title, configuration }) => {
      const layout = await SDK.getService<IHostPageLayoutService>(serviceIds.layout);
      const { id } = SDK.getExtensionContext();
      layout.openPanel(`${id}.${contribution}`, {
        title,
        configuration: { ...configuration },
        size: mediumPanel,
      });
    },
    toast: async (message) => {
      const messages = await SDK.getService<IGlobalMessagesService>(serviceIds.messages);
      messages.addToast({ message, duration: toastTime });
    },
  });
  SDK.register(SDK.getContributionId(), object);
}

export { startPage } from './handshake';

/** Takes the host's spinner away, or puts its error in place of the page. */
export const loadSucceeded = (): Promise<void> => SDK.notifyLoadSucceeded();
export const loadFailed = (message: string): Promise<void> => SDK.notifyLoadFailed(message);
