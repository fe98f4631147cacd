/** How big and how delicate the system is: it decides how deep the knowledge base looks. */
import * as React from 'react';
import { levelFor } from '../../../core/kb/depth';
import { dataSensitivities, systemSizes } from '../../../core/model/knowledge';
import type { DataSensitivity, SystemSize } from '../../../core/model/knowledge';
import { Choice } from '../../../ui/Choice';
import { Labelled } from '../../../ui/Field';
import { useModelView } from '../model-view';

const sizeWords: Record<SystemSize, string> = {
  small: 'Small: one team, a few parts',
  medium: 'Medium',
  large: 'Large: many parts or teams',
};
const sensitivityWords: Record<DataSensitivity, string> = {
  public: 'Public: everybody may read it',
  internal: 'Internal',
  confidential: 'Confidential: people, money, contracts',
  secret: 'Secret: harm beyond repair',
};
const levelWords = {
  1: 'the essentials',
  2: 'what systems like most are asked',
  3: 'everything the packages know',
} as const;

const unsaid = { value: '', label: 'Not said yet' } as const;
const sizes = [unsaid, ...systemSizes.map((value) => ({ value, label: sizeWords[value] }))];
const sensitivities = [
  unsaid,
  ...dataSensitivities.map((value) => ({ value, label: sensitivityWords[value] })),
];

export function ContextCard(): React.ReactElement {
  const { model, apply, readOnly } = useModelView();
  const { size, sensitivity } = model.info.context ?? {};
  const change = (next: { readonly size: SystemSize | ''; readonly sensitivity: DataSensitivity | '' }) => {
    const context = {
      ...(next.size === '' ? {} : { size: next.size }),
      ...(next.sensitivity === '' ? {} : { sensitivity: next.sensitivity }),
    };
    apply({ label: 'Describe the system', info: { ...model.info, context } });
  };
  const now = { size: size ?? '', sensitivity: sensitivity ?? '' } as const;
  return (
    <section className="wo-card" aria-labelledby="wo-context">
      <h2 id="wo-context">The system</h2>
      <div className="wo-field-row">
        <Labelled label="Size">
          <Choice
            label="Size of the system"
            value={now.size}
            options={sizes}
            disabled={readOnly}
            onChange={(picked) => change({ ...now, size: picked })}
          />
        </Labelled>
        <Labelled label="Its most delicate data">
          <Choice
            label="Its most delicate data"
            value={now.sensitivity}
            options={sensitivities}
            disabled={readOnly}
            onChange={(picked) => change({ ...now, sensitivity: picked })}
          />
        </Labelled>
      </div>
      <p className="wo-quiet">
        A full look therefore asks for {levelWords[levelFor(model.info)]} (level {levelFor(model.info)} of 3).
      </p>
    </section>
  );
}
