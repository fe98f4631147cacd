/** Reads the questions of a package: when they are asked, and what each answer sets. */
import { contentHash } from './content-hash';
import type { KnowledgeAnswer, KnowledgeQuestion } from './package';
import type { QuestionFile } from './package-schema';
import type { PackageContext } from './read-package';
import { strideOf } from './read-threats';

export class QuestionReader {
  constructor(private readonly context: PackageContext) {}

  read(file: QuestionFile, place: string): KnowledgeQuestion | undefined {
    const when = this.context.rule(file.when, `${place}.when`);
    const answers = (file.answers ?? []).map((each, at) => this.answer(each, `${place}.answers[${at}]`));
    return (
      when && {
        package: this.context.file.id,
        version: this.context.file.version,
        id: file.id,
        hash: contentHash(file),
        text: file.text,
        rationale: file.rationale,
        goodAnswer: file.goodAnswer ?? '',
        warningSigns: file.warningSigns ?? [],
        stride: [...new Set(file.stride ?? [])].map((letter) => strideOf[letter]),
        anchor: file.anchor,
        when,
        answers,
        top: file.top ?? false,
        level: file.level ?? 2,
      }
    );
  }

  private answer(
    { label, set = {}, raises }: NonNullable<QuestionFile['answers']>[number],
    place: string,
  ): KnowledgeAnswer {
    const { names, problems } = this.context;
    const pairs = Object.entries(set).flatMap(([reference, value]): [string, string][] => {
      const id = names.find('properties', reference);
      if (id === undefined) {
        problems.add(`${place}.set`, `There is no property "${reference}".`);
        return [];
      }
      if (!names.accepts(id, String(value)))
        problems.add(`${place}.set.${reference}`, `"${String(value)}" is no value of "${reference}".`);
      return [[id, String(value)]];
    });
    return { label, set: new Map(pairs), raises: names.findAll('threats', raises, `${place}.raises`) };
  }
}
