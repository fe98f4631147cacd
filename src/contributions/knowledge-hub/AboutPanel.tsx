/** What a package of one's own says of itself: its name, what it is about, and which packages it builds on. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { factsOfPackage } from '../../core/kb/knowledge-draft';
import type { PackageFacts } from '../../core/kb/knowledge-draft';
import { Field } from '../../ui/Field';
import { SidePanel } from '../../ui/Layers';
import type { Work } from './PackageScreen';
import { previewDraft } from './preview';
import { ProblemList } from './ProblemList';

interface Other {
  readonly id: string;
  readonly name: string;
  readonly version: string;
}

/** Each other package with a tick; a range that is there already stays as it is. */
function Extends(props: {
  readonly facts: PackageFacts;
  readonly others: readonly Other[];
  readonly onChange: (extended: PackageFacts['extends']) => void;
}): React.ReactElement {
  const { facts, others, onChange } = props;
  const has = (id: string) => facts.extends.some((each) => each.id === id);
  const toggle = ({ id, version }: Other) =>
    onChange(
      has(id)
        ? facts.extends.filter((each) => each.id !== id)
        : [...facts.extends, { id, range: `^${version}` }],
    );
  return (
    <fieldset className="wo-plain-set">
      <legend>Builds on</legend>
      <p className="wo-quiet">
        Its rules may name their kinds and properties, its threats link their mitigations.
      </p>
      {others.map((other) => (
        <label key={other.id} className="wo-mark-line">
          <input type="checkbox" checked={has(other.id)} onChange={() => toggle(other)} />
          {other.name}
        </label>
      ))}
    </fieldset>
  );
}

export function AboutPanel({
  work,
  onClose,
}: {
  readonly work: Work;
  readonly onClose: () => void;
}): React.ReactElement {
  const { id, known, drafts } = work;
  const before = React.useMemo(() => factsOfPackage(work.package.file), [work.package]);
  const [facts, setFacts] = React.useState(before);
  const change = (part: Partial<PackageFacts>) => setFacts((was) => ({ ...was, ...part }));
  const draft = drafts.of(id);
  const { problems } = React.useMemo(
    () => previewDraft(known.own, { ...draft, target: id, facts }),
    [known, draft, id, facts],
  );
  const differs = JSON.stringify(before) !== JSON.stringify(facts);
  const others = known.own.resolved.packages.filter((each) => each.id !== id);
  return (
    <SidePanel
      title="About this package"
      subtitle={id}
      wide="yes"
      holds={differs ? 'unsaved' : 'nothing'}
      onClose={onClose}
      footer={
        <>
          <Button text="Cancel" onClick={onClose} />
          <Button
            primary={true}
            text="Keep in the draft"
            disabled={!differs || facts.name.trim() === '' || problems.length > 0}
            onClick={() => {
              drafts.add(id, { facts });
              onClose();
            }}
          />
        </>
      }
    >
      <Field label="Name" value={facts.name} maxLength={100} onChange={(name) => change({ name })} />
      <Field
        label="What it is about"
        value={facts.description}
        rows={3}
        maxLength={10_000}
        help="Teams read it when they choose their packages"
        onChange={(description) => change({ description })}
      />
      <Extends facts={facts} others={others} onChange={(extended) => change({ extends: extended })} />
      {problems.length > 0 && (
        <div className="wo-error-text" role="alert">
          It does not hold together yet:
          <ProblemList problems={problems} />
        </div>
      )}
    </SidePanel>
  );
}
