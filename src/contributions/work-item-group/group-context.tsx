/** What the parts of the group can reach: the session, and the places outside the frame. */
import * as React from 'react';
import type { GroupSession } from './group-session';
import type { Shown } from './group-state';
import type { MitigationId, ModelId, ThreatId } from '../../core/model/ids';

/** The ways out of the frame; the door wires them to Azure DevOps. */
export interface GroupPlaces {
  openWorkItem(id: number): void;
  openThreat(model: ModelId, threat: ThreatId): void;
  openMitigation(model: ModelId, mitigation: MitigationId): void;
  openIncidents(model: ModelId): void;
  /** Makes the frame as high as the content. Returns the way to stop. */
  keepHeight(content: HTMLElement): () => void;
}

export interface GroupReach {
  readonly session: GroupSession;
  readonly places: GroupPlaces;
  readonly shown: Shown;
}

export const GroupContext = React.createContext<GroupReach | undefined>(undefined);

export function useGroup(): GroupReach {
  const reach = React.useContext(GroupContext);
  if (!reach) throw new Error('A part of the form group stands outside of it.');
  return reach;
}
