/** Promises. */
import { frameText } from '../../../shared/text/screens/frame.ts';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';

export default function PromisesScreen() {
  const words = useText(frameText);
  return <Screen title={words.promises}>{null}</Screen>;
}
