/** OWASP Threat Dragon 2: the diagrams with the threats on their shapes; each threat has one text of mitigations. */
import {
  mitigationDetails,
  ownMark,
  threatDetails,
  treatmentDetails,
  wholeSystem,
} from '../formats/own-details';
import type { Report } from '../formats/report';
import { newReport } from '../formats/report';
import { writtenHash } from '../formats/threat-dragon/own-threat';
import type { Diagram, Element, Flow } from '../model/diagram-parts';
import type { DiagramId, ElementId } from '../model/ids';
import type { Rectangle } from '../model/parts';
import type { Place } from '../model/threat';
import type { ThreatRisk } from '../risk/assess';
import type { ExportFormat, ExportInput } from './export-result';
import { reportKinds } from './losses';
import { strideWord } from './stride-words';
import { boundaryCell, elementCell, fieldsOf, flowCell } from './threat-dragon-cells';
import type { CellThreats } from './threat-dragon-cells';
import { isMitigated, treatedThreats } from './treated-threats';

/** The version whose files these are like. */
const version = '2.3.0';
const severities = { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' } as const;
const none: CellThreats = { threats: [], hasOpen: false };
/** A row of what was never drawn, above the drawing. */
const shelf = { y: -160, width: 140, height: 70, step: 180 };

interface Sheet {
  readonly id: DiagramId | undefined;
  readonly name: string;
  readonly cells: object[];
}

const isOpen = (risk: ThreatRisk): boolean => risk.applies && !isMitigated(risk);

function statusWord(risk: ThreatRisk): string {
  if (!risk.applies) return 'NotApplicable';
  return isMitigated(risk) ? 'Mitigated' : 'Open';
}

/** One text for all: a block for each mitigation. For a threat that does not apply, the field holds the reason. */
function mitigationText({ threat, factors }: ThreatRisk): string {
  if (threat.status.kind === 'not-applicable') return threat.status.justification;
  return factors
    .map(({ mitigation, effective }) =>
      [`${mitigation.title} (${effective.status.kind})`, mitigation.implement]
        .filter((text) => text !== '')
        .join('\n'),
    )
    .join('\n\n');
}

function threatJson(risk: ThreatRisk, number: number): object {
  const { threat, factors } = risk;
  const [first] = threat.stride;
  const fields = {
    mitigation: mitigationText(risk),
    status: statusWord(risk),
    severity: severities[risk.applies ? risk.severity : 'low'],
    type: first === undefined ? (threat.category ?? '') : strideWord(first),
  };
  return {
    id: threat.id,
    title: threat.title,
    description: threat.description,
    ...fields,
    modelType: 'STRIDE',
    number,
    score: '',
    [ownMark]: {
      ...threatDetails(threat),
      written: writtenHash(fields),
      treatments: factors.map(({ treatment }) => ({
        mitigation: treatment.mitigation,
        ...treatmentDetails(treatment),
      })),
    },
  };
}

class DragonWriter {
  readonly #sheets: Sheet[];
  readonly #threats = new Map<string, CellThreats>();
  #parted = 0;

  constructor(
    private readonly input: ExportInput,
    private readonly report: Report,
  ) {
    const { diagram } = input.model;
    this.#sheets = [...diagram.values()].map(({ id, name }: Diagram) => ({ id, name, cells: [] }));
    treatedThreats(input).forEach((risk, at) => this.keep(risk, at + 1));
  }

  private keep(risk: ThreatRisk, number: number): void {
    const { place } = risk.threat;
    const key = keyOf(place);
    const before = this.#threats.get(key) ?? none;
    this.#threats.set(key, {
      threats: [...before.threats, threatJson(risk, number)],
      hasOpen: before.hasOpen || isOpen(risk),
    });
  }

  private threatsAt(id: string): CellThreats {
    return this.#threats.get(id) ?? none;
  }

  /** The sheet of a diagram; for what is not drawn the first, which is made when there is none. */
  private sheet(id: DiagramId | undefined): Sheet {
    const found = this.#sheets.find((sheet) => sheet.id === id) ?? this.#sheets[0];
    if (found) return found;
    const made = { id: undefined, name: 'System', cells: [] };
    this.#sheets.push(made);
    return made;
  }

  root(): object {
    const { info, mitigation } = this.input.model;
    this.cells();
    this.losses();
    const count = this.input.model.threat.size;
    return {
      version,
      summary: { title: info.name, owner: '', description: info.description, id: 0 },
      detail: {
        contributors: [],
        diagrams: this.#sheets.map(({ name, cells }, id) => ({
          version,
          title: name,
          description: '',
          thumbnail: './public/content/images/thumbnail.stride.jpg',
          diagramType: 'STRIDE',
          id,
          cells,
        })),
        diagramTop: this.#sheets.length,
        reviewer: '',
        threatTop: count,
        [ownMark]: {
          mitigations: [...mitigation.values()].map((each) => ({
            id: each.id,
            title: each.title,
            implement: each.implement,
            ...mitigationDetails(each),
          })),
        },
      },
    };
  }

  private cells(): void {
    const { model } = this.input;
    let shelved = 0;
    const place = (element: Element) => element.drawing?.box ?? { ...shelf, x: shelf.step * shelved++ };
    for (const thing of model.boundary.values()) {
      const { cells } = this.sheet(thing.drawing.diagram);
      cells.push(boundaryCell({ thing, threats: this.threatsAt(thing.id), zIndex: cells.length }));
    }
    for (const thing of model.element.values()) {
      const { cells } = this.sheet(thing.drawing?.diagram);
      cells.push(
        elementCell({ thing, threats: this.threatsAt(thing.id), zIndex: cells.length }, place(thing)),
      );
    }
    for (const thing of model.flow.values()) this.flow(thing);
    const ofModel = this.threatsAt(wholeSystem);
    if (ofModel.threats.length > 0) {
      const box = { ...shelf, x: shelf.step * shelved };
      const thing = { ...wholeSystemElement, id: wholeSystem as ElementId };
      this.sheet(undefined).cells.push(elementCell({ thing, threats: ofModel, zIndex: 0 }, box));
    }
  }

  /** Lines join shapes of one diagram only; an end on another one is loose. */
  private flow(thing: Flow): void {
    const { model } = this.input;
    const sheetOf = (id: ElementId | null) => {
      const element = id === null ? undefined : model.element.get(id);
      return element && this.sheet(element.drawing?.diagram);
    };
    const sheet = thing.drawing
      ? this.sheet(thing.drawing.diagram)
      : (sheetOf(thing.source) ?? sheetOf(thing.target) ?? this.sheet(undefined));
    const end = (id: ElementId | null) => {
      if (id === null || sheetOf(id) === sheet) return id;
      this.#parted += 1;
      return null;
    };
    sheet.cells.push(
      flowCell(
        { thing, threats: this.threatsAt(thing.id), zIndex: sheet.cells.length },
        { path: thing.drawing?.path, ends: [end(thing.source), end(thing.target)] },
      ),
    );
  }

  private losses(): void {
    const { model } = this.input;
    const { report } = this;
    const beside = 'they stand beside in fields of ours, which Threat Dragon passes over';
    report.add('mitigations', `Threat Dragon has one text for each threat; ${beside}`, model.mitigation.size);
    report.add('strengths', `Threat Dragon has none; ${beside}`, model.treatment.size);
    report.add(
      'probability and impact',
      `Threat Dragon has one severity for each threat; ${beside}`,
      model.threat.size,
    );
    report.add(
      'second categories of threats',
      `Threat Dragon has one for each threat; ${beside}`,
      [...model.threat.values()].filter(({ stride }) => stride.length > 1).length,
    );
    const parts = [...model.element.values(), ...model.flow.values(), ...model.boundary.values()];
    report.add(
      'types and properties of shapes',
      `Threat Dragon has fixed ones; ${beside}`,
      parts.filter(
        ({ type, properties }) =>
          type !== undefined || Object.keys(properties).length > Object.keys(fieldsOf(properties)).length,
      ).length,
    );
    report.add(
      'ends of data flows',
      'Threat Dragon joins shapes of one diagram only, so an end on another one is loose',
      this.#parted,
    );
    report.add(
      'exact places and sizes',
      'Threat Dragon joins a line to the middle of its shapes, loose ends stand at whole numbers, and no shape is smaller than 10',
      [...model.flow.values()].filter(({ drawing }) => drawing !== undefined).length +
        [...model.boundary.values()].length +
        [...model.element.values()].filter(({ drawing }) => drawing && isSmall(drawing.box)).length,
    );
    report.add(
      'threats of the whole system',
      'Threat Dragon has threats of shapes only, so they hang on a process “The whole system”',
      this.threatsAt(wholeSystem).threats.length,
    );
    reportKinds(report, model, 'Threat Dragon');
  }
}

const isSmall = ({ width, height }: Rectangle): boolean => width < 10 || height < 10;
const keyOf = (place: Place): string => (place.kind === 'model' ? wholeSystem : place.id);

const wholeSystemElement = {
  origin: { kind: 'person' },
  kind: 'process',
  name: 'The whole system',
  properties: {},
} as const;

export const threatDragonExport: ExportFormat = {
  id: 'threat-dragon',
  name: 'OWASP Threat Dragon',
  about: 'A file of Threat Dragon 2: the diagrams as drawn, with the threats on their shapes.',
  ending: 'threat-dragon.json',
  mediaType: 'application/json',
  write: (input) => {
    const report = newReport();
    const root = new DragonWriter(input, report).root();
    return { text: `${JSON.stringify(root, null, 2)}\n`, lost: report.rows() };
  },
};
