/** Asks for the model that the address names while the code of the hub is still on its way. */
import type { ModelId } from '../../core/model/ids';
import { indexCollection, modelCollection, policyCollection } from '../../core/store/collections';
import { askAhead } from '../boot-ahead';
import { queryOf } from './host-navigation';

/** `asId` would bring the validator along, which is larger than all of this. */
const isModelId = (text: string): text is ModelId => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

void askAhead(async ({ project, navigation }) => {
  const { model = '' } = await queryOf(navigation);
  if (!isModelId(model)) return [];
  const id = await project;
  return [modelCollection(id, model), indexCollection(id), policyCollection(id)];
});
