import type { Download } from '../../browser/download.ts';
import { type Drawn, type Inputs, ToolElement } from '../../browser/tool-element.ts';
import { formatDay, localDay } from '../../core/calendar/day.ts';
import { CAMPAIGN_DEFAULTS } from '../../core/campaign/input.ts';
import { type CampaignProps, drawCampaign, readAndCheck } from './campaign.view.ts';
import { KEYS } from './inputs.ts';

const today = () => localDay(new Date());

class CampaignCheck extends ToolElement<CampaignProps> {
  protected readonly keys = KEYS;
  protected override readonly passing = ['start'];

  protected draw(props: CampaignProps, inputs: Inputs): Drawn {
    return drawCampaign(props, inputs, today());
  }

  protected override defaults(): Inputs {
    const { hours, per } = CAMPAIGN_DEFAULTS;
    return { hours: String(hours), per: String(per), start: formatDay(today()) };
  }

  protected override redraw(): void {
    super.redraw();
    const isEmpty = this.querySelector('tr[data-day]') === null;
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-action=csv], [data-action=ics]')) {
      button.disabled = isEmpty;
    }
  }

  protected override files(props: CampaignProps, inputs: Inputs): Record<string, () => Promise<Download>> {
    const { checked } = readAndCheck(props, inputs, today());
    if (checked?.result.state !== 'finished') return {};
    const { rows } = checked.result;
    const name = `campaign-${formatDay(checked.input.start)}`;
    return {
      csv: async () => {
        const { campaignTable } = await import('./table.ts');
        return { name: `${name}.csv`, type: 'text/csv', content: campaignTable(checked, rows) };
      },
      ics: async () => {
        const [{ campaignEntries }, { calendarFile }] = await Promise.all([
          import('./entries.ts'),
          import('../../browser/calendar-file.ts'),
        ]);
        const content = calendarFile(campaignEntries(checked, rows, location.href));
        return { name: `${name}.ics`, type: 'text/calendar', content };
      },
    };
  }
}

customElements.define('campaign-check', CampaignCheck);
