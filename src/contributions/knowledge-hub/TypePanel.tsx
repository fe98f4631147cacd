/** A kind of thing in a form: what it is a kind of, what it is asked for, what is true of each; kept in the draft. */
import * as React from 'react';
import type { KnowledgePackage, KnowledgeProperty } from '../../core/kb/package';
import { extendedBy, fileVocabulary, ownOf } from '../../core/kb/rule-text/vocabulary';
import { Field } from '../../ui/Field';
import { LabelledChoice } from '../../ui/LabelledChoice';
import { EntryPanel, Unsound, useEntry } from './EntryPanel';
import type { EntryForm, PanelProps } from './EntryPanel';
import { FactPicker, joined } from './FactPicker';
import { factsProblem, withFact } from './question-form';
import { namesProblem, typeForm, typeOperations } from './type-form';
import type { TypeForm } from './type-form';

const typeEntry: EntryForm<TypeForm> = {
  kind: 'entityType',
  formOf: (entry) => typeForm(entry ?? {}),
  nameOf: ({ name }) => name,
  operationsOf: typeOperations,
};

/** Kinds that a new one can be a kind of, as the file names them; never itself or one of its own kind. */
function parentsFor(known: KnowledgePackage, packages: readonly KnowledgePackage[], id: string) {
  const own = ownOf(known).entityTypes.filter(({ lineage }) => !lineage.includes(id));
  const lent = new Map(
    extendedBy(known, packages)
      .flatMap((each) =>
        each.entityTypes.map(({ id: type, name }) => [type, { value: `${each.id}:${type}`, name }] as const),
      )
      .reverse(),
  );
  return [...own.map((each) => ({ value: each.id, name: each.name })), ...lent.values()]
    .map(({ value, name }) => ({ value, label: `${name} (${value.slice(value.indexOf(':') + 1)})` }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** What is true of every such thing, and what is true of it until a model says otherwise. */
function Facts(
  props: Pick<TypeForm, 'fixed' | 'defaults'> & {
    readonly errors: Readonly<Record<'fixed' | 'defaults', string | undefined>>;
    readonly properties: readonly KnowledgeProperty[];
    readonly onChange: (change: Partial<TypeForm>) => void;
  },
): React.ReactElement {
  const { fixed, defaults, errors, properties, onChange } = props;
  return (
    <>
      <Field
        label="What is always so"
        value={fixed}
        maxLength={20_000}
        help="For example: transport-encrypted = yes. A model cannot say otherwise"
        error={errors.fixed}
        onChange={(text) => onChange({ fixed: text })}
      />
      <FactPicker
        label="A fact from lists"
        properties={properties}
        withValue="yes"
        onPick={(property, value) => onChange({ fixed: withFact(fixed, property, value) })}
      />
      <Field
        label="What is so unless a model says otherwise"
        value={defaults}
        maxLength={20_000}
        error={errors.defaults}
        onChange={(text) => onChange({ defaults: text })}
      />
      <FactPicker
        label="A default from lists"
        properties={properties}
        withValue="yes"
        onPick={(property, value) => onChange({ defaults: withFact(defaults, property, value) })}
      />
    </>
  );
}

export function TypePanel(props: PanelProps): React.ReactElement {
  const { work, id } = props;
  const entry = useEntry(props, typeEntry);
  const { form, change, isNew } = entry;
  const { properties } = React.useMemo(
    () => fileVocabulary(work.package, work.preview.packages),
    [work.package, work.preview],
  );
  const parents = React.useMemo(() => parentsFor(work.package, work.preview.packages, id), [work, id]);
  const isRoot = !isNew && form.parent === '';
  const options =
    isRoot || form.parent === '' ? [{ value: '', label: isRoot ? 'nothing else' : 'choose…' }] : [];
  const errors = {
    properties: namesProblem(form.properties, properties),
    fixed: factsProblem(form.fixed, properties),
    defaults: factsProblem(form.defaults, properties),
  };
  const said = Object.values(errors).some((each) => each !== undefined);
  const isPlaced = isRoot || form.parent !== '';
  return (
    <EntryPanel {...props} entry={entry} sound={!said && isPlaced}>
      <Field label="Name" value={form.name} onChange={(name) => change({ name })} />
      <LabelledChoice
        label="Is a kind of"
        value={form.parent}
        options={[...options, ...parents]}
        disabled={isRoot}
        onChange={(parent) => change({ parent })}
      />
      <Field
        label="Description"
        value={form.description}
        rows={2}
        maxLength={10_000}
        onChange={(description) => change({ description })}
      />
      <Field
        label="Properties it is asked for"
        value={form.properties}
        maxLength={20_000}
        help="Ids, separated by commas: encrypted, audience. Those of what it is a kind of come by themselves"
        error={errors.properties}
        onChange={(list) => change({ properties: list })}
      />
      <FactPicker
        label="A property from the list"
        properties={work.package.properties}
        onPick={(property) => change({ properties: joined(form.properties, property) })}
      />
      <Facts
        fixed={form.fixed}
        defaults={form.defaults}
        errors={errors}
        properties={work.package.properties}
        onChange={change}
      />
      <Unsound entry={entry} said={said || !isPlaced} />
    </EntryPanel>
  );
}
