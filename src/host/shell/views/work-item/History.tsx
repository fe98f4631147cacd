/** Who changed what and when, newest first, from the updates that the server keeps. */
import * as React from 'react';
import { useShell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Loading } from '../../parts/Loading';
import { Coin } from '../../parts/Marks';
import type { ItemUpdate } from '../../rest/work-items';
import type { FormProps } from './form-section';

/** Fields that every save changes by itself say nothing to a person. */
const noise =
  /^System\.(Rev|Watermark|Changed|Revised|Authorized|PersonId|BoardColumn|BoardLane|Id$|AreaId|IterationId|NodeName|AreaLevel|IterationLevel|CommentCount|TeamProject)|WEF_|StackRank|BacklogPriority|StateChangeDate|(Activated|Closed|Resolved)(Date|By)$/;

function shown(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'nothing';
  const text =
    typeof value === 'object' && 'displayName' in value ? String(value.displayName) : String(value);
  const plain = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain;
}

function fieldName(reference: string): string {
  return reference.slice(reference.lastIndexOf('.') + 1).replace(/([a-z])([A-Z])/g, '$1 $2');
}

/** One line per change of an update: fields that matter, then links. */
export function changesOf(update: ItemUpdate): string[] {
  const fields = Object.entries(update.fields ?? {})
    .filter(([name]) => !noise.test(name))
    .map(([name, { oldValue, newValue }]) =>
      oldValue === undefined
        ? `${fieldName(name)}: ${shown(newValue)}`
        : `${fieldName(name)}: ${shown(oldValue)} → ${shown(newValue)}`,
    );
  const added = update.relations?.added?.length ?? 0;
  const removed = update.relations?.removed?.length ?? 0;
  return [
    ...fields,
    ...(added > 0 ? [`${added} link(s) added`] : []),
    ...(removed > 0 ? [`${removed} link(s) removed`] : []),
  ];
}

/** The last update's revisedDate is a day in the year 9999; the day it was made is a changed field. */
function dateOf(update: ItemUpdate): string {
  const changed = update.fields?.['System.ChangedDate']?.newValue;
  const date = typeof changed === 'string' ? changed : update.revisedDate;
  return date.startsWith('9999')
    ? ''
    : new Date(date).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

export function History({ item }: FormProps): JSX.Element {
  const { workItems } = useShell();
  const { id, rev } = item;
  // A new revision is a new history: the dependency on rev reads it again after every save.
  const read = React.useCallback(
    async () => ({ rev, updates: [...(await workItems.updates(id))].reverse() }),
    [workItems, id, rev],
  );
  const load = useLoad(read);
  return (
    <div className="history">
      <Loading load={load} what="the history">
        {({ updates }) => (
          <ol>
            {updates.map((update) => (
              <li key={update.id}>
                <div className="history-head">
                  <Coin name={update.revisedBy?.displayName ?? '?'} />
                  <strong>{update.revisedBy?.displayName}</strong>
                  <span className="secondary">{dateOf(update)}</span>
                </div>
                <ul>
                  {changesOf(update).map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </Loading>
    </div>
  );
}
