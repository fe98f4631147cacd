/** The mitigations of a threat in the form: how strong each is there, TOP, and why. */
import * as React from 'react';
import { Button } from 'azure-devops-ui/Button';
import { strengthLevels } from '../../core/model/mitigation';
import { Choice } from '../../ui/Choice';
import { strengthWords } from '../../ui/words';
import type { EntryOption } from './entry-options';
import type { LinkForm } from './threat-form';

const strengths = strengthLevels.map((value) => ({ value, label: strengthWords[value] }));

export function LinkRows(props: {
  readonly links: readonly LinkForm[];
  readonly options: readonly EntryOption[];
  readonly onChange: (links: readonly LinkForm[]) => void;
}): React.ReactElement {
  const { links, options, onChange } = props;
  const nameOf = (ref: string) => options.find((each) => each.ref === ref)?.name ?? ref;
  const put = (ref: string, change: Partial<LinkForm>) =>
    onChange(links.map((each) => (each.ref === ref ? { ...each, ...change } : each)));
  const free = options.filter(({ ref }) => !links.some((each) => each.ref === ref));
  return (
    <>
      <h3>Mitigations</h3>
      <table className="wo-link-rows">
        <tbody>
          {links.map(({ ref, strength, top, rationale }) => (
            <tr key={ref}>
              <td>
                <strong>{nameOf(ref)}</strong>
                <div className="wo-link-how">
                  <Choice
                    label={`Strength of ${nameOf(ref)}`}
                    value={strength}
                    options={strengths}
                    onChange={(value) => put(ref, { strength: value })}
                  />
                  <label className="wo-mark-line">
                    <input type="checkbox" checked={top} onChange={() => put(ref, { top: !top })} /> TOP
                  </label>
                  <Button
                    subtle={true}
                    text="Unlink"
                    ariaLabel={`Unlink ${nameOf(ref)}`}
                    onClick={() => onChange(links.filter((each) => each.ref !== ref))}
                  />
                </div>
                <input
                  className="wo-input"
                  aria-label={`Why ${nameOf(ref)} is that strong`}
                  placeholder="Why it is that strong"
                  value={rationale}
                  maxLength={1000}
                  onChange={(event) => put(ref, { rationale: event.target.value })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="wo-link-new">
        <Choice
          label="Link a mitigation"
          value=""
          options={[
            { value: '', label: 'Link a mitigation…' },
            ...free.map(({ ref, name }) => ({ value: ref, label: name })),
          ]}
          onChange={(ref) => {
            if (ref !== '') onChange([...links, { ref, strength: 'average', top: false, rationale: '' }]);
          }}
        />
      </div>
    </>
  );
}
