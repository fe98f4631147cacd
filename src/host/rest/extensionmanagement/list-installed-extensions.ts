/** https://learn.microsoft.com/rest/api/azure/devops/extensionmanagement/installed-extensions/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { shownExtension } from './extension-shape';

export default endpoint({
  method: 'GET',
  route: '_apis/ExtensionManagement/InstalledExtensions',
  spec: 'extensionManagement/7.2 Installed Extensions_List',
  handle: ({ site }, world) => list(world.extensions.map((extension) => shownExtension(extension, { site }))),
});
