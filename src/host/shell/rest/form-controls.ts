/** Which controls of extensions an administrator put on the form: settings of the organisation, by work item type. */
import type { Connection } from './connection';

/** Values for the inputs of a control, by input id. */
export type ControlInputs = Readonly<Record<string, string>>;

export interface PlacedControl {
  /** Full id of the contribution. */
  readonly contributionId: string;
  /** "" stands for every type. */
  readonly type: string;
  readonly inputs: ControlInputs;
}

const area = 'WorkItemForm';
const folder = `${area}/Controls`;
const apiVersion = '7.2-preview.1';

const keyOf = ({ contributionId, type }: Pick<PlacedControl, 'contributionId' | 'type'>): string =>
  `${folder}/${contributionId}/${type === '' ? '*' : type}`;

function controlIn(value: unknown): readonly PlacedControl[] {
  if (typeof value !== 'object' || value === null) return [];
  const { contributionId, type, inputs } = value as Partial<PlacedControl>;
  if (typeof contributionId !== 'string' || typeof type !== 'string') return [];
  return [{ contributionId, type, inputs: typeof inputs === 'object' ? inputs : {} }];
}

/** @throws ServerProblem */
export async function readControls(connection: Connection): Promise<readonly PlacedControl[]> {
  // By the first part of the key: what is published knows no key with a slash in an address.
  const path = `/_apis/Settings/Entries/host/${area}`;
  const { value } = await connection.send<{ readonly value: Readonly<Record<string, unknown>> }>({
    path,
    apiVersion,
  });
  return Object.values(value).flatMap(controlIn);
}

/** @throws ServerProblem */
export async function setControl(
  connection: Connection,
  control: PlacedControl,
  how: 'place' | 'remove',
): Promise<void> {
  const body = { [keyOf(control)]: how === 'place' ? control : null };
  await connection.send({ method: 'PATCH', path: '/_apis/Settings/Entries/host', apiVersion, body });
}
