/** https://learn.microsoft.com/rest/api/azure/devops/work/teamfieldvalues/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { nodeUrl, workUrl } from '../addresses';
import { teamLinks } from './team-links';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/teamsettings/teamfieldvalues',
  spec: 'work/7.2 Teamfieldvalues_Get',
  handle({ site }) {
    const self = `${workUrl(site)}/teamsettings/teamfieldvalues`;
    return ok({
      field: {
        referenceName: 'System.AreaPath',
        url: new Url(`${site.collectionUrl}/_apis/wit/fields/System.AreaPath`),
      },
      defaultValue: site.team.defaultArea,
      values: site.team.areas.map(({ path, includeChildren }) => ({ value: path, includeChildren })),
      url: new Url(self),
      _links: teamLinks(site, self, {
        areaPathClassificationNodes: nodeUrl(site, 'areas', site.team.defaultArea),
      }),
    });
  },
});
