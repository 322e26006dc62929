import { describeAccessibility } from './accessible.ts';

describeAccessibility('en');
