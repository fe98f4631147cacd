/** https://learn.microsoft.com/rest/api/azure/devops/work/cardsettings/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { boardSettings } from '../../boards/board-settings';
import { typesOnBacklog } from '../../processes/process';
import { boardUrl, cardLinks, requireBoard } from './board-shape';
import { defaultCards } from './card-settings';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/boards/{board}/cardsettings',
  spec: 'work/7.2 Cardsettings_Get',
  handle({ params, site }, world) {
    const level = requireBoard(world, site.team, params.text('board'));
    const types = typesOnBacklog(world.process, level, site.team.bugsBehavior);
    return ok({
      cards: { ...defaultCards(world, types), ...boardSettings(world.store, site.team, level.id).cards },
      url: new Url(`${boardUrl(level, site)}/cardsettings`),
      _links: cardLinks(level, site, 'cardsettings'),
    });
  },
});
