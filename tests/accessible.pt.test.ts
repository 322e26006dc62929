import { describeAccessibility } from './accessible.ts';

describeAccessibility('pt');
