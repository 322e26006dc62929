import { type Drawn, type Inputs, ToolElement } from '../../browser/tool-element.ts';
import { localDay } from '../../core/calendar/day.ts';
import { drawRisk, type RiskProps } from './risk.view.ts';

class RiskCheck extends ToolElement<RiskProps> {
  protected get keys(): string[] {
    return this.props.questions.map(({ id }) => id);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.querySelector('[data-action=clear]')?.addEventListener('click', () => {
      location.hash = '';
    });
  }

  protected draw(props: RiskProps, inputs: Inputs): Drawn {
    return drawRisk(props, inputs, localDay(new Date()));
  }

  /** No answer is the default: a question is open until somebody answers it. */
  protected override defaults({ questions }: RiskProps): Inputs {
    return Object.fromEntries(questions.map(({ id }) => [id, '']));
  }
}

customElements.define('risk-check', RiskCheck);
