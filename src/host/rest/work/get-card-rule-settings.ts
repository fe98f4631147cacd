/** https://learn.microsoft.com/rest/api/azure/devops/work/cardrulesettings/get */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { boardSettings } from '../../boards/board-settings';
import { requireBoard } from './board-shape';
import { cardRulesShape } from './card-rule-shape';

export default endpoint({
  method: 'GET',
  route: '{project}/{team?}/_apis/work/boards/{board}/cardrulesettings',
  spec: 'work/7.2 Cardrulesettings_Get',
  handle({ params, site }, world) {
    const level = requireBoard(world, site.team, params.text('board'));
    return ok(cardRulesShape(boardSettings(world.store, site.team, level.id).rules ?? {}, level, site));
  },
});
