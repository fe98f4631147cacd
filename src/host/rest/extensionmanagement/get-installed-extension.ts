/** https://learn.microsoft.com/rest/api/azure/devops/extensionmanagement/installed-extensions/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { problem } from '../../kernel/problem';
import { findExtension, shownExtension } from './extension-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/ExtensionManagement/InstalledExtensionsByName/{publisher}/{extension}',
  spec: 'extensionManagement/7.2 Installed Extensions_Get',
  handle({ params, site }, world) {
    const [publisher, name] = [params.text('publisher'), params.text('extension')];
    const found = findExtension(world, publisher, name);
    if (!found)
      throw problem(
        404,
        'InstalledExtensionNotFoundException',
        `The extension ${publisher}.${name} is not installed.`,
      );
    return ok(shownExtension(found, { site }));
  },
});
