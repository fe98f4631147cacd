import { MemoryDocuments } from '../../../adapters/memory/memory-documents';
import { applyEdit } from '../../../core/model/edit';
import { addMitigation } from '../../../core/model/edits/build';
import { judgeStrength, setMitigationStatus } from '../../../core/model/edits/judge';
import { assess } from '../../../core/risk/assess';
import { hubWorld, smallModel } from '../testing/hub-world';
import { standardScale } from '../../../core/model/project-policy';
import { explainRisk } from './explain-risk';

test('the steps lead from the inherent points to the risk now and to the planned risk', () => {
  const { app } = hubWorld(new MemoryDocuments());
  let model = smallModel(app, ['Stolen password']);
  const threats = [...model.threat.keys()];
  for (const title of ['Existing one', 'Planned one']) {
    model = applyEdit(
      model,
      addMitigation(model, { draft: { title, implement: '', verify: '' }, threats, newId: app.newId }),
    );
  }
  const [, existing, planned] = [...model.mitigation.keys()];
  if (existing) model = applyEdit(model, setMitigationStatus(model, [existing], { kind: 'existing' }));
  if (planned) model = applyEdit(model, setMitigationStatus(model, [planned], { kind: 'approved' }));
  const strong = [...model.treatment.values()].filter((t) => t.mitigation === existing).map((t) => t.id);
  model = applyEdit(model, judgeStrength(model, strong, { level: 'strong' }));
  const risk = [...assess(model, new Map()).threats.values()][0];
  if (!risk) throw new Error('The model has no threat.');
  const why = explainRisk(risk, new Map(), standardScale);
  expect(why.inherent).toBe('Likely (4) × Severe (5) × 4 = 80');
  expect(why.now.map(({ status, effect, left }) => [status, effect, left])).toEqual([
    ['Existing, set on the mitigation', 'Strong takes 75% away', 20],
  ]);
  expect(why.planned.map(({ effect, left }) => [effect, left])).toEqual([
    ['Average (assumed) takes 50% away', 10],
  ]);
  expect(why.without.map(({ status, left }) => [status, left])).toEqual([
    ['Open, set on the mitigation', undefined],
  ]);
  expect([risk.current, risk.planned]).toEqual([20, 10]);
});
