/** The processes of the organisation: the four of the original, and an inherited one where the project has it. */
import type { Site } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Links, Url } from '../../kernel/wire';
import type { World } from '../../organisation/world';
import type { ProcessTemplate } from '../../processes/process';
import { processes } from '../../processes/processes';

export function knownProcesses(world: World): readonly ProcessTemplate[] {
  return Object.values(processes).filter(
    (one) => one.parentTemplateTypeId === undefined || one.key === world.process.key,
  );
}

export function processShape(process: ProcessTemplate, site: Site, world: World): Record<string, unknown> {
  const self = `${site.collectionUrl}/_apis/process/processes/${process.templateTypeId}`;
  return {
    id: process.templateTypeId,
    description: process.description,
    isDefault: process.key === world.process.key,
    type: enumValue('ProcessType', process.parentTemplateTypeId === undefined ? 'system' : 'inherited'),
    _links: new Links({ self }),
    url: new Url(self),
    name: process.name,
  };
}
