import type { Words } from '../../../i18n/index.ts';
import type { ToolProps } from '../../browser/tool-element.ts';
import type { BasisProps, NamedRule } from '../../components/basis/basis.view.ts';
import type { ZoneWords } from '../../components/zone/zone.view.ts';
import type { Format } from '../../core/format.ts';
import type { FigureId, LogAnalysis, MessageLogRules } from '../../core/message-log/figures.ts';
import type { LogWords } from '../../core/message-log/words.ts';
import type { Plural } from '../../core/words.ts';
import type { Locale } from '../../knowledge/schema.ts';
import type { ByNumber, Senders, Texts, Told } from './protocol.ts';
import type { ServerWord } from './server-words.ts';
import type { Times } from './times.ts';

/** Everything the analysis is handed: the rules and words that it works with. */
export interface LogProps extends ToolProps {
  locale: Locale;
  rules: MessageLogRules;
  logWords: LogWords;
  /** The rules by id, each with its safe limit in words where it has one. */
  named: Record<string, NamedRule & { limit?: string }>;
  /** What to read about each figure. */
  guides: Partial<Record<FigureId, { title: string; href: string }>>;
  links: { replyRatio: string; warmUp: string; cause: string };
  basis: BasisProps;
  words: Omit<Words['messageLog'], ServerWord>;
  units: { messages: Plural; hours: Plural; days: Plural };
  zones: ZoneWords;
  errors: Words['errors'];
}

/** What the results are drawn from. */
export interface Shown {
  props: LogProps;
  format: Format;
  times: Times;
  timeZone: string;
  analysis: LogAnalysis;
  told: Told & Senders;
  byNumber: ByNumber | undefined;
  texts: Texts;
  /** Whether names, numbers and texts are shown as they are. */
  isOpen: boolean;
  /** The day the number was registered, as YYYY-MM-DD. */
  registered?: string;
}
