/** The ground of the assistant while it has nothing to narrow and nothing to do. */
import type { ReactNode } from 'react';
import { importsText } from '../../../../shared/text/screens/imports.ts';
import { useText } from '../../../parts/reader.tsx';
import { Screen } from '../../../parts/screen.tsx';

export function Titled({ children }: { readonly children: ReactNode }) {
  const words = useText(importsText);
  return <Screen title={words.title}>{children}</Screen>;
}
