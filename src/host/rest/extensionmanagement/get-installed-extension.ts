/** https://learn.microsoft.com/rest/api/azure/devops/extensionmanagement/installed-extensions/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { extensionBase } from '../../organisation/extensions';

export default endpoint({
  method: 'GET',
  route: '_apis/ExtensionManagement/InstalledExtensionsByName/{publisher}/{extension}',
  spec: 'extensionManagement/7.2 Installed Extensions_Get',
  handle({ params, site }, world) {
    const [publisher, name] = [params.text('publisher'), params.text('extension')];
    const found = world.extensions.find(
      (one) =>
        one.publisherId.toLowerCase() === publisher.toLowerCase() &&
        one.extensionId.toLowerCase() === name.toLowerCase(),
    );
    if (!found)
      throw problem(
        404,
        'InstalledExtensionNotFoundException',
        `The extension ${publisher}.${name} is not installed.`,
      );
    return ok({
      extensionId: found.extensionId,
      extensionName: found.name,
      publisherId: found.publisherId,
      publisherName: found.publisherId,
      version: found.version,
      baseUri: extensionBase(found, site.origin),
      contributions: found.contributions.map(({ fullId, ...rest }) => ({ ...rest, id: fullId })),
    });
  },
});
