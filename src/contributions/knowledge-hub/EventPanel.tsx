/** A security event of a package in a form: what is logged, when it alerts, what to do then; kept in the draft. */
import * as React from 'react';
import type { KnowledgePackage } from '../../core/kb/package';
import { extendedBy } from '../../core/kb/rule-text/vocabulary';
import type { DraftField } from '../../core/operate/event-draft';
import { EventFields } from '../../ui/EventFields';
import { Field } from '../../ui/Field';
import { ForWhichModels } from './EntryFields';
import { EntryPanel, Unsound, useEntry } from './EntryPanel';
import type { EntryForm, PanelProps } from './EntryPanel';
import { emptyEvent, eventForm, eventOperations, eventProblems } from './event-form';
import type { EventForm } from './event-form';
import { textsIn } from './form-parts';

/** Events that can follow another: log name -> the reference to it, and what people call it. */
function followersIn(own: KnowledgePackage, packages: readonly KnowledgePackage[], id: string) {
  const lent = extendedBy(own, packages).flatMap((each) =>
    each.events.map((event) => ({ ref: `${each.id}:${event.id}`, event })),
  );
  const mine = own.events.filter((each) => each.id !== id).map((event) => ({ ref: event.id, event }));
  const all = [...lent, ...mine];
  return {
    refs: new Map(all.map(({ ref, event }) => [event.logName, ref])),
    options: all
      .map(({ event }) => ({ value: event.logName, label: event.name }))
      .sort((a, b) => a.label.localeCompare(b.label, 'en')),
  };
}

/** Fields that a new event cannot do without, as the form calls them. */
const neededWords: readonly (readonly [DraftField, string])[] = [
  ['title', 'what is seen'],
  ['raisedWhen', 'when it is raised'],
  ['logName', 'its log name'],
  ['distinctField', 'the field with different values'],
  ['then', 'the event that follows'],
];

export function EventPanel(props: PanelProps): React.ReactElement {
  const { work, id } = props;
  const { package: own, preview } = work;
  const followers = React.useMemo(() => followersIn(own, preview.packages, id), [own, preview, id]);
  const eventEntry = React.useMemo((): EntryForm<EventForm> => {
    const known = own.events.find((each) => each.id === id);
    return {
      kind: 'event',
      formOf: (entry) => (known ? eventForm(known, textsIn(entry?.['tags'])) : emptyEvent),
      nameOf: ({ draft }) => draft.title,
      operationsOf: (target, edited) => eventOperations(target, edited, followers.refs),
    };
  }, [own, id, followers]);
  const entry = useEntry(props, eventEntry);
  const [first] = React.useState(entry.form);
  const { form, change } = entry;
  const problems = eventProblems(form, followers.refs);
  // What nobody has written yet is no mistake: it is named at the end, all of it at once.
  const missing = neededWords.filter(
    ([field]) => problems[field] !== undefined && form.draft[field] === first.draft[field],
  );
  const shown = Object.fromEntries(
    Object.entries(problems).filter(([field]) => !missing.some(([each]) => each === field)),
  );
  return (
    <EntryPanel {...props} entry={entry} sound={Object.keys(problems).length === 0}>
      <EventFields
        draft={form.draft}
        onChange={(draft) => change({ draft })}
        problems={shown}
        following={followers.options}
      >
        <Field
          label="Tags"
          value={form.tags}
          maxLength={10_000}
          help="Words to search for, separated by commas"
          onChange={(tags) => change({ tags })}
        />
        <ForWhichModels form={form} onChange={change} />
      </EventFields>
      {missing.length > 0 && (
        <p className="wo-quiet" role="status">
          Still to say: {missing.map(([, word]) => word).join(', ')}.
        </p>
      )}
      <Unsound entry={entry} said={Object.keys(problems).length > 0} />
    </EntryPanel>
  );
}
