/** https://learn.microsoft.com/rest/api/azure/devops/work/backlogconfiguration/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { enumValue } from '../../kernel/enums';
import { Url } from '../../kernel/wire';
import { typesOnBacklog } from '../../processes/process';
import { backlogShape, hiddenBacklogs } from './backlog-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/backlogconfiguration',
  spec: 'work/7.2 Backlogconfiguration_Get',
  handle({ site }, world) {
    const { process } = world;
    const shape = (type: string) =>
      process.backlogs
        .filter((level) => level.type === type)
        .map((level) => backlogShape(level, site, world));
    const onBacklogs = new Set([
      ...process.backlogs.flatMap((level) => typesOnBacklog(process, level, site.team.bugsBehavior)),
      process.kinds.bug,
    ]);
    return ok({
      taskBacklog: shape('task')[0],
      requirementBacklog: shape('requirement')[0],
      portfolioBacklogs: shape('portfolio'),
      workItemTypeMappedStates: process.types
        .filter((type) => onBacklogs.has(type.name))
        .map((type) => ({
          workItemTypeName: type.name,
          states: Object.fromEntries(type.states.map((state) => [state.name, state.category])),
        })),
      backlogFields: {
        typeFields: {
          Order: process.orderField,
          Effort: process.effortField,
          RemainingWork: 'Microsoft.VSTS.Scheduling.RemainingWork',
          Activity: process.activityField,
        },
      },
      bugsBehavior: enumValue('BugsBehavior', site.team.bugsBehavior),
      hiddenBacklogs: hiddenBacklogs(process, site.team),
      isBugsBehaviorConfigured: true,
      url: new Url(`${site.collectionUrl}/${site.project.id}/_apis/work/backlogconfiguration`),
    });
  },
});
