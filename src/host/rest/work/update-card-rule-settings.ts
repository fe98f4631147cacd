/** https://learn.microsoft.com/rest/api/azure/devops/work/cardrulesettings/update-board-card-rule-settings */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { boardRows, boardSettings, changeBoard } from '../../boards/board-settings';
import { readCardRules } from '../../boards/read-card-rules';
import { defineTags } from '../../work-items/tag-definitions';
import { requireBoard } from './board-shape';
import { cardRulesShape } from './card-rule-shape';
import { requireBoardEditor } from './team-administrator';

/** Replaces the whole list of every rule type that the body names; the others stay. */
export default endpoint({
  method: 'PATCH',
  route: '{project}/{team?}/_apis/work/boards/{board}/cardrulesettings',
  spec: 'work/7.2 Cardrulesettings_Update Board Card Rule Settings',
  handle(call, world) {
    const level = requireBoard(world, call.site.team, call.params.text('board'));
    requireBoardEditor(call, 'NoPermissionUpdateCardRulesException');
    const rules = world.store.transact((tx) => {
      const read = readCardRules(call.body, {
        process: world.process,
        rows: boardRows(tx, call.site.team, level.id),
      });
      const kept = { ...boardSettings(tx, call.site.team, level.id).rules, ...read };
      changeBoard(tx, call.site.team, level.id, { rules: kept });
      defineTags(
        tx,
        call.site.project,
        (read.tagStyle ?? []).map((rule) => rule.name),
        world.clock(),
      );
      return kept;
    });
    return ok(cardRulesShape(rules, level, call.site));
  },
});
