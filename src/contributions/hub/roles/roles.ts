/** What each role decides, as the pages of a model that it sees; the others are hidden until somebody asks (R12 to R16). */
import type { DutyRole } from '../../../core/roles/duties';
import type { TabId } from '../tabs';

export interface Role {
  readonly id: DutyRole | 'everything';
  readonly name: string;
  /** What this role decides, as a sentence. */
  readonly decides: string;
  /** Undefined = every page. */
  readonly pages: readonly TabId[] | undefined;
  /** The figures of the overview that this role decides by. */
  readonly figures: readonly Figures[];
}
export type RoleId = Role['id'];
/** Risk in points, threats by severity, and the mitigations that would help most. */
export type Figures = 'risk' | 'severity' | 'help';

const everything: Role = {
  id: 'everything',
  name: 'Everything',
  decides: '',
  pages: undefined,
  figures: ['risk', 'severity', 'help'],
};

export const roles: readonly Role[] = [
  everything,
  {
    id: 'developer',
    name: 'Developer',
    decides: 'A developer decides how a mitigation is built and when it is done.',
    pages: ['overview', 'diagram', 'mitigations', 'stories', 'sync'],
    figures: ['help'],
  },
  {
    id: 'tester',
    name: 'Tester',
    decides: 'A tester decides whether a mitigation holds: what to check, and which threat must not happen.',
    pages: ['overview', 'checks', 'mitigations', 'threats', 'requirements'],
    figures: ['severity'],
  },
  {
    id: 'product-owner',
    name: 'Product owner',
    decides:
      'A product owner decides what a story promises, what is built first, and which risk is accepted.',
    pages: ['overview', 'stories', 'requirements', 'risk'],
    figures: ['risk', 'help'],
  },
  {
    id: 'decision-maker',
    name: 'Business decision maker',
    decides:
      'A business decision maker decides how much risk may stay, until when, and what less of it may cost.',
    pages: ['overview', 'risk', 'summary'],
    figures: ['risk', 'severity', 'help'],
  },
  {
    id: 'security',
    name: 'Security team',
    decides:
      'The security team decides how bad a threat is, what treats it, what is watched for, and whether the model holds.',
    pages: [
      'overview',
      'questions',
      'threats',
      'mitigations',
      'requirements',
      'risk',
      'operations',
      'review',
    ],
    figures: ['risk', 'severity', 'help'],
  },
  {
    id: 'operations',
    name: 'Operations (SOC)',
    decides: 'Operations decides what is watched for, when somebody is woken, and what is done first.',
    pages: ['overview', 'operations', 'threats', 'diagram'],
    figures: ['severity'],
  },
];

export const roleOf = (id: string | null): Role => roles.find((role) => role.id === id) ?? everything;
