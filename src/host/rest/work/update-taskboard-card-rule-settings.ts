/** https://learn.microsoft.com/rest/api/azure/devops/work/cardrulesettings/update-taskboard-card-rule-settings */
import { empty } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { changeTaskboard, taskboardSettings } from '../../boards/board-settings';
import { readCardRules } from '../../boards/read-card-rules';
import { defineTags } from '../../work-items/tag-definitions';
import { requireBoardEditor } from './team-administrator';

/** 200 with nothing in it. There is no GET: nobody can read the rules of a taskboard over REST. */
export default endpoint({
  method: 'PATCH',
  route: '{project}/{team?}/_apis/work/taskboard/cardrulesettings',
  spec: 'work/7.2 Cardrulesettings_Update Taskboard Card Rule Settings',
  handle(call, world) {
    requireBoardEditor(call, 'NoPermissionUpdateCardRulesException');
    world.store.transact((tx) => {
      const read = readCardRules(call.body, { process: world.process, rows: null });
      changeTaskboard(tx, call.site.team, {
        rules: { ...taskboardSettings(tx, call.site.team).rules, ...read },
      });
      defineTags(
        tx,
        call.site.project,
        (read.tagStyle ?? []).map((rule) => rule.name),
        world.clock(),
      );
    });
    return empty();
  },
});
