import { ToolElement } from '../../browser/tool-element.ts';
import { KEYS } from './inputs.ts';
import { drawReplyRatio, type ReplyRatioProps } from './reply-ratio.view.ts';

class ReplyRatio extends ToolElement<ReplyRatioProps> {
  protected readonly keys = KEYS;
  protected readonly draw = drawReplyRatio;
}

customElements.define('reply-ratio', ReplyRatio);
