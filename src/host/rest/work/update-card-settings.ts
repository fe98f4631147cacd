/** https://learn.microsoft.com/rest/api/azure/devops/work/cardsettings/update-board-card-settings */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { Url } from '../../kernel/wire';
import { boardSettings, changeBoard } from '../../boards/board-settings';
import { typesOnBacklog } from '../../processes/process';
import { boardUrl, cardLinks, requireBoard } from './board-shape';
import { defaultCards, readCards } from './card-settings';
import { requireBoardEditor } from './team-administrator';

export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/work/boards/{board}/cardsettings',
  spec: 'work/7.2 Cardsettings_Update Board Card Settings',
  handle(call, world) {
    const level = requireBoard(world, call.site.team, call.params.text('board'));
    requireBoardEditor(call, 'NoPermissionUpdateCardSettingsException');
    const types = typesOnBacklog(world.process, level, call.site.team.bugsBehavior);
    const cards = world.store.transact((tx) => {
      const kept = {
        ...boardSettings(tx, call.site.team, level.id).cards,
        ...readCards(call.body, world, types),
      };
      changeBoard(tx, call.site.team, level.id, { cards: kept });
      return kept;
    });
    return ok({
      cards: { ...defaultCards(world, types), ...cards },
      url: new Url(`${boardUrl(level, call.site)}/cardsettings`),
      _links: cardLinks(level, call.site, 'cardsettings'),
    });
  },
});
