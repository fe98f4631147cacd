/** The ways out of the frame over the host's services. The address of the hub is asked for when somebody goes there. */
import type { DoorContext } from '../boot';
import type { GroupPlaces } from './group-context';

export function formPlaces({ app, page }: DoorContext): GroupPlaces {
  const openHub = async (query: Record<string, string>): Promise<void> => {
    const { url } = await app.facts();
    const hub = `${url}/_apps/hub/${page.extensionId}.hub`;
    page.navigation.openNewWindow(`${hub}?${new URLSearchParams(query).toString()}`, '');
  };
  const say = (error: unknown): void => {
    const reason = error instanceof Error ? error.message : 'It cannot be opened now.';
    page.messages.addToast({ message: reason, duration: 6000 });
  };
  return {
    openWorkItem: (id) => {
      page
        .workItems()
        .then((service) => service.openWorkItem(id))
        .catch(say);
    },
    openThreat: (model, threat) => void openHub({ model, threat }).catch(say),
    openMitigation: (model, mitigation) => void openHub({ model, mitigation }).catch(say),
    openIncidents: (model) => void openHub({ model, tab: 'operations', show: 'incidents' }).catch(say),
    keepHeight: (content) => page.keepHeight(content),
  };
}
