/** The status of a mitigation, or of one of its places. Rejecting and ruling out ask for the reason first. */
import * as React from 'react';
import type { Status, StatusKind } from '../../core/model/mitigation';
import { Choice } from '../../ui/Choice';
import { statusOptions, statusWords } from '../../ui/words';
import type { Option } from '../../ui/words';
import { ReasonDialog } from './ReasonDialog';

type Reasoned = 'rejected' | 'not-applicable';

export interface StatusChoiceProps {
  readonly label: string;
  /** Undefined = no own status; only with `inherit`. `mixed` = several at once; it can be left, not chosen. */
  readonly status: Status | 'mixed' | undefined;
  readonly onChange: (status: Status | undefined) => void;
  /** Offers "as the mitigation says", in these words. */
  readonly inherit?: string;
  readonly disabled: boolean;
  readonly look?: 'framed' | 'quiet';
}

export function StatusChoice(props: StatusChoiceProps): React.ReactElement {
  const { label, status, onChange, inherit, disabled, look = 'framed' } = props;
  const [asking, setAsking] = React.useState<Reasoned | undefined>(undefined);
  const options: readonly Option<StatusKind | 'mixed' | ''>[] = [
    ...(inherit === undefined ? [] : [{ value: '', label: inherit } as const]),
    ...(status === 'mixed' ? [{ value: 'mixed', label: 'Mixed' } as const] : []),
    ...statusOptions,
  ];
  const choose = (kind: StatusKind | 'mixed' | '') => {
    if (kind === 'mixed') return;
    if (kind === '') onChange(undefined);
    else if (kind === 'rejected' || kind === 'not-applicable') setAsking(kind);
    else onChange({ kind });
  };
  return (
    <>
      <Choice
        label={label}
        value={status === 'mixed' ? status : (status?.kind ?? '')}
        options={options}
        onChange={choose}
        disabled={disabled}
        look={look}
      />
      {/* React hands clicks in a dialog on to the table row that opened it; they are not meant for the row. */}
      <span onClick={(event) => event.stopPropagation()}>
        {asking && (
          <ReasonDialog
            title={`Set to “${statusWords[asking]}”`}
            label={asking === 'rejected' ? 'Why is it rejected?' : 'Why does it not apply?'}
            action="Set status"
            need="required"
            onSave={(reason) => {
              setAsking(undefined);
              onChange({ kind: asking, reason });
            }}
            onClose={() => setAsking(undefined)}
          />
        )}
      </span>
    </>
  );
}
