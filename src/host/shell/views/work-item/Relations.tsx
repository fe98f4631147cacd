/** Links of a work item: items open over the form, hyperlinks in a new tab and only where they are http(s). */
import * as React from 'react';
import { isWebAddress } from '../../page/routing';
import { useShell } from '../../page/shell';
import { useLoad } from '../../page/use-load';
import { Icon } from '../../parts/Icon';
import { Loading } from '../../parts/Loading';
import { StateMark, TypeMark } from '../../parts/Marks';
import { field, isSameRelation, textOf, type Relation, type WorkItem } from '../../rest/work-item';
import type { FormProps } from './form-section';
import { relationGroups, type RelationGroup } from './relation-groups';

/** Links that only this form has so far. */
function UnsavedMark({
  form,
  relation,
}: {
  readonly form: FormProps;
  readonly relation: Relation;
}): JSX.Element | null {
  const isRead = form.item.relations?.some((each) => isSameRelation(each, relation)) ?? false;
  return isRead ? null : <span className="unsaved">not saved</span>;
}

interface OtherLinkProps {
  readonly form: FormProps;
  readonly relation: Relation;
}

function OtherLink({ form, relation }: OtherLinkProps): JSX.Element {
  const comment = relation.attributes?.['comment'];
  return (
    <li>
      <Icon name="link" />
      <span className="hyperlink">
        {isWebAddress(relation.url) ? (
          <a href={relation.url} target="_blank" rel="noopener noreferrer">
            {relation.url}
          </a>
        ) : (
          <span title="Only http and https addresses can be opened">{relation.url}</span>
        )}
        {typeof comment === 'string' && comment !== '' && <span className="secondary">{comment}</span>}
      </span>
      <UnsavedMark form={form} relation={relation} />
    </li>
  );
}

interface GroupProps {
  readonly group: RelationGroup;
  readonly form: FormProps;
  readonly linked: ReadonlyMap<number, WorkItem>;
}

function Group({ group, form, linked }: GroupProps): JSX.Element {
  const { process, openItem } = form;
  return (
    <section aria-label={group.title}>
      <h3>
        {group.title} <span className="count">{group.items.length + group.others.length}</span>
      </h3>
      <ul className="relations">
        {group.items.map(({ id, relation }) => {
          const item = linked.get(id);
          const type = item ? textOf(item, field.type) : '';
          return (
            <li key={id}>
              {item && <TypeMark process={process} type={type} />}
              <span className="item-id">{id}</span>
              <button type="button" className="link-button" onClick={() => openItem(id)}>
                {item ? textOf(item, field.title) : 'Not readable'}
              </button>
              {item && <StateMark process={process} type={type} state={textOf(item, field.state)} />}
              <UnsavedMark form={form} relation={relation} />
            </li>
          );
        })}
        {group.others.map((relation, index) => (
          <OtherLink key={`${relation.url} ${index}`} form={form} relation={relation} />
        ))}
      </ul>
    </section>
  );
}

export function Relations(form: FormProps): JSX.Element {
  const { workItems } = useShell();
  const { relations } = form;
  const groups = React.useMemo(() => relationGroups(relations), [relations]);
  const read = React.useCallback(async () => {
    const ids = groups.flatMap((group) => group.items.map(({ id }) => id));
    const items = await workItems.read([...new Set(ids)], [field.title, field.state, field.type]);
    return new Map(items.map((item) => [item.id, item]));
  }, [groups, workItems]);
  const load = useLoad(read);
  if (groups.length === 0) return <p className="secondary">No links.</p>;
  return (
    <Loading load={load} what="links">
      {(linked) => (
        <React.Fragment>
          {groups.map((group) => (
            <Group key={group.title} group={group} form={form} linked={linked} />
          ))}
        </React.Fragment>
      )}
    </Loading>
  );
}
