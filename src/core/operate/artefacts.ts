/** Everything that operations gets of a model, as files. Pure: the same model gives the same files, byte for byte. */
import type { Artefact } from './artefact';
import { fileNameOf, ruleIdOf, selectedEvents, threatsOf } from './artefact';
import { monitorBicep, monitorNotMade, monitorTooLarge } from './bicep';
import { kqlOf } from './kql';
import { logContract } from './log-contract';
import { auditSheet } from './audit-sheet';
import { eventPicture } from './event-picture';
import type { SecurityEvent } from '../model/event';
import type { Model } from '../model/model';
import type { OperationsInput } from './operations-input';
import { runbook } from './runbook';
import { sentinelArm, sentinelTooLong, sentinelYaml } from './sentinel';
import { sigmaOf } from './sigma';

const kinds = ['sigma', 'sigma-correlation', 'sentinel', 'monitor'] as const;

/** The rules that are made of an event: platforms refuse some that are too long. */
function kindsOf(model: Model, event: SecurityEvent): readonly string[] {
  return kinds.filter((kind) => {
    if (kind === 'sentinel') return sentinelTooLong(model, event) === undefined;
    if (kind === 'monitor') return monitorTooLarge(model, event) === undefined;
    return kind === 'sigma' || event.threshold.kind !== 'each';
  });
}

/** Which rule belongs to which event and threats: what an inbound alert is looked up in. */
function indexOf({ model }: OperationsInput): Artefact {
  const events = selectedEvents(model).map((event) => ({
    event: event.id,
    logName: event.logName,
    threats: threatsOf(model, event).map(({ id }) => id),
    rules: Object.fromEntries(
      kindsOf(model, event).map((kind) => [kind, ruleIdOf(model.info.id, event.id, kind)]),
    ),
  }));
  const value = { model: model.info.id, name: model.info.name, events };
  return { path: 'without.json', content: `${JSON.stringify(value, null, 2)}\n` };
}

/** The files of the selected events, in the order of their paths. */
export function operationsArtefacts(input: OperationsInput): readonly Artefact[] {
  const { model } = input;
  const events = selectedEvents(model);
  const files = [
    indexOf(input),
    auditSheet(input, events),
    runbook(input, events),
    ...logContract(model, events),
    ...events.flatMap((event) => [
      ...sigmaOf(model, event, input.hubUrl),
      sentinelYaml(model, event),
      ...monitorNotMade(model, event),
      { path: `kql/${fileNameOf(event)}.kql`, content: kqlOf(model, event) },
      ...[eventPicture(model, event)].flatMap((picture) => picture ?? []),
    ]),
    sentinelArm(model, events),
    monitorBicep(model, events),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
