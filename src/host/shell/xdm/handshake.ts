/** The answer to an extension page's `initialHandshake`, in the shape that SDK 4.1 and later read first. */
import type { PlacedContribution } from '../page/contributions';
import type { Shell } from '../page/shell';
import { themes, type ThemeData } from '../themes/theme';

/** HostType.Organization of the SDK. */
const organisationHost = 4;

export interface Handshake {
  readonly contributionId: string;
  readonly context: {
    readonly extension: object;
    readonly pageContext: object;
    readonly user: object;
    readonly host: object;
  };
  readonly initialConfig: Readonly<Record<string, unknown>>;
  readonly themeData: ThemeData;
}

function pageContextOf(shell: Shell): object {
  const { project, team } = shell.bootstrap;
  return {
    globalization: {
      culture: 'en-US',
      explicitTheme: '',
      theme: shell.theme(),
      timeZoneId: 'UTC',
      timezoneOffset: 0,
      typeAheadDisabled: false,
    },
    timeZonesConfiguration: { daylightSavingsAdjustments: [] },
    webContext: { project: { id: project.id, name: project.name }, team: { id: team.id, name: team.name } },
  };
}

/**
 * The context of a page of `placed` with its own configuration. There must be no `pageContext` at the top level:
 * the SDK takes that for the legacy shape and then misses `contribution`.
 */
export function handshakeFor(
  shell: Shell,
  placed: PlacedContribution,
  configuration: Readonly<Record<string, unknown>>,
): Handshake {
  const { extension, contribution } = placed;
  const { user, bootstrap } = shell;
  return {
    contributionId: contribution.fullId,
    context: {
      extension: {
        id: `${extension.publisherId}.${extension.extensionId}`,
        publisherId: extension.publisherId,
        extensionId: extension.extensionId,
        version: extension.version,
        baseUri: extension.baseUri,
      },
      pageContext: pageContextOf(shell),
      user: {
        descriptor: user.descriptor,
        id: user.id,
        name: user.uniqueName,
        displayName: user.displayName,
        imageUrl: `${bootstrap.collectionUrl}/_apis/GraphProfile/MemberAvatars/${user.descriptor}`,
      },
      host: {
        id: bootstrap.organisation.id,
        name: bootstrap.organisation.name,
        serviceVersion: 'Dev20.M276.1 (local)',
        type: organisationHost,
        isHosted: true,
      },
    },
    initialConfig: configuration,
    themeData: themes[shell.theme()].data,
  };
}
