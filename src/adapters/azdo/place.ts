/** Where a page is: its project, and the address of the page around it. Each is asked once for a page. */
import type { IHostNavigationService, IProjectPageService } from 'azure-devops-extension-api';
import * as SDK from 'azure-devops-extension-sdk';
import { once } from '../../app/once';
import { AccessError } from '../../app/ports';

// Spelled out: const enums of the package do not survive isolated modules (platform facts 2.1).
const projectService = 'ms.vss-tfs-web.tfs-page-data-service';
const navigationService = 'ms.vss-features.host-navigation-service';

/** The project's id, as the page around writes it. Call after the handshake; rejects with AccessError outside a project. */
export const projectOfPage: () => Promise<string> = once(async () => {
  const projects = await SDK.getService<IProjectPageService>(projectService);
  const project = await projects.getProject();
  if (project) return project.id;
  throw new AccessError('not-found', 'This page needs a project; open it from the Boards menu of one.');
});

/** Call after the handshake. */
export const navigationOfPage: () => Promise<IHostNavigationService> = once(() =>
  SDK.getService<IHostNavigationService>(navigationService),
);
