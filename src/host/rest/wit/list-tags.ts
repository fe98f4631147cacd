/** https://learn.microsoft.com/rest/api/azure/devops/wit/tags/list */
import { list } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { guidOf } from '../../organisation/identifiers';
import { liveWorkItems } from '../../work-items/computed';
import { splitTags } from '../../work-items/tags';
import { witUrl } from '../addresses';

export default endpoint({
  method: 'GET',
  route: '{project}/_apis/wit/tags',
  spec: 'wit/7.2 Tags_List',
  handle({ site }, world) {
    // A tag exists as long as an item that is not deleted carries it; the first spelling wins.
    const tags = new Map<string, { name: string; lastUpdated: Date }>();
    for (const item of liveWorkItems(world.store).filter(
      (one) => one.fields['System.TeamProject'] === site.project.name,
    ))
      for (const name of splitTags(String(item.fields['System.Tags'] ?? ''))) {
        const changed = new Date(String(item.fields['System.ChangedDate']));
        const known = tags.get(name.toLowerCase());
        if (!known) tags.set(name.toLowerCase(), { name, lastUpdated: changed });
        else if (known.lastUpdated < changed) known.lastUpdated = changed;
      }
    return list(
      [...tags]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, tag]) => {
          const id = guidOf(`tag:${key}`);
          return { id, ...tag, url: new Url(`${witUrl(site)}/tags/${id}`) };
        }),
    );
  },
});
