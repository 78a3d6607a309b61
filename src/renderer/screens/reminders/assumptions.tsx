/** What the figures of a replay rest on, in sentences. */
import { replayText } from '../../../shared/text/screens/replay.ts';
import { useText } from '../../parts/reader.tsx';
import own from './replay.module.css';

export function Assumptions({ from }: { readonly from: string }) {
  const words = useText(replayText);
  return (
    <ul className={own.assumptions}>
      {words.assumptions(from).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
