/** A risk was accepted by a person whom the project does not expect to: the policy says who may answer for how much. */
import { acceptorNamed } from '../../../model/project-policy';
import type { Acceptor } from '../../../model/project-policy';
import { severityNames } from '../../../risk/severity';
import type { SeverityName } from '../../../risk/severity';
import { defineRule } from '../../rule';
import { listed, quoted } from '../../wording';

/** True when the risk is worse than the person may accept. */
const isTooMuch = ({ upTo }: Acceptor, risk: SeverityName): boolean =>
  upTo !== undefined && severityNames.indexOf(risk) > severityNames.indexOf(upTo);

const inWords = ({ name, upTo }: Acceptor): string => `${name}${upTo ? ` (up to ${upTo})` : ''}`;

export default defineRule({
  id: 'risk-accepted-by-somebody-else',
  meta: {
    title: 'A risk was accepted by somebody whom the project does not expect to',
    severity: 'warning',
    readings: ['Should somebody else decide?', 'Is a name missing in the policies of the project?'],
    messages: {
      notExpected: '{by} accepted the risk of {threat}, and is not among those who are expected to.',
      tooMuch: '{by} accepted the risk of {threat}, which is {severity} now: more than {by} is expected to.',
    },
  },
  *check({ models, today }) {
    for (const { model, assessment } of models) {
      const expected = model.policy?.acceptors ?? [];
      if (expected.length === 0) continue;
      for (const { id, threat: of, by, until } of model.acceptance.values()) {
        const risk = assessment.threats.get(of);
        const isOver = today !== undefined && Date.parse(until) < Date.parse(today);
        if (!risk?.applies || isOver) continue;
        const acceptor = acceptorNamed(model, by);
        if (acceptor && !isTooMuch(acceptor, risk.currentName)) continue;
        yield {
          messageId: acceptor ? 'tooMuch' : 'notExpected',
          subject: { model: model.info.id, threat: of, acceptance: id },
          words: { by, threat: quoted(risk.threat.title), severity: risk.currentName },
          because: [`The project expects it of ${listed(expected.map(inWords))}.`],
        };
      }
    }
  },
});
