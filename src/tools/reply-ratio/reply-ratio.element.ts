import { type Drawn, type Inputs, ToolElement } from '../../browser/tool-element.ts';
import { localDay } from '../../core/calendar/day.ts';
import { KEYS } from './inputs.ts';
import { drawReplyRatio, type ReplyRatioProps } from './reply-ratio.view.ts';

class ReplyRatio extends ToolElement<ReplyRatioProps> {
  protected readonly keys = KEYS;

  protected draw(props: ReplyRatioProps, inputs: Inputs): Drawn {
    return drawReplyRatio(props, inputs, localDay(new Date()));
  }
}

customElements.define('reply-ratio', ReplyRatio);
