/** Imports. */
import { frameText } from '../../../shared/text/screens/frame.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';

export default function ImportsScreen() {
  const words = useText(frameText);
  return <Screen title={words.imports}>{null}</Screen>;
}
