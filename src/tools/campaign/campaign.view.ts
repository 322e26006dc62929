import type { Words } from '../../../i18n/index.ts';
import type { Html } from '../../browser/html.ts';
import type { Drawn, Inputs, ToolProps } from '../../browser/tool-element.ts';
import type { BasisProps, NamedRule } from '../../components/basis/basis.view.ts';
import { dayFault, numberFault, sourceFault } from '../../components/error-sentence/input-fault.view.ts';
import type { Day } from '../../core/calendar/day.ts';
import type { Bound } from '../../core/campaign/allocate.ts';
import { type CampaignResult, checkCampaign } from '../../core/campaign/check.ts';
import type { Hint } from '../../core/campaign/hints.ts';
import { CAMPAIGN_RANGES, type CampaignFaults, campaignInput, readCampaign } from '../../core/campaign/input.ts';
import type { CampaignInput, CampaignRules } from '../../core/campaign/rules.ts';
import { type Format, formatFor } from '../../core/format.ts';
import type { Locale } from '../../knowledge/schema.ts';
import { answerView, inOneSentence } from './answer.view.ts';
import { calendarView } from './calendar.view.ts';
import { limitsView } from './limits.view.ts';

/** Everything the tool is handed: the rules it computes with, and its words. */
export interface CampaignProps extends ToolProps {
  locale: Locale;
  /** What the page is called. */
  title: string;
  rules: CampaignRules;
  sources: { id: string; name: string; href: string }[];
  links: {
    bounds: Record<Exclude<Bound, 'audience'>, string>;
    window: string;
    hints: Partial<Record<Hint['id'], string>>;
  };
  basis: BasisProps;
  basisRules: NamedRule[];
  words: Words['campaign'];
  units: Pick<Words['units'], 'hours' | 'messages'>;
  zones: Words['zones'];
  errors: Words['errors'];
}

/** What was typed, and what the check makes of it. */
export interface Checked {
  props: CampaignProps;
  format: Format;
  input: CampaignInput;
  result: CampaignResult;
}

/** The day is the reader's; on the server nobody knows it. */
export function drawCampaign(props: CampaignProps, typed: Inputs, today?: Day): Drawn {
  const format = formatFor(props.locale);
  const { faults, checked, values } = readAndCheck(props, typed, today);
  const slots: Record<string, Html> = {
    answer: answerView(props, format, checked, today),
    calendar: calendarView(checked),
    limits: limitsView(props, format, values),
  };
  return { errors: sentences(props, format, faults), slots, says: checked ? inOneSentence(checked) : '' };
}

export function readAndCheck(props: CampaignProps, typed: Inputs, today?: Day) {
  const known = props.sources.map(({ id }) => id);
  const { values, faults } = readCampaign(typed, { sources: known, today: today ?? 0 });
  const input = campaignInput(values);
  const format = formatFor(props.locale);
  const checked: Checked | undefined = input && { props, format, input, result: checkCampaign(props.rules, input) };
  return { values, faults, checked };
}

function sentences({ errors }: CampaignProps, format: Format, faults: CampaignFaults): Record<string, string> {
  const { start, sources, ...numbers } = faults;
  return {
    ...Object.fromEntries(
      Object.entries(numbers).map(([key, fault]) => [
        key,
        numberFault(errors, format, fault, CAMPAIGN_RANGES[key as keyof typeof numbers]),
      ]),
    ),
    ...(start && { start: dayFault(errors, start) }),
    ...(sources && { sources: sourceFault(errors, sources) }),
  };
}
