import type { Words } from '../../../i18n/index.ts';
import type { ChecklistPlan, StepPlan } from '../../core/recovery/step-state.ts';
import type { SearchableSymptom } from '../../core/recovery/symptom-search.ts';
import type { TriageTable } from '../../core/recovery/triage.ts';
import type { Locale } from '../../knowledge/schema.ts';

/** What every part of the recovery pages is handed, in one language. */
export interface CaseProps {
  version: string;
  locale: Locale;
  words: Words['incident'];
  /** The recovery page itself. */
  board: string;
  lists: ListText[];
  vendors: Record<string, string>;
  languages: Record<string, string>;
}

export interface ListText extends ChecklistPlan {
  title: string;
  href: string;
  steps: StepText[];
}

export interface StepText extends StepPlan {
  text: string;
  /** What to wait for where no time is known. */
  until?: string;
  choices?: { id: string; text: string }[];
}

/** What the cases of the recovery page and the whole symptom search need; it is fetched on demand. */
export interface BoardData extends CaseProps {
  symptoms: SearchableSymptom[];
}

/** What the recovery page begins with, in one language. */
export interface FinderProps {
  locale: Locale;
  words: Pick<
    Words['incident'],
    | 'searchNothing'
    | 'searchFound'
    | 'noMatter'
    | 'result'
    | 'resultSoFar'
    | 'openList'
    | 'track'
    | 'loadFailed'
    | 'labelMissing'
    | 'timeWrong'
  >;
  /** Where the `BoardData` are. */
  data: string;
  lists: Record<string, { title: string; href: string }>;
  /** In the order in which they stand in the page, and in its language alone. */
  symptoms: Omit<SearchableSymptom, 'title'>[];
  triage?: TriageTable & { because: Record<string, string>; advises: Record<string, string> };
  /** The list that fits a kind of trouble. */
  listOfKind: Record<string, string>;
}

export interface StepsProps extends CaseProps {
  list: string;
  /** For a question about the cause: the rules that its claims support. */
  rulesOf: Record<string, { title: string; href: string }[]>;
  /** Addresses of the calculators to go on with, as far as they have a page. */
  warmUp?: string;
  messageLog?: string;
}
