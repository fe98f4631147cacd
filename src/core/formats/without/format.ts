/**
 * Our own file: the whole model, back with every id. It is a file like any other, so anybody may have changed it: what
 * does not hold is left out and reported, and nothing of it is believed before its schema passed.
 */
import * as v from 'valibot';
import type { Entity, Kind } from '../../model/model';
import { entitySchemas, kinds, modelInfo, perKind } from '../../model/model';
import { danglingReference } from '../../store/references';
import { modelFrom } from '../../store/stored-model';
import type { Format, Limits } from '../import-result';
import { Refusal } from '../import-result';
import type { Json } from '../json-value';
import { asList, asNumber, asText, member, parseJson, topLevelKeys } from '../json-value';
import type { Report } from '../report';
import { newReport } from '../report';
import { stopWhenLate } from '../time-is-up';
import { layoutVersion, mark } from './whole-model';

type Maps = Record<Kind, Map<string, Entity>>;

function infoOf(root: Json) {
  const version = asNumber(member(root, mark));
  if (version === undefined || version > layoutVersion)
    throw new Refusal('This model was exported by a newer version, so it cannot be read whole here.');
  const info = v.safeParse(modelInfo, member(root, 'info'));
  if (!info.success)
    throw new Refusal('The description of this exported model is damaged, so it cannot be read.');
  return info.output;
}

/** Takes one entity, or reports why not. */
function take(kind: Kind, raw: Json, maps: Maps, report: Report): void {
  const parsed = v.safeParse(entitySchemas[kind], raw);
  if (!parsed.success) report.add(`things of the kind “${kind}”`, 'they are not valid');
  else if (maps[kind].has(parsed.output.id))
    report.add(`things of the kind “${kind}”`, 'they are there twice');
  else if (danglingReference(maps, kind, parsed.output))
    report.add(`things of the kind “${kind}”`, 'they refer to something that the file does not hold');
  else maps[kind].set(parsed.output.id, parsed.output);
}

function read(root: Json, limits: Limits) {
  const info = infoOf(root);
  const maps: Maps = perKind(() => new Map<string, Entity>());
  const report = newReport();
  const entities = member(root, 'entities');
  for (const kind of kinds) {
    for (const raw of asList(member(entities, kind))) {
      stopWhenLate(limits);
      take(kind, raw, maps, report);
    }
  }
  return { model: modelFrom(info, maps), notTaken: report.rows(), keepsIds: true as const };
}

export const withoutModel: Format = {
  id: 'without',
  name: 'Without',
  recognises: (text) => topLevelKeys(text).has(mark),
  read: (text, { limits }) => {
    const root = parseJson(text, limits);
    if (asText(member(member(root, 'info'), 'name')) === '')
      throw new Refusal('The description of this exported model is damaged, so it cannot be read.');
    return read(root, limits);
  },
};
