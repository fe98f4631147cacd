/** https://learn.microsoft.com/rest/api/azure/devops/work/cardsettings/update-taskboard-card-settings */
import { empty } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { changeTaskboard, taskboardSettings } from '../../boards/board-settings';
import { taskboardTypes } from '../../boards/taskboard';
import { readCards } from './card-settings';
import { requireBoardEditor } from './team-administrator';

/** 200 with nothing in it, and there is no GET. */
export default endpoint({
  method: 'PUT',
  route: '{project}/{team?}/_apis/work/taskboard/cardsettings',
  spec: 'work/7.2 Cardsettings_Update Taskboard Card Settings',
  handle(call, world) {
    requireBoardEditor(call, 'NoPermissionUpdateCardSettingsException');
    const types = taskboardTypes(world.process, call.site.team).map((type) => type.name);
    world.store.transact((tx) =>
      changeTaskboard(tx, call.site.team, {
        cards: { ...taskboardSettings(tx, call.site.team).cards, ...readCards(call.body, world, types) },
      }),
    );
    return empty();
  },
});
