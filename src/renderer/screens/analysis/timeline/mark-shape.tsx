/** How each kind of mark is drawn: its icon, its tone, above or below the line of its lane. */
import {
  IconAlertCircle,
  IconArrowBackUp,
  IconCircle,
  IconCoin,
  IconFlag,
  IconFlagCheck,
  IconFlagX,
  IconMail,
  IconMessageReply,
  IconPhoneOutgoing,
  IconScale,
  IconScaleOff,
  type TablerIcon,
} from '@tabler/icons-react';
import { MARK_KINDS, type MarkKind } from '../../../../shared/contract/watch.ts';

export type MarkTone = 'neutral' | 'danger' | 'amber' | 'green' | 'accent';

export interface Shape {
  readonly icon: TablerIcon;
  readonly tone: MarkTone;
  /** What is expected stands above, what happened below. */
  readonly isAbove: boolean;
}

export const SHAPES: Readonly<Record<MarkKind, Shape>> = {
  due: { icon: IconCircle, tone: 'neutral', isAbove: true },
  late: { icon: IconAlertCircle, tone: 'danger', isAbove: true },
  promise: { icon: IconFlag, tone: 'amber', isAbove: true },
  promise_kept: { icon: IconFlagCheck, tone: 'green', isAbove: true },
  promise_broken: { icon: IconFlagX, tone: 'danger', isAbove: true },
  payment: { icon: IconCoin, tone: 'green', isAbove: false },
  reject: { icon: IconArrowBackUp, tone: 'danger', isAbove: false },
  sent: { icon: IconMail, tone: 'accent', isAbove: false },
  called: { icon: IconPhoneOutgoing, tone: 'accent', isAbove: false },
  heard: { icon: IconMessageReply, tone: 'accent', isAbove: false },
  dispute: { icon: IconScale, tone: 'amber', isAbove: false },
  dispute_closed: { icon: IconScaleOff, tone: 'neutral', isAbove: false },
};

export { MARK_KINDS };
