/** https://learn.microsoft.com/rest/api/azure/devops/work/processconfiguration/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import type { BacklogLevel } from '../../processes/process';
import { typeReference } from '../wit/type-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/work/processconfiguration',
  spec: 'work/7.2 Processconfiguration_Get',
  handle({ site }, world) {
    const { process } = world;
    const field = (referenceName: string): Record<string, unknown> => ({
      referenceName,
      name: process.fields.byReferenceName(referenceName)?.name ?? referenceName,
      url: new Url(`${site.collectionUrl}/_apis/wit/fields/${referenceName}`),
    });
    const category = (
      referenceName: string,
      name: string,
      types: readonly string[],
    ): Record<string, unknown> => ({
      name,
      referenceName,
      workItemTypes: types.map((type) => typeReference(site, type)),
    });
    const shape = (type: BacklogLevel['type']) =>
      process.backlogs
        .filter((level) => level.type === type)
        .map((level) => category(level.id, level.name, level.types));
    const bugs = process.categories.find((one) => one.referenceName === 'Microsoft.BugCategory');
    return ok({
      typeFields: {
        Effort: field(process.effortField),
        Order: field(process.orderField),
        RemainingWork: field('Microsoft.VSTS.Scheduling.RemainingWork'),
        Team: field('System.AreaPath'),
        Activity: field(process.activityField),
      },
      taskBacklog: shape('task')[0],
      requirementBacklog: shape('requirement')[0],
      portfolioBacklogs: shape('portfolio'),
      bugWorkItems: bugs ? category(bugs.referenceName, 'Bugs', bugs.types) : null,
      url: new Url(`${site.collectionUrl}/${site.project.id}/_apis/work/processconfiguration`),
    });
  },
});
