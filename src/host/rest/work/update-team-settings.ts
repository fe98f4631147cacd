/** https://learn.microsoft.com/rest/api/azure/devops/work/teamsettings/update */
import { ok } from '../../kernel/answer';
import { endpoint } from '../../kernel/endpoint';
import { readEnum } from '../../kernel/enums';
import { problem } from '../../kernel/problem';
import { requireObject, sent, sentEntries, sentText } from '../../kernel/sent';
import { projectNameOf } from '../../organisation/projects';
import { teams, type Team } from '../../organisation/types';
import { nodesOf, type World } from '../../organisation/world';
import type { Reader } from '../../store/store';
import { requireTeamAdministrator } from './team-administrator';
import { teamSettingsShape } from './team-settings-shape';

export default endpoint({
  method: 'PATCH',
  route: '{project}/{team?}/_apis/work/teamsettings',
  spec: 'work/7.2 Teamsettings_Update',
  handle(call, world) {
    requireTeamAdministrator(call);
    const body = requireObject(call.body);
    const team = world.store.transact((tx) => {
      const after = changed(call.site.team, body, world, tx);
      tx.put(teams, after.id, after);
      return after;
    });
    return ok(teamSettingsShape(world, call.site, team));
  },
});

/** Only what the body names; null is as good as not named. */
function changed(before: Team, body: object, world: World, reader: Reader): Team {
  const given = (name: string): unknown => sent(body, name) ?? undefined;
  const [days, bugs] = [given('workingDays'), given('bugsBehavior')];
  const [backlog, visibilities] = [given('backlogIteration'), sentEntries(body, 'backlogVisibilities')];
  return {
    ...withIteration(before, body, reader),
    ...(bugs === undefined ? {} : { bugsBehavior: readEnum('BugsBehavior', bugs) }),
    ...(Array.isArray(days) ? { workingDays: days.map((day: unknown) => readEnum('DayOfWeek', day)) } : {}),
    ...(visibilities ? { backlogVisibilities: readVisibilities(before, visibilities, world) } : {}),
    ...(backlog === undefined ? {} : { backlogIteration: iterationPath(reader, before, backlog) }),
  };
}

/** A macro and a fixed iteration exclude one another: the one that is named counts. */
function withIteration(before: Team, body: object, reader: Reader): Team {
  const { defaultIteration: _kept, ...others } = before;
  const iteration = sent(body, 'defaultIteration') ?? undefined;
  if (iteration !== undefined)
    return { ...others, defaultIteration: iterationPath(reader, before, iteration) };
  const macro = sentText(body, 'defaultIterationMacro');
  if (macro === undefined) return before;
  if (macro.toLowerCase() !== '@currentiteration')
    throw invalid(`The macro ${macro} is not supported. Use @currentIteration.`);
  return others;
}

function readVisibilities(
  before: Team,
  entries: readonly (readonly [string, unknown])[],
  { process }: World,
): Readonly<Record<string, boolean>> {
  const known = new Set(process.backlogs.filter((level) => level.type !== 'task').map((level) => level.id));
  const stranger = entries.find(([id]) => !known.has(id));
  if (stranger) throw invalid(`The backlog level ${stranger[0]} does not exist.`);
  const after: Record<string, boolean> = { ...before.backlogVisibilities };
  for (const [id, isVisible] of entries) after[id] = isVisible === true;
  if ([...known].every((id) => after[id] === false))
    throw invalid('At least one backlog level must be visible.');
  return after;
}

/** The path of an iteration of the team's project, which clients name by its GUID. */
function iterationPath(reader: Reader, team: Team, raw: unknown): string {
  const guid = String(raw).toLowerCase();
  const node = nodesOf(reader, 'iterations').find((one) => one.guid === guid);
  if (node && projectNameOf(node.path) === projectNameOf(team.backlogIteration)) return node.path;
  throw invalid('TF400497: The backlog iteration path that you specified is no longer valid.');
}

function invalid(message: string): Error {
  return problem(400, 'InvalidTeamSettingsException', message);
}
