/** The window: side bar, header, the screen, the running work; and the keys that go anywhere. */
import { Outlet } from '@tanstack/react-router';
import { frameText } from '../../shared/text/screens/frame.ts';
import { keysText } from '../../shared/text/screens/keys.ts';
import { useKeys } from '../keys/keys.tsx';
import { KeysHelp } from '../keys/keys-help.tsx';
import { useText } from '../parts/reader.tsx';
import { openSearch, SearchBox } from '../screens/search/search-box.tsx';
import { ActivityBar } from './activity-bar.tsx';
import { CustomerPanelHost } from './customer-panel.tsx';
import styles from './frame.module.css';
import { Header } from './header.tsx';
import { useGo } from './navigation.ts';
import { SCREENS } from './screens.ts';
import { SideBar } from './side-bar.tsx';

export function Frame() {
  const words = useText(frameText);
  const names = useText(keysText);
  const go = useGo();
  const jumps = SCREENS.filter((screen) => screen.key !== undefined).map((screen) => ({
    keys: `g ${screen.key}`,
    label: names.go(words[screen.word]),
    run: () => go(screen.path),
  }));
  useKeys(names.everywhere, jumps, { isEverywhere: true });
  useKeys(
    names.everywhere,
    [{ keys: 'ctrl+k', label: names.search, run: openSearch, whenTyping: true }],
    { isEverywhere: true },
  );
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#content" data-print="never">
        {words.skipToContent}
      </a>
      <SideBar />
      <div className={styles.main}>
        <Header />
        <main id="content" className={styles.content} tabIndex={-1} data-print="scroll">
          <Outlet />
          <CustomerPanelHost />
        </main>
        <ActivityBar />
      </div>
      <SearchBox />
      <KeysHelp />
    </div>
  );
}
